package org.boucle.app.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.boucle.app.Wiring;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.sites.Sites;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.ColumnMapping;
import org.boucle.features.telemetry.ImportMapping;
import org.boucle.features.telemetry.MappingGuess;
import org.boucle.features.telemetry.RawTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boucle import}: tables of meter readings, by a mapping that is guessed, shown and can be changed. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Import meter readings from CSV or Excel files.",
            "The mapping (time column, zone, units, kinds of meter) is guessed and shown; --dry-run shows it as JSON,"
                    + " --mapping takes it back with your corrections."
        })
public final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV or Excel files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "Site of the readings (default: the only site, else 'site')")
    private String site;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of times without offset, such as Europe/Paris or +01:00")
    private String zone;

    @Option(
            names = "--stamp",
            paramLabel = "begin|end",
            description = "Whether quantities are stamped at the beginning or the end of their interval")
    private String stamp;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Unit of columns that name none")
    private String unit;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "Only this sheet of a workbook (default: every sheet)")
    private String sheet;

    @Option(names = "--mapping", paramLabel = "JSON", description = "Mapping to use instead of the guess")
    private Path mappingFile;

    @Option(names = "--dry-run", description = "Show the mapping as JSON and import nothing")
    private boolean dryRun;

    @Option(names = "--leave-bad", description = "Leave unreadable cells out instead of refusing the file")
    private boolean leaveBad;

    @Option(names = "--format", paramLabel = "json|csv|table", description = "Form of the result (default: table)")
    private ResultFormat format = ResultFormat.table;

    @Override
    public Integer call() throws IOException {
        House house = storeOptions.open();
        try {
            Wiring.migrate(house);
            TelemetryStore store = TelemetryStore.open(house.database());
            FileImport importer = new FileImport(store, house.database());
            Site target = target(house);
            List<Map<String, Object>> results = new ArrayList<>();
            try (ProgressBar bar = progress()) {
                for (Path file : files) {
                    importFile(file, importer, house.sites(), target, results);
                    bar.step();
                }
            }
            if (!dryRun) {
                print(results);
            }
            return 0;
        } finally {
            house.database().close();
        }
    }

    private ProgressBar progress() {
        return new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(files.size())
                .hideEta()
                .clearDisplayOnFinish()
                .build();
    }

    private Site target(House house) {
        List<Site> sites = house.sites().list();
        if (site == null && sites.size() == 1) {
            return sites.getFirst();
        }
        Site wanted = Site.named(site == null ? "site" : site);
        return house.sites().find(wanted.id()).orElse(wanted);
    }

    private void importFile(Path file, FileImport importer, Sites sites, Site target, List<Map<String, Object>> results)
            throws IOException {
        if (!Files.isReadable(file)) {
            throw BadInput.of(Place.ofFile(file.toString()), "ingest.unreadable");
        }
        List<RawTable> tables = TableFiles.read(file, file.getFileName().toString());
        for (RawTable table : sheet == null ? tables : List.of(TableFiles.sheet(tables, sheet))) {
            ImportMapping mapping = mapping(table, target);
            if (dryRun) {
                System.out.println(MappingJson.write(mapping));
                continue;
            }
            explain(table, mapping);
            FileImport.Summary summary =
                    importer.run(table, mapping, target.id(), "cli", FileImport.hash(file), leaveBad);
            if (sites.find(target.id()).isEmpty()) { // a site begins with its first file, in that file's zone
                sites.save(target.withTimeZone(mapping.zone()));
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("file", table.file());
            result.put("sheet", table.sheet());
            result.put("site", target.id());
            result.put("series", summary.series().size());
            result.put("points", summary.points());
            result.put("empty", summary.missing());
            result.put("left", summary.left());
            results.add(result);
        }
    }

    private ImportMapping mapping(RawTable table, Site target) throws IOException {
        if (mappingFile != null) {
            return MappingJson.read(Files.readString(mappingFile));
        }
        ZoneId siteZone = zone == null ? target.timeZone() : MappingJson.zone(zone);
        ImportMapping guess = MappingGuess.of(table, siteZone);
        if (zone != null) {
            guess = guess.withZone(siteZone);
        }
        if (stamp != null) {
            guess = guess.withStamp(MappingJson.choice(
                    ImportMapping.Stamp.values(), stamp.toUpperCase(java.util.Locale.ROOT), "--stamp"));
        }
        return unit == null
                ? guess
                : guess.withColumns(guess.columns().stream().map(this::withUnit).toList());
    }

    private ColumnMapping withUnit(ColumnMapping c) {
        boolean lacks = c.unit().isEmpty() && c.note().equals("telemetry.note.unit");
        return lacks ? new ColumnMapping(c.column(), true, c.series(), unit, c.kind(), c.medium(), c.scale(), "") : c;
    }

    /** The mapping and what the guess found odd, on standard error, so that the result stays clean. */
    private static void explain(RawTable table, ImportMapping m) {
        Messages messages = Wiring.messages();
        Language language = CommandLineHouse.language();
        System.err.println(messages.get(
                language,
                "ingest.cli.time",
                table.file(),
                m.timeColumn(),
                m.timeFormat(),
                m.zone().getId(),
                messages.get(language, "ingest.stamp." + m.stamp()),
                m.stepMillis() / 1000));
        m.notes().forEach(note -> System.err.println("  ! " + messages.get(language, "ingest." + note)));
        for (ColumnMapping c : m.columns()) {
            String note = c.note().isEmpty() ? "" : "  (" + messages.get(language, "ingest." + c.note()) + ")";
            System.err.println(
                    c.use()
                            ? "  " + c.column() + " → " + c.series() + " [" + c.unit() + ", "
                                    + messages.get(language, "ingest.kind." + c.kind()) + "]" + note
                            : "  " + c.column() + " –" + note);
        }
    }

    private void print(List<Map<String, Object>> results) {
        switch (format) {
            case json -> System.out.println(Json.write(results));
            case csv -> {
                System.out.println("file,sheet,site,series,points,empty,left");
                results.forEach(r -> System.out.println(String.join(
                        ",", r.values().stream().map(ImportCommand::quoted).toList())));
            }
            case table ->
                results.forEach(r -> System.out.printf(
                        "%s %s: %s points, %s series → %s%n",
                        r.get("file"), r.get("sheet"), r.get("points"), r.get("series"), r.get("site")));
        }
    }

    private static String quoted(Object value) {
        String text = value.toString();
        return text.matches("[^,\"\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
