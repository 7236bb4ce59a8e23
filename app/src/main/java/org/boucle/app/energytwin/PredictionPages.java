package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.app.pages.TimeChart;
import org.boucle.app.server.Exchange;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.baseline.DailyBaseline;
import org.boucle.features.energytwin.baseline.MeasuredDays;
import org.boucle.features.energytwin.prediction.Outlook;

/** The coming week, and the baseline by which savings are counted. */
final class PredictionPages {
    private final Parts parts;

    PredictionPages(Parts parts) {
        this.parts = parts;
    }

    void prediction(Exchange exchange) {
        Page page = exchange.page("energytwin.prediction");
        Optional<View> view = parts.view(exchange);
        Optional<Outlooks.Made> made =
                view.flatMap(v -> parts.outlooks().ready(v.site().id()));
        if (view.isEmpty()) {
            exchange.render("energytwin/empty.jte", page, Map.of());
            return;
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("ready", made.isPresent());
        model.put("outlook", made.flatMap(Outlooks.Made::outlook));
        model.put("known", made.map(done -> done.history().days()).orElse(0));
        model.put("drivers", parts.plans().drivers(view.get().site().id()).names());
        model.put(
                "chart",
                made.flatMap(Outlooks.Made::outlook)
                        .map(outlook -> chart(page, view.get(), outlook).svg(page.t("energytwin.prediction"), 320))
                        .orElse(""));
        exchange.render("energytwin/prediction.jte", page, model);
    }

    /** The day before, today as measured so far, and seven predicted days. */
    CurveChart chart(Page page, View view, Outlook outlook) {
        Duration quarter = Duration.ofMinutes(15);
        Instant from = Readings.midnight(view.now(), view.site())
                .atZone(view.site().timeZone())
                .minusDays(1)
                .toInstant();
        LoadCurve measured = parts.readings()
                .whole(
                        view.meters(),
                        from,
                        Readings.floor(view.now(), quarter),
                        quarter,
                        view.site().timeZone())
                .orElseThrow();
        View week = new View(view.site(), view.meters(), view.settings(), view.now(), from, view.to(), quarter);
        return new CurveChart(page, week, measured, Optional.of(outlook), 7);
    }

    void baseline(Exchange exchange) {
        Page page = exchange.page("energytwin.baseline");
        Optional<View> view = parts.view(exchange);
        if (view.isEmpty()) {
            exchange.render("energytwin/empty.jte", page, Map.of());
            return;
        }
        Optional<DailyBaseline> baseline = parts.outlooks()
                .ready(view.get().site().id())
                .flatMap(made -> DailyBaseline.of(MeasuredDays.of(
                        made.history(), parts.plans().drivers(view.get().site().id()))));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("baseline", baseline);
        model.put("chart", baseline.map(b -> chart(page, view.get(), b)).orElse(""));
        model.put("cusum", baseline.map(b -> cusum(page, view.get(), b)).orElse(""));
        exchange.render("energytwin/baseline.jte", page, model);
    }

    private static String chart(Page page, View view, DailyBaseline baseline) {
        TimeChart chart = new TimeChart(
                page.t("energytwin.baseline"),
                "MWh",
                260,
                page.language().locale(),
                view.site().timeZone());
        LocalDate first = baseline.days().getFirst();
        int days = (int) (baseline.days().getLast().toEpochDay() - first.toEpochDay()) + 1;
        Instant start = first.atStartOfDay(view.site().timeZone()).toInstant();
        chart.add(
                page.t("energytwin.measured"),
                TimeChart.Look.AREA,
                "var(--c1)",
                start,
                Duration.ofDays(1),
                spread(baseline, baseline.measured(), first, days));
        chart.add(
                page.t("energytwin.expected"),
                TimeChart.Look.LINE,
                "var(--c3)",
                start,
                Duration.ofDays(1),
                spread(baseline, baseline.expected(), first, days));
        return chart.svg();
    }

    private static double[] spread(DailyBaseline baseline, double[] values, LocalDate first, int days) {
        double[] out = new double[days];
        Arrays.fill(out, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            out[(int) (baseline.days().get(i).toEpochDay() - first.toEpochDay())] = values[i] / 1000;
        }
        return out;
    }

    /** The cumulated difference, shifted so that its lowest point is zero: what counts is its slope. */
    private static String cusum(Page page, View view, DailyBaseline baseline) {
        double[] sums = baseline.cusum();
        double lowest = Math.min(0, Arrays.stream(sums).min().orElse(0));
        double[] shown = Arrays.stream(sums).map(sum -> (sum - lowest) / 1000).toArray();
        return new TimeChart(
                        page.t("energytwin.cusum"),
                        "MWh",
                        200,
                        page.language().locale(),
                        view.site().timeZone())
                .add(
                        page.t("energytwin.cusum"),
                        TimeChart.Look.LINE,
                        "var(--c4)",
                        baseline.days()
                                .get(baseline.learnt())
                                .atStartOfDay(view.site().timeZone())
                                .toInstant(),
                        Duration.ofDays(1),
                        shown)
                .svg();
    }

    /** A line of the scores' table. */
    static List<Map.Entry<String, org.boucle.features.energytwin.prediction.Scores>> scores(
            Page page, Outlook outlook) {
        return List.of(
                Map.entry(page.t("energytwin.predicted"), outlook.model()),
                Map.entry(page.t("energytwin.profile"), outlook.profile()),
                Map.entry(page.t("energytwin.naive"), outlook.naive()));
    }
}
