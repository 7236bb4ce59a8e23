package org.boucle.app.territory;

import java.util.List;

/** Bars over named places, stacked where there are several series; one mark per bar may show a promise. */
final class BarChart {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 240;
    private static final double LEFT = 70;
    private static final double RIGHT = 12;
    private static final double TOP = 26;
    private static final double BOTTOM = 30;

    private BarChart() {}

    /** One series: its name, colour and a value for each bar. */
    record Series(String name, String colour, List<Double> values) {}

    /** @param marks a line across each bar, empty where there are none */
    static String of(
            List<String> bars,
            List<Series> series,
            List<Double> marks,
            String unit,
            String title,
            LineChart.Ticks ticks) {
        double most = 0;
        for (int i = 0; i < bars.size(); i++) {
            int bar = i;
            most = Math.max(
                    most, series.stream().mapToDouble(s -> s.values().get(bar)).sum());
            most = Math.max(most, marks.isEmpty() ? 0 : marks.get(i));
        }
        double top = most > 0 ? most * 1.05 : 1;
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        for (int i = 0; i <= 4; i++) {
            double y = y(top * i / 4, top);
            svg.line(LEFT, y, WIDTH - RIGHT, y, "gridline");
            svg.text(LEFT - 6, y + 4, "end", ticks.text(top * i / 4));
        }
        double step = (WIDTH - LEFT - RIGHT) / Math.max(1, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            draw(svg, LEFT + i * step, step, i, bars, series, top, ticks, unit);
            if (!marks.isEmpty()) {
                double y = y(marks.get(i), top);
                svg.rect(
                        LEFT + i * step + 2,
                        y - 1.5,
                        step - 4,
                        3,
                        "fill:var(--ink)",
                        ticks.text(marks.get(i)) + " " + unit);
            }
        }
        svg.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "axis");
        svg.text(LEFT, TOP - 12, "start", unit);
        double legend = LEFT + 90;
        for (Series each : series.size() > 1 ? series : List.<Series>of()) {
            svg.rect(legend, TOP - 21, 12, 10, "fill:" + each.colour(), each.name());
            svg.text(legend + 16, TOP - 12, "start", shortened(each.name()));
            legend += 136;
        }
        return svg.toString();
    }

    private static void draw(
            Svg svg,
            double x,
            double step,
            int bar,
            List<String> bars,
            List<Series> series,
            double top,
            LineChart.Ticks ticks,
            String unit) {
        double below = 0;
        for (Series each : series) {
            double value = each.values().get(bar);
            if (value > 0) {
                double y = y(below + value, top);
                String title = bars.get(bar) + " " + each.name() + ": " + ticks.text(value) + " " + unit;
                svg.rect(x + step * 0.12, y, step * 0.76, y(below, top) - y, "fill:" + each.colour(), title);
                below += value;
            }
        }
        svg.text(x + step / 2, HEIGHT - BOTTOM + 16, "middle", bars.get(bar));
    }

    private static String shortened(String name) {
        return name.length() > 18 ? name.substring(0, 17) + "…" : name;
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
    }
}
