package org.boucle.app.verification;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.boucle.app.pages.Page;
import org.boucle.app.pages.Svg;
import org.boucle.app.pages.TimeChart;
import org.boucle.core.decision.Verification;
import org.boucle.core.decision.Verification.Measured;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.features.energytwin.baseline.DailyBaseline;

/** Promise and measurement drawn: two intervals side by side, and how the saving grew. */
final class Charts {
    private static final int WIDTH = 420;

    private Charts() {}

    /** The promised interval over the measured one, on one axis that holds zero. */
    static String intervals(Page page, Measured measured) {
        IndicatorChange due = measured.promisedSoFar();
        IndicatorChange saved = measured.saved();
        double low = Math.min(0, Math.min(due.low(), saved.low()));
        double high = Math.max(0, Math.max(due.high(), saved.high()));
        double scale = high > low ? (WIDTH - 120) / (high - low) : 1;
        Svg svg = new Svg(WIDTH, 62, page.t("verification.chart.intervals"));
        double zero = 110 - low * scale;
        svg.line(zero, 4, zero, 58, "class=\"axis\"");
        bar(svg, page.t("verification.promised"), due, 16, "var(--c3)", zero, scale);
        bar(svg, page.t("verification.measured"), saved, 44, "var(--c1)", zero, scale);
        return svg.toString();
    }

    private static void bar(
            Svg svg, String name, IndicatorChange change, double y, String colour, double zero, double scale) {
        double x = zero + change.low() * scale;
        double width = Math.max(2, (change.high() - change.low()) * scale);
        svg.text(100, y + 4, "end", name);
        svg.rect(x, y - 7, width, 14, "rx=\"3\" fill=\"" + colour + "\" fill-opacity=\".35\"", "");
        double middle = zero + change.expected() * scale;
        svg.line(middle, y - 10, middle, y + 10, "stroke=\"" + colour + "\" stroke-width=\"3\"");
    }

    /** The saving as it grew day by day, beside the promise. */
    static String growth(Page page, Measured measured, DailyBaseline baseline, double factor) {
        LocalDate first = measured.from();
        int days = (int) measured.span();
        double[] saved = new double[days];
        java.util.Arrays.fill(saved, Double.NaN);
        double[] sums = baseline.cusum();
        double[] low = new double[days];
        double[] expected = new double[days];
        double[] high = new double[days];
        IndicatorChange daily = measured.promised().times(1 / Verification.DAYS_A_YEAR);
        List<LocalDate> dates = baseline.days();
        double counted = 0;
        int next = 0;
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            if (next < sums.length && dates.get(baseline.learnt() + next).equals(date)) {
                saved[day] = -sums[next] * factor;
                next++;
                counted++;
            }
            low[day] = counted * daily.low();
            expected[day] = counted * daily.expected();
            high[day] = counted * daily.high();
        }
        var start = first.atStartOfDay(page.zone()).toInstant();
        Duration step = Duration.ofDays(1);
        String unit = measured.saved().category().unit().text(page.language());
        return new TimeChart(
                        page.t("verification.chart.growth"),
                        unit,
                        250,
                        page.language().locale(),
                        page.zone())
                .band(page.t("verification.promised"), "var(--c3)", start, step, low, high)
                .add(page.t("verification.expected"), TimeChart.Look.DASHED, "var(--c3)", start, step, expected)
                .add(page.t("verification.measured"), TimeChart.Look.LINE, "var(--c1)", start, step, saved)
                .svg();
    }
}
