package org.boucle.app.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines, areas and bands over time, as a server-side SVG; the axis holds zero. */
public final class TimeChart {
    private static final int WIDTH = 980;
    private static final int LEFT = 46;
    private static final int RIGHT = 8;
    private static final int BOTTOM = 24;
    private final int height;
    private final String title;
    private final String unit;
    private final Locale locale;
    private final ZoneId zone;
    private final List<Series> series = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private double top;
    private double bottom;

    /** How a series is drawn. */
    public enum Look {
        AREA,
        LINE,
        DASHED,
        DOTTED,
        BAND
    }

    private record Series(
            String name, Look look, String colour, Instant start, Duration step, double[] low, double[] values) {
        Instant end() {
            return start.plus(step.multipliedBy(values.length));
        }
    }

    private record Limit(String name, double value) {}

    public TimeChart(String title, String unit, int height, Locale locale, ZoneId zone) {
        this.title = title;
        this.unit = unit;
        this.height = height;
        this.locale = locale;
        this.zone = zone;
    }

    public TimeChart add(String name, Look look, String colour, Instant start, Duration step, double[] values) {
        series.add(new Series(name, look, colour, start, step, new double[0], values));
        return this;
    }

    public TimeChart band(String name, String colour, Instant start, Duration step, double[] low, double[] high) {
        series.add(new Series(name, Look.BAND, colour, start, step, low, high));
        return this;
    }

    /** A horizontal line; drawn where it isn't far above everything. */
    public TimeChart limit(String name, double value) {
        limits.add(new Limit(name, value));
        return this;
    }

