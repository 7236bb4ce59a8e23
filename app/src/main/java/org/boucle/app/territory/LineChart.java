package org.boucle.app.territory;

import java.util.List;

/** Lines over two numeric axes: Pareto fronts and composite curves. */
final class LineChart {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 340;
    private static final double LEFT = 78;
    private static final double RIGHT = 18;
    private static final double TOP = 16;
    private static final double BOTTOM = 46;

    private LineChart() {}

    /** A line through points, its colour and name. */
    record Line(String name, String colour, List<double[]> points, boolean hasDots) {}

    /** Writes a tick's number in the user's language. */
    @FunctionalInterface
    interface Ticks {
        String text(double value);
    }

    static String of(List<Line> lines, String xTitle, String yTitle, String title, Ticks ticks) {
        double[] x = range(lines, 0);
        double[] y = range(lines, 1);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        for (int i = 0; i <= 4; i++) {
            double vx = x[0] + (x[1] - x[0]) * i / 4;
            double vy = y[0] + (y[1] - y[0]) * i / 4;
            svg.line(LEFT, py(vy, y), WIDTH - RIGHT, py(vy, y), "gridline");
            svg.text(LEFT - 6, py(vy, y) + 4, "end", ticks.text(vy));
            svg.text(px(vx, x), HEIGHT - BOTTOM + 18, "middle", ticks.text(vx));
        }
        svg.line(LEFT, TOP, LEFT, HEIGHT - BOTTOM, "axis");
        svg.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "axis");
        svg.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", xTitle);
        svg.text(LEFT, TOP - 4, "start", yTitle);
        double legend = LEFT + 150;
        for (Line line : lines) {
            StringBuilder points = new StringBuilder();
            for (double[] point : line.points()) {
                points.append(Svg.number(px(point[0], x)))
                        .append(',')
                        .append(Svg.number(py(point[1], y)))
                        .append(' ');
                if (line.hasDots()) {
                    svg.circle(
                            px(point[0], x),
                            py(point[1], y),
                            4,
                            "fill:" + line.colour(),
                            ticks.text(point[0]) + " · " + ticks.text(point[1]));
                }
            }
            svg.polyline(points.toString().strip(), "stroke-width:2;stroke:" + line.colour());
            svg.rect(legend, TOP - 13, 12, 10, "fill:" + line.colour(), line.name());
            svg.text(legend + 16, TOP - 4, "start", line.name());
            legend += 150;
        }
        return svg.toString();
    }

    private static double[] range(List<Line> lines, int axis) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            for (double[] point : line.points()) {
                low = Math.min(low, point[axis]);
                high = Math.max(high, point[axis]);
            }
        }
        if (!(low < high)) {
            double middle = Double.isInfinite(low) ? 0 : low;
            return new double[] {middle - 1, middle + 1};
        }
        double pad = (high - low) * 0.05;
        return new double[] {low - pad, high + pad};
    }

    private static double px(double value, double[] range) {
        return LEFT + (value - range[0]) / (range[1] - range[0]) * (WIDTH - LEFT - RIGHT);
    }

    private static double py(double value, double[] range) {
        return HEIGHT - BOTTOM - (value - range[0]) / (range[1] - range[0]) * (HEIGHT - BOTTOM - TOP);
    }
}
