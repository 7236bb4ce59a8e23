package org.boucle.app.energytwin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.store.Migrations;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.energytwin.alerts.Alert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boucle alerts SITE}: runs the watches over the newest fortnight of a site, and the one of another room. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description =
                "Run the watches over the newest fortnight of a site, and the energy index over its year, and print what they find")
public final class AlertsCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(index = "0", paramLabel = "SITE", description = "Site id")
    private String site = "";

    @Option(names = "--format", description = "json, csv or table (default: table)")
    private ResultFormat format = ResultFormat.table;

    private final BiFunction<House, TelemetryStore, AlsoWatched> others;

    /** @param others the watch of another room over an opened store */
    public AlertsCommand(BiFunction<House, TelemetryStore, AlsoWatched> others) {
        this.others = others;
    }

    @Override
    public Integer call() {
        try (OpenSite open = OpenSite.of(store, site)) {
            Settings settings =
                    Settings.of(open.parts().house().database(), open.site().id());
            List<Alert> found = new ArrayList<>(
                    new SiteWatch(open.parts().readings(), open.site(), open.meters(), settings, open.now()).settled());
            AlsoWatched also = others.apply(open.parts().house(), open.store());
            Migrations.run(open.parts().house().database(), also.migrations());
            found.addAll(also.watch().apply(open.site(), open.now()));
            if (format == ResultFormat.json) {
                System.out.println(Json.write(found));
                return 0;
            }
            List<List<String>> rows = new ArrayList<>();
            for (Alert alert : found) {
                rows.add(List.of(
                        alert.kind().name(),
                        alert.subject(),
                        alert.from().toString(),
                        alert.to().toString(),
                        CurveChart.plain(alert.value()),
                        CurveChart.plain(alert.expected()),
                        alert.unit(),
                        CurveChart.plain(alert.excessKWh())));
            }
            List<String> head = List.of("kind", "subject", "from", "to", "value", "expected", "unit", "excess_kWh");
            String text = Table.csv(head, rows);
            System.out.print(
                    format == ResultFormat.csv ? text : text.replace(",", "\t").replace("\r", ""));
        }
        return 0;
    }
}
