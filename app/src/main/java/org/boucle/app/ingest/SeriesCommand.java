package org.boucle.app.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boucle.app.Wiring;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.LastValue;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.telemetry.SeriesInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code boucle series}: the registered series and their newest values. */
@Command(name = "series", mixinStandardHelpOptions = true, description = "List the series and their newest values")
public final class SeriesCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Option(names = "--site", paramLabel = "ID", description = "Only of this site")
    private String site;

    @Option(names = "--format", paramLabel = "json|csv|table", description = "Form of the result (default: table)")
    private ResultFormat format = ResultFormat.table;

    @Override
    public Integer call() {
        House house = storeOptions.open();
        try {
            Wiring.migrate(house);
            TelemetryStore store = TelemetryStore.open(house.database());
            Map<Long, LastValue> last = store.lastValues();
            List<SeriesInfo> list =
                    site == null ? store.series().list() : store.series().list(site);
            List<Map<String, Object>> rows = list.stream()
                    .map(s -> row(s, Optional.ofNullable(last.get(s.id()))))
                    .toList();
            print(rows);
            return 0;
        } finally {
            house.database().close();
        }
    }

    private static Map<String, Object> row(SeriesInfo s, Optional<LastValue> last) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", s.id());
        row.put("site", s.site());
        row.put("name", s.name());
        row.put("unit", s.unit());
        row.put("kind", s.kind().name());
        row.put("medium", s.medium().name());
        row.put("last", last.map(v -> (Object) v.value()).orElse(""));
        row.put("at", last.map(v -> Instant.ofEpochMilli(v.time()).toString()).orElse(""));
        return row;
    }

    private void print(List<Map<String, Object>> rows) {
        switch (format) {
            case json -> System.out.println(Json.write(rows));
            case csv -> {
                System.out.println("id,site,name,unit,kind,medium,last,at");
                rows.forEach(r -> System.out.println(String.join(
                        ",", r.values().stream().map(String::valueOf).toList())));
            }
            case table ->
                rows.forEach(r -> System.out.printf(
                        "%6s  %-16s %-44s %-8s %-9s %14s  %s%n",
                        r.get("id"),
                        r.get("site"),
                        r.get("name"),
                        r.get("unit"),
                        r.get("kind"),
                        r.get("last"),
                        r.get("at")));
        }
    }
}
