package org.boucle.app.intensity;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.FactorProfile;

/** An hourly intensity drawn twice: its daily means over time, and its months by the hour of the day. */
final class IntensityChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 52;

    private IntensityChart() {}

    /** Daily means, g per kWh. */
    static String days(Page page, String name, FactorProfile profile) {
        double[] days = profile.byDay();
        double top = 1.08
                * 1000
                * Arrays.stream(days).filter(v -> !Double.isNaN(v)).max().orElse(1e-3);
        StringBuilder svg = begin(240, page.t("intensity.chart.days", name));
        for (int i = 0; i <= 4; i++) {
            double y = 210 - 195 * i / 4.0;
            svg.append(format(
                    "<line class=\"gridline\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%s</text>",
                    LEFT, WIDTH - 6, y, y, LEFT - 6, y + 4, page.n(top * i / 4, 0)));
        }
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < days.length; i++) {
            if (Double.isNaN(days[i])) {
                pen = false;
                continue;
            }
            double x = LEFT + (WIDTH - LEFT - 8) * (i + 0.5) / days.length;
            path.append(format("%s%.1f %.1f", pen ? "L" : "M", x, 210 - 195 * days[i] * 1000 / top));
            pen = true;
        }
        svg.append("<path fill=\"none\" stroke=\"var(--c1)\" stroke-width=\"1.5\" d=\"")
                .append(path)
                .append("\"/>");
        svg.append(format("<text x=\"%d\" y=\"232\">g/kWh</text>", LEFT));
        return svg.append("</svg>").toString();
    }

    /** Months in rows, hours of the day in columns, darker where more is emitted. */
    static String months(Page page, String name, FactorProfile profile) {
        double[] all = Arrays.stream(profile.byMonthAndHour())
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Math.max(low + 1e-9, Arrays.stream(all).max().orElse(1));
        StringBuilder svg = begin(12 * 19 + 34, page.t("intensity.chart.months", name));
        double cell = (WIDTH - LEFT - 8) / 24.0;
        for (int m = 0; m < 12; m++) {
            String month = Month.of(m + 1)
                    .getDisplayName(TextStyle.SHORT, page.language().locale());
            svg.append(format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 6, m * 19 + 15, month));
            for (int h = 0; h < 24; h++) {
                double value = profile.byMonthAndHour()[m][h];
                if (!Double.isNaN(value)) {
                    int shade = (int) Math.min(5, 6 * (value - low) / (high - low));
                    svg.append(format(
                            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"var(--h%d)\"/>",
                            LEFT + h * cell, m * 19 + 1, cell - 1, shade));
                }
            }
        }
        for (int h = 0; h < 24; h += 3) {
            svg.append(format("<text x=\"%.1f\" y=\"%d\">%d h</text>", LEFT + h * cell, 12 * 19 + 16, h));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s – %s g/kWh</text>",
                WIDTH - 8, 12 * 19 + 30, page.n(low * 1000, 0), page.n(high * 1000, 0)));
        return svg.append("</svg>").toString();
    }

    private static StringBuilder begin(int height, String title) {
        return new StringBuilder(format(
                "<svg class=\"chart\" style=\"max-width:1000px\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>",
                WIDTH, height, title.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
