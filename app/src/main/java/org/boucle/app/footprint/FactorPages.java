package org.boucle.app.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.boucle.app.accounts.Access;
import org.boucle.app.footprint.imports.Allocation;
import org.boucle.app.footprint.imports.ImportOptions;
import org.boucle.app.footprint.imports.ImportedFile;
import org.boucle.app.footprint.imports.Importers;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Json;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;
import org.boucle.core.text.Messages;
import tools.jackson.databind.JsonNode;

/** The factor library's page: search, and import of one's own. */
public final class FactorPages {
    private static final int MOST_SHOWN = 20;
    private static final long LONGEST_FILE = 60L << 20;

    private static final String[][] COUNTS = {
        {"formulas", "formulasRefused"}, {"spreads", "spreadsRefused"}, {"placeFactors", "placeFallbacks"}
    };

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
                .form("/factors/share", Access.MANAGERS, this::share)
                .post(
                        "/api/footprint/factors",
                        Access.MANAGERS,
                        ApiDoc.of(
                                        "footprint",
                                        "Import factors: own CSV or Excel, Base Carbone CSV, openLCA JSON-LD,"
                                                + " EcoSpold 1 or 2, ILCD; whole or not at all")
                                .query("name", "file name, for the report")
                                .query(
                                        "allocation",
                                        "stated (default), physical, economic, causal, substitution or cut_off")
                                .query("parameter", "name:value of a parameter of the file, may repeat")
                                .query("shared", "true: other companies may use it too")
                                .body("application/octet-stream", ""),
                        this::importBody);
    }

    private void show(Exchange exchange, int status, List<Issue> issues) {
        Page page = exchange.page("footprint.factors");
        String words = exchange.query("q").orElse("");
        FactorLibrary library = libraries.of(exchange.user().company());
        List<Factor> found = library.hasCode(words)
                ? library.ofCode(words)
                : library.search(words, MOST_SHOWN).stream()
                        .map(code -> best(library, code, page))
                        .toList();
        exchange.render(
                status,
                "footprint/factors.jte",
                page,
                Map.of(
                        "words", words,
                        "found", found.stream().limit(MOST_SHOWN).toList(),
                        "count", library.all().size(),
                        "imports",
                                imported.imports(exchange.user()).stream()
                                        .limit(8)
                                        .map(i -> row(i, page, i.isManagedBy(exchange.user())))
                                        .toList(),
                        "issues",
                                issues.stream()
                                        .map(i -> i.text(messages, exchange.language()))
                                        .limit(30)
                                        .toList()));
    }

    /** An import with what its report says. */
    public record ImportRow(ImportedFactors.Import entry, List<String> facts, boolean managed) {}

    private static ImportRow row(ImportedFactors.Import entry, Page page, boolean managed) {
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
        allocated(report, page, facts);
        for (String[] pair : COUNTS) {
            int used = report.path("counts").path(pair[0]).asInt(0);
            int left = report.path("counts").path(pair[1]).asInt(0);
            if (used + left > 0) {
                facts.add(page.t("footprint.import." + pair[0], String.valueOf(used), String.valueOf(left)));
            }
        }
        report.path("suspicions")
                .forEach(s -> facts.add(page.t(
                        "footprint.import.suspicion",
                        s.path("factorId").asString(""),
                        page.n(s.path("seen").asDouble(0)),
                        page.n(s.path("expected").asDouble(0)))));
        report.path("notes").forEach(note -> facts.add(note.asString("")));
        return new ImportRow(entry, facts.stream().limit(20).toList(), managed);
    }

    /** What was allocated how: a line for each method, with one process as its example. */
    private static void allocated(JsonNode report, Page page, List<String> facts) {
        Map<String, List<JsonNode>> byMethod = new TreeMap<>();
        report.path("allocated")
                .forEach(one -> byMethod.computeIfAbsent(
                                one.path("method").asString("")
                                        + one.path("stated").asBoolean(false),
                                m -> new ArrayList<>())
                        .add(one));
        byMethod.values().forEach(all -> {
            JsonNode first = all.getFirst();
            List<String> shares = new ArrayList<>();
            first.path("shares")
                    .forEach(share -> shares.add(share.path("product").asString("") + " "
                            + page.percent(share.path("share").asDouble(0))));
            String method = Allocation.find(first.path("method").asString(""))
                    .map(a -> page.t("footprint.allocation." + a.key()))
                    .orElse("");
            facts.add(page.t(
                    first.path("stated").asBoolean(false)
                            ? "footprint.import.allocated"
                            : "footprint.import.allocated.here",
                    String.valueOf(all.size()),
                    method,
                    first.path("process").asString(""),
                    String.join(", ", shares)));
        });
    }

    private static String count(JsonNode report, String field) {
        return String.valueOf(report.path(field).asInt(0));
    }

    /** Of all places of a flow, the one of the user's site. */
    private static Factor best(FactorLibrary library, String code, Page page) {
        String country = page.scope().site().map(s -> s.country()).orElse("FR");
        List<Factor> all = library.ofCode(code);
        return all.stream()
                .filter(f -> f.geography().code().equals(country))
                .findFirst()
                .orElse(all.getFirst());
    }

    private void importFile(Exchange exchange) {
        Form.Upload upload =
                exchange.form().file("file").orElseThrow(() -> BadInput.of(Place.ofField("file"), "footprint.file"));
        try {
            Form form = exchange.form();
            ImportOptions options = ImportOptions.STATED.with(
                    Allocation.find(form.text("allocation")).orElse(Allocation.STATED));
            keep(
                    exchange,
                    upload.name(),
                    content(upload),
                    options,
                    form.text("shared").equals("1"));
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

    private ImportedFile keep(Exchange exchange, String name, byte[] content, ImportOptions options, boolean shared) {
        Set<String> known = new HashSet<>();
        libraries.of(exchange.user().company()).all().forEach(f -> known.add(f.id()));
        ImportedFile file = Importers.read(name, content, known, options);
        imported.keep(exchange.user(), name, file, shared);
        libraries.forget();
        return file;
    }

    private void importBody(Exchange exchange) {
        try {
            byte[] body = exchange.body().readNBytes((int) LONGEST_FILE);
            boolean shared = exchange.query("shared").orElse("").equals("true");
            exchange.json(
                    201,
                    keep(exchange, exchange.query("name").orElse("body"), body, options(exchange), shared)
                            .report());
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the body", failure);
        }
    }

    private static ImportOptions options(Exchange exchange) {
        String wanted = exchange.query("allocation").orElse("stated");
        Allocation allocation = Allocation.find(wanted)
                .orElseThrow(() -> BadInput.of(Place.ofField("allocation"), "footprint.allocation", wanted));
        Map<String, Double> parameters = new HashMap<>();
        for (String pair : exchange.queries("parameter")) {
            int colon = pair.lastIndexOf(':');
            try {
                double value = Double.parseDouble(pair.substring(colon + 1));
                if (colon < 1 || !Double.isFinite(value)) {
                    throw new NumberFormatException(pair);
                }
                parameters.put(pair.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
            } catch (NumberFormatException malformed) {
                throw BadInput.of(Place.ofField("parameter"), "footprint.parameter", pair);
            }
        }
        return new ImportOptions(allocation, parameters);
    }

    private void share(Exchange exchange) {
        managed(exchange).ifPresent(entry -> imported.share(exchange.user(), entry.id(), !entry.shared()));
        libraries.forget();
        exchange.redirect("/factors");
    }

    private Optional<ImportedFactors.Import> managed(Exchange exchange) {
        String id = exchange.form().text("id");
        return imported.imports(exchange.user()).stream()
                .filter(entry -> String.valueOf(entry.id()).equals(id) && entry.isManagedBy(exchange.user()))
                .findFirst();
    }

    private void forget(Exchange exchange) {
        managed(exchange).ifPresent(entry -> imported.delete(exchange.user(), entry.id()));
        libraries.forget();
        exchange.redirect("/factors");
    }
}
