package org.boucle.app.energytwin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.server.Json;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.prediction.Intervals;
import org.boucle.features.energytwin.prediction.Outlook;
import org.boucle.features.energytwin.prediction.Scores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boucle predict SITE}: the coming days of a site beside the two plain lines. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = "Predict a site's electricity for the coming days, with intervals and the plain lines")
public final class PredictCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(index = "0", paramLabel = "SITE", description = "Site id")
    private String site = "";

    @Option(names = "--days", paramLabel = "N", description = "How many days, 1 to 7 (default: 1)")
    private int days = 1;

    @Option(names = "--format", description = "json, csv or table (default: table)")
    private ResultFormat format = ResultFormat.table;

    @Override
    public Integer call() {
        if (days < 1 || days > 7) {
            throw new IllegalArgumentException("--days is " + days + ". Maybe between 1 and 7?");
        }
        try (OpenSite open = OpenSite.of(store, site)) {
            Instant now = open.now();
            Outlook outlook = open.parts()
                    .outlooks()
                    .make(open.site(), open.meters(), now)
                    .outlook()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Site " + site + " has fewer than 14 days of readings. Maybe import more?"));
            print(open.site(), outlook);
            score("model", outlook.model());
            score("four-week profile", outlook.profile());
            score("weekly naive", outlook.naive());
        }
        return 0;
    }

    private void print(Site found, Outlook outlook) {
        if (format == ResultFormat.json) {
            System.out.println(Json.write(EnergyApi.answer(found, outlook)));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Outlook.Day day : outlook.days().subList(0, days)) {
            for (int s = 0; s < day.bands().length; s++) {
                Intervals.Band band = day.bands()[s];
                LocalDateTime time = day.date().atStartOfDay().plusMinutes(1440L * s / day.bands().length);
                rows.add(List.of(
                        time.toString(),
                        CurveChart.plain(band.value()),
                        CurveChart.plain(band.low()),
                        CurveChart.plain(band.high()),
                        CurveChart.plain(day.naive()[s]),
                        CurveChart.plain(day.profile()[s])));
            }
        }
        List<String> head = List.of("local_time", "kWh", "low", "high", "weekly_naive", "four_week_profile");
        String text = Table.csv(head, rows);
        System.out.print(
                format == ResultFormat.csv ? text : text.replace(",", "\t").replace("\r", ""));
    }

    private static void score(String name, Scores scores) {
        System.err.printf(
                "%s: RMSE %.3f kWh, MAE %.3f kWh, R2 %.3f over the replayed days%n",
                name, scores.rmse(), scores.mae(), scores.r2());
    }
}
