package org.boucle.app.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.app.accounts.Access;
import org.boucle.app.footprint.imports.ImportedFile;
import org.boucle.app.footprint.imports.Importers;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Json;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.Factor;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;
import org.boucle.core.text.Messages;
import tools.jackson.databind.JsonNode;

/** The factor library's page: search, and import of one's own. */
public final class FactorPages {
    private static final int MOST_SHOWN = 20;
    private static final long LONGEST_FILE = 60L << 20;

    private final ImportedFactors imported;
    private final Libraries libraries;
    private final Messages messages;

    FactorPages(ImportedFactors imported, Libraries libraries, Messages messages) {
        this.imported = imported;
        this.libraries = libraries;
        this.messages = messages;
    }

    void routes(Routes routes) {
        routes.page("/factors", Access.SIGNED_IN, exchange -> show(exchange, 200, List.of()))
                .form("/factors/import", Access.MANAGERS, this::importFile)
                .form("/factors/forget", Access.MANAGERS, this::forget)
                .post(
                        "/api/footprint/factors",
                        Access.MANAGERS,
                        ApiDoc.of(
                                        "footprint",
                                        "Import factors: own CSV or Excel, Base Carbone CSV, openLCA JSON-LD,"
                                                + " EcoSpold 1 or 2, ILCD; whole or not at all")
                                .query("name", "file name, for the report")
                                .body("application/octet-stream", ""),
                        this::importBody);
    }

    private void show(Exchange exchange, int status, List<Issue> issues) {
        Page page = exchange.page("footprint.factors");
        String words = exchange.query("q").orElse("");
        List<Factor> found = libraries.current().hasCode(words)
                ? libraries.current().ofCode(words)
                : libraries.current().search(words, MOST_SHOWN).stream()
                        .map(code -> best(code, page))
                        .toList();
        exchange.render(
                status,
                "footprint/factors.jte",
                page,
                Map.of(
                        "words", words,
                        "found", found.stream().limit(MOST_SHOWN).toList(),
                        "count", libraries.current().all().size(),
                        "imports",
                                imported.imports().stream()
                                        .limit(8)
                                        .map(i -> row(i, page))
                                        .toList(),
                        "issues",
                                issues.stream()
                                        .map(i -> i.text(messages, exchange.language()))
                                        .limit(30)
                                        .toList()));
    }

    /** An import with what its report says. */
    public record ImportRow(ImportedFactors.Import entry, List<String> facts) {}

    private static ImportRow row(ImportedFactors.Import entry, Page page) {
        JsonNode report = Json.read(entry.report());
        List<String> facts = new ArrayList<>();
        facts.add(page.t(
                "footprint.import.kept", count(report, "kept"), count(report, "read"), count(report, "skipped")));
        facts.add(page.t("footprint.import.linked", count(report, "linked"), count(report, "unlinked")));
        facts.add(page.t(
                "footprint.import.silent",
                String.valueOf(report.path("uncharacterised").size()),
                page.n(report.path("uncharacterisedKilograms").asDouble(0))));
        facts.add(page.t(
                "footprint.import.duplicates",
                String.valueOf(report.path("duplicates").size())));
        report.path("suspicions")
                .forEach(s -> facts.add(page.t(
                        "footprint.import.suspicion",
                        s.path("factorId").asString(""),
                        page.n(s.path("seen").asDouble(0)),
                        page.n(s.path("expected").asDouble(0)))));
        report.path("notes").forEach(note -> facts.add(note.asString("")));
        return new ImportRow(entry, facts.stream().limit(20).toList());
    }

    private static String count(JsonNode report, String field) {
        return String.valueOf(report.path(field).asInt(0));
    }

    /** Of all places of a flow, the one of the user's site. */
    private Factor best(String code, Page page) {
        String country = page.scope().site().map(s -> s.country()).orElse("FR");
        List<Factor> all = libraries.current().ofCode(code);
        return all.stream()
                .filter(f -> f.geography().code().equals(country))
                .findFirst()
                .orElse(all.getFirst());
    }

    private void importFile(Exchange exchange) {
        Form.Upload upload =
                exchange.form().file("file").orElseThrow(() -> BadInput.of(Place.ofField("file"), "footprint.file"));
        try {
            keep(exchange, upload.name(), content(upload));
            exchange.redirect("/factors");
        } catch (BadInput bad) {
            show(exchange, 400, bad.issues());
        }
    }

    private static byte[] content(Form.Upload upload) {
        try {
            long size = Files.size(upload.path());
            if (size > LONGEST_FILE) {
                throw BadInput.of(Place.ofFile(upload.name()), "footprint.long", size, LONGEST_FILE);
            }
            return Files.readAllBytes(upload.path());
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the upload", failure);
        }
    }

    private ImportedFile keep(Exchange exchange, String name, byte[] content) {
        Set<String> known = new HashSet<>();
        libraries.current().all().forEach(f -> known.add(f.id()));
        ImportedFile file = Importers.read(name, content, known);
        imported.keep(exchange.user(), name, file.report().format(), file.factors(), Json.write(file.report()));
        libraries.forget();
        return file;
    }

    private void importBody(Exchange exchange) {
        try {
            byte[] body = exchange.body().readNBytes((int) LONGEST_FILE);
            exchange.json(
                    201,
                    keep(exchange, exchange.query("name").orElse("body"), body).report());
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the body", failure);
        }
    }

    private void forget(Exchange exchange) {
        String id = exchange.form().text("id");
        if (id.matches("\\d{1,15}")) {
            imported.delete(exchange.user(), Long.parseLong(id));
            libraries.forget();
        }
        exchange.redirect("/factors");
    }
}
