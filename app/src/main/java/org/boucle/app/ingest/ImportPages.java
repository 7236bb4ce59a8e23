package org.boucle.app.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.House;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.ColumnMapping;
import org.boucle.features.telemetry.ImportMapping;
import org.boucle.features.telemetry.MappingGuess;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.RawTable;
import org.boucle.features.telemetry.SeriesKind;

/** Measure › imports: a file is sent, its guessed mapping shown, corrected and confirmed. */
final class ImportPages {
    /** Columns beyond these are left to the command line: the page must stay light. */
    static final int MOST_COLUMNS = 24;

    private final House house;
    private final FileImport importer;

    ImportPages(House house, FileImport importer) {
        this.house = house;
        this.importer = importer;
    }

    void routes(Routes routes) {
        routes.page("/measure/imports", Access.SIGNED_IN, exchange -> list(exchange, 200, List.of()))
                .form("/measure/imports", Access.MANAGERS, this::upload)
                .page("/measure/imports/{token}", Access.MANAGERS, this::mapping)
                .form("/measure/imports/{token}", Access.MANAGERS, this::confirm);
    }

    private void list(Exchange exchange, int status, List<String> issues) {
        exchange.render(
                status,
                "ingest/imports.jte",
                exchange.page("ingest.imports"),
                Map.of("imports", importer.latest(30), "issues", issues));
    }

    private Path scratch() {
        try {
            return Files.createDirectories(house.directory().resolve("imports"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void upload(Exchange exchange) {
        Form form = exchange.form();
        try {
            Form.Upload file = form.file("file").orElseThrow(() -> BadInput.of(Place.ofField("file"), "ingest.file"));
            TableFiles.read(file.path(), file.name());
            String token = UUID.randomUUID().toString();
            String name = file.name().replaceAll("[^\\p{L}\\p{N}._ -]", "_");
            Files.move(file.path(), scratch().resolve(token), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(scratch().resolve(token + ".name"), name.substring(0, Math.min(120, name.length())));
            exchange.redirect("/measure/imports/" + token);
        } catch (BadInput bad) {
            list(exchange, 400, texts(exchange, bad));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> texts(Exchange exchange, BadInput bad) {
        return bad.issues().stream()
                .limit(20)
                .map(issue -> issue.text(house.messages(), exchange.language()))
                .toList();
    }

    /** The tables of the file that waits under the token of the path, with its name. */
    private List<RawTable> waiting(Exchange exchange) {
        String token = exchange.path("token");
        Path file = scratch().resolve(token.matches("[0-9a-f-]{36}") ? token : "none");
        if (!Files.exists(file)) {
            throw new NotFound("import " + token);
        }
        try {
            return TableFiles.read(file, Files.readString(scratch().resolve(token + ".name")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void mapping(Exchange exchange) {
        List<RawTable> tables = waiting(exchange);
        RawTable table = TableFiles.sheet(tables, exchange.query("sheet").orElse(""));
        ZoneId zone = exchange.scope().site().map(Site::timeZone).orElse(ZoneId.of("Europe/Paris"));
        ImportMapping mapping = importer.remembered(table).orElseGet(() -> MappingGuess.of(table, zone));
        String site = exchange.scope().site().map(Site::name).orElse("");
        show(exchange, 200, new ImportView(table, sheets(tables), mapping, site, false), List.of());
    }

    private static List<String> sheets(List<RawTable> tables) {
        return tables.stream().map(RawTable::sheet).toList();
    }

    private void show(Exchange exchange, int status, ImportView view, List<String> issues) {
        exchange.render(
                status,
                "ingest/mapping.jte",
                exchange.page("ingest.mapping"),
                Map.of("view", view, "issues", issues, "token", exchange.path("token")));
    }

    private void confirm(Exchange exchange) {
        List<RawTable> tables = waiting(exchange);
        Form form = exchange.form();
        RawTable table = TableFiles.sheet(tables, form.text("sheet"));
        boolean leaveBad = form.find("leaveBad").isPresent();
        ImportMapping mapping = MappingGuess.of(table, ZoneId.of("Europe/Paris"));
        try {
            mapping = changed(mapping, form);
            if (form.text("site").isEmpty()) {
                throw BadInput.of(Place.ofField("site"), "ingest.missing");
            }
            Site site = siteOf(exchange, form.text("site"));
            String who = exchange.user().name();
            String token = exchange.path("token");
            String hash = FileImport.hash(scratch().resolve(token));
            importer.run(table, mapping, site.id(), who, hash, leaveBad);
            if (house.sites().find(site.id()).isEmpty()) {
                house.sites().save(site.withTimeZone(mapping.zone()));
            }
            house.accounts().audit(who, "import", table.file(), site.id());
            Files.deleteIfExists(scratch().resolve(token));
            Files.deleteIfExists(scratch().resolve(token + ".name"));
            exchange.redirect("/measure/meters?site=" + site.id());
        } catch (BadInput bad) {
            show(
                    exchange,
                    400,
                    new ImportView(table, sheets(tables), mapping, form.text("site"), leaveBad),
                    texts(exchange, bad));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The site of that name: a new one belongs to the company of who imports, another company's is refused. */
    private Site siteOf(Exchange exchange, String name) {
        Site named = Site.named(name);
        Optional<Site> known = house.sites().find(named.id());
        if (known.isPresent() && !exchange.sees(named.id())) {
            throw BadInput.of(Place.ofField("site"), "ingest.fault.site", name);
        }
        return known.orElse(named.withCompany(exchange.user().company()));
    }

    /** The guess with what the form says instead; columns that the form does not show stay as guessed. */
    private static ImportMapping changed(ImportMapping guess, Form form) {
        List<ColumnMapping> columns = new ArrayList<>();
        for (int i = 0; i < guess.columns().size(); i++) {
            ColumnMapping c = guess.columns().get(i);
            columns.add(form.find("series" + i).isEmpty() ? c : column(c, form, i));
        }
        String decimal = form.text("decimal");
        return new ImportMapping(
                form.find("timeColumn").orElse(guess.timeColumn()),
                guess.clockColumn(),
                MappingJson.format(form.find("timeFormat").orElse(guess.timeFormat())),
                MappingJson.zone(form.find("zone").orElse(guess.zone().getId())),
                MappingJson.choice(
                        ImportMapping.Stamp.values(),
                        form.find("stamp").orElse(guess.stamp().name()),
                        "stamp"),
                form.find("midnightEndsDay").isPresent(),
                decimal.isEmpty() ? guess.decimal() : decimal.charAt(0),
                guess.stepMillis(),
                columns,
                guess.notes());
    }

    private static ColumnMapping column(ColumnMapping c, Form form, int i) {
        String scale = form.text("scale" + i).replace(',', '.');
        Optional<Double> factor =
                scale.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(Double.parseDouble(scale)) : Optional.empty();
        if (!scale.isEmpty() && factor.filter(f -> f != 0).isEmpty()) {
            throw BadInput.of(Place.ofField(c.column()), "ingest.scale", scale);
        }
        return new ColumnMapping(
                c.column(),
                form.find("use" + i).isPresent(),
                form.text("series" + i),
                form.text("unit" + i),
                MappingJson.choice(SeriesKind.values(), form.text("kind" + i), "kind"),
                MappingJson.choice(Medium.values(), form.text("medium" + i), "medium"),
                factor.orElse(1.0),
                "");
    }
}
