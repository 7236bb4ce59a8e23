package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.app.pages.TimeChart;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.prediction.Intervals;
import org.boucle.features.energytwin.prediction.Outlook;

/** The load curve with its prediction, interval and the two plain lines, as chart, table and CSV. */
final class CurveChart {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private final Page page;
    private final View view;
    private final LoadCurve measured;
    private final List<Outlook.Day> days;
    private final boolean whole;

    CurveChart(Page page, View view, LoadCurve measured, Optional<Outlook> outlook, int coming) {
        this.page = page;
        this.view = view;
        this.measured = measured;
        this.whole = coming > 0;
        this.days = view.isShort()
                ? outlook.map(o -> o.days().subList(0, Math.min(coming, o.days().size())))
                        .orElse(List.of())
                : List.of();
    }

    String svg(String title, int height) {
        TimeChart chart = new TimeChart(
                title, "kW", height, page.language().locale(), view.site().timeZone());
        if (!days.isEmpty()) {
            Instant start = start();
            chart.band(
                    page.t("energytwin.interval"),
                    "var(--c3)",
                    start,
                    QUARTER,
                    kW(band -> band.low()),
                    kW(band -> band.high()));
            chart.add(page.t("energytwin.naive"), TimeChart.Look.DOTTED, "var(--c8)", start, QUARTER, line(false));
            chart.add(page.t("energytwin.profile"), TimeChart.Look.DOTTED, "var(--c2)", start, QUARTER, line(true));
            chart.add(
                    page.t("energytwin.predicted"),
                    TimeChart.Look.DASHED,
                    "var(--c3)",
                    start,
                    QUARTER,
                    kW(band -> band.value()));
        }
        chart.add(
                page.t("energytwin.measured"),
                TimeChart.Look.AREA,
                "var(--c1)",
                measured.start(),
                measured.step(),
                measured.kW());
        if (whole && view.settings().contract() > 0) {
            chart.limit(page.t("energytwin.contract"), view.settings().contract());
        }
        return chart.svg();
    }

    private Instant start() {
        return days.getFirst().date().atStartOfDay(view.site().timeZone()).toInstant();
    }

    private interface Side {
        double of(Intervals.Band band);
    }

    private double[] kW(Side side) {
        return days.stream()
                .flatMapToDouble(day -> Arrays.stream(day.bands()).mapToDouble(band -> side.of(band) * 4))
                .toArray();
    }

    private double[] line(boolean profile) {
        return days.stream()
                .flatMapToDouble(day -> Arrays.stream(profile ? day.profile() : day.naive()))
                .map(energy -> energy * 4)
                .toArray();
    }

    List<String> head() {
        return List.of(
                page.t("energytwin.time"),
                page.t("energytwin.measured") + " (kW)",
                page.t("energytwin.predicted") + " (kW)",
                page.t("energytwin.interval") + " −",
                page.t("energytwin.interval") + " +",
                page.t("energytwin.naive") + " (kW)",
                page.t("energytwin.profile") + " (kW)");
    }

    /** All steps with plain numbers. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            rows.add(row(measured.startOf(i), measured.kW(i)));
        }
        if (!days.isEmpty()) {
            Instant end = start().plus(Duration.ofDays(days.size()));
            for (Instant t = measured.end(); t.isBefore(end); t = t.plus(QUARTER)) {
                rows.add(row(t, Double.NaN));
            }
        }
        return rows;
    }

    private List<String> row(Instant time, double kW) {
        List<String> row = new ArrayList<>(List.of(time.toString(), plain(kW)));
        int at = days.isEmpty()
                ? -1
                : (int) Math.floorDiv(Duration.between(start(), time).toSeconds(), 900);
        if (at < 0 || at >= days.size() * 96) {
            row.addAll(List.of("", "", "", "", ""));
            return row;
        }
        Outlook.Day day = days.get(at / 96);
        Intervals.Band band = day.bands()[at % 96];
        row.add(plain(band.value() * 4));
        row.add(plain(band.low() * 4));
        row.add(plain(band.high() * 4));
        row.add(plain(day.naive()[at % 96] * 4));
        row.add(plain(day.profile()[at % 96] * 4));
        return row;
    }

    static String plain(double value) {
        return Double.isNaN(value) ? "" : String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