    private Instant start() {
        return series.stream().map(Series::start).min(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private Instant end() {
        return series.stream().map(Series::end).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    public String svg() {
        Svg svg = new Svg(WIDTH, height, title);
        double highest = series.stream()
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(1);
        for (Limit limit : limits) {
            highest = limit.value() < 1.6 * highest ? Math.max(highest, limit.value()) : highest;
        }
        double tick = niceStep(highest);
        top = Math.max(tick, Math.ceil(highest / tick) * tick);
        bottom = Math.floor(lowest() / tick) * tick;
        for (double value = bottom; value <= top + 1e-9; value += tick) {
            svg.line(
                    LEFT,
                    y(value),
                    WIDTH - RIGHT,
                    y(value),
                    Math.abs(value) < 1e-9 ? "class=\"axis\"" : "class=\"gridline\"");
            svg.text(LEFT - 6, y(value) + 4, "end", label(value));
        }
        svg.text(LEFT, 12, "start", unit);
        timeAxis(svg);
        series.forEach(one -> draw(svg, one));
        for (Limit limit : limits) {
            if (limit.value() <= top) {
                svg.line(
                        LEFT,
                        y(limit.value()),
                        WIDTH - RIGHT,
                        y(limit.value()),
                        "stroke=\"var(--bad)\" stroke-dasharray=\"7 4\" stroke-width=\"1.2\"");
                svg.text(
                        WIDTH - RIGHT,
                        y(limit.value()) - 5,
                        "end",
                        limit.name() + " " + label(limit.value()) + " " + unit,
                        "style=\"fill:var(--bad)\"");
            }
        }
        legend(svg);
        return svg.toString();
    }

    private double lowest() {
        return series.stream()
                .flatMapToDouble(s -> Arrays.stream(s.look() == Look.BAND ? s.low() : s.values()))
                .filter(v -> v < 0)
                .min()
                .orElse(0);
    }

    private String label(double value) {
        return String.format(locale, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }

    /** A round step of which about four reach the highest value. */
    public static double niceStep(double highest) {
        double raw = Math.max(1e-9, highest) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (raw <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private double x(Instant time) {
        double share = Duration.between(start(), time).toMillis()
                / (double) Math.max(1, Duration.between(start(), end()).toMillis());
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return height - BOTTOM - (value - bottom) / (top - bottom) * (height - BOTTOM - 22);
    }

    private void draw(Svg svg, Series one) {
        if (one.look() == Look.BAND) {
            svg.path(outline(one), "fill=\"" + one.colour() + "\" fill-opacity=\".2\"");
            return;
        }
        StringBuilder path = new StringBuilder();
        StringBuilder area = new StringBuilder();
        boolean open = false;
        double before = 0;
        for (int i = 0; i < one.values().length; i++) {
            double value = one.values()[i];
            if (Double.isNaN(value)) {
                close(area, open, before);
                open = false;
                continue;
            }
            double x = x(
                    one.start().plus(one.step().multipliedBy(i)).plus(one.step().dividedBy(2)));
            String point = Svg.number(x) + " " + Svg.number(y(value));
            path.append(open ? "L" : "M").append(point);
            area.append(open ? "L" : "M" + Svg.number(x) + " " + Svg.number(y(0)) + "L")
                    .append(point);
            open = true;
            before = x;
        }
        close(area, open, before);
        if (one.look() == Look.AREA) {
            svg.path(area, "fill=\"" + one.colour() + "\" fill-opacity=\".13\"");
        }
        svg.path(path, "fill=\"none\" stroke-linejoin=\"round\" stroke=\"" + one.colour() + "\" " + dashes(one.look()));
    }

    private void close(StringBuilder area, boolean open, double x) {
        if (open) {
            area.append("L")
                    .append(Svg.number(x))
                    .append(" ")
                    .append(Svg.number(y(0)))
                    .append("Z");
        }
    }

    private static String dashes(Look look) {
        return switch (look) {
            case AREA -> "stroke-width=\"1.5\"";
            case LINE, BAND -> "stroke-width=\"1.8\"";
            case DASHED -> "stroke-width=\"1.3\" stroke-dasharray=\"6 4\"";
            case DOTTED -> "stroke-width=\"1.3\" stroke-dasharray=\"2 3\"";
        };
    }

    private StringBuilder outline(Series one) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < one.values().length; i++) {
            path.append(i == 0 ? "M" : "L").append(point(one, i, one.values()[i]));
        }
        for (int i = one.values().length - 1; i >= 0; i--) {
            path.append("L").append(point(one, i, one.low()[i]));
        }
        return path.append("Z");
    }

    private String point(Series one, int index, double value) {
        Instant middle =
                one.start().plus(one.step().multipliedBy(index)).plus(one.step().dividedBy(2));
        return Svg.number(x(middle)) + " " + Svg.number(y(Double.isNaN(value) ? 0 : value));
    }

    private void timeAxis(Svg svg) {
        Duration span = Duration.between(start(), end());
        boolean hours = span.toHours() <= 60;
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(hours ? "HH:mm" : span.toDays() <= 45 ? "EEE d" : "MMM", locale);
        ZonedDateTime at = start().atZone(zone).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        if (!hours && span.toDays() > 45) {
            at = at.withDayOfMonth(1);
        }
        int days = (int) Math.max(1, Math.ceil(span.toDays() / 9.0));
        while (!at.toInstant().isAfter(end())) {
            if (!at.toInstant().isBefore(start())) {
                double x = x(at.toInstant());
                svg.line(x, height - BOTTOM, x, height - BOTTOM + 4, "class=\"axis\"");
                boolean edge = x > WIDTH - 36;
                svg.text(
                        edge ? WIDTH - RIGHT : x,
                        height - 7,
                        edge ? "end" : hours ? "middle" : "start",
                        format.format(at));
            }
            at = hours
                    ? at.plusHours(span.toHours() <= 14 ? 1 : span.toHours() <= 30 ? 3 : 6)
                    : span.toDays() <= 45 ? at.plusDays(days) : at.plusMonths(1);
        }
    }

    private void legend(Svg svg) {
        double x = LEFT + 60;
        for (Series one : series) {
            boolean block = one.look() == Look.BAND;
            svg.line(
                    x,
                    8,
                    x + 20,
                    8,
                    "stroke=\"" + one.colour() + "\" "
                            + (block ? "stroke-width=\"9\" stroke-opacity=\".25\"" : dashes(one.look())));
            svg.text(x + 25, 12, "start", one.name());
            x += 45 + 6.6 * one.name().length();
        }
    }
}
