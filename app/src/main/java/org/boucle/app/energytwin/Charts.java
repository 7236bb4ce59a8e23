package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.boucle.app.pages.Page;
import org.boucle.app.pages.Svg;
import org.boucle.app.pages.TimeChart;
import org.boucle.features.energytwin.states.PowerState;

/** The other charts of the energy pages: week, duration, states, shares. */
final class Charts {
    private Charts() {}

    /** Mean power of each hour of the week, in six classes of the same count. */
    static String week(Page page, double[][] kW) {
        Svg svg = new Svg(520, 226, page.t("energytwin.week.title"));
        double[] sorted = Arrays.stream(kW)
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        Locale locale = page.language().locale();
        for (int day = 0; day < 7; day++) {
            String name = java.time.DayOfWeek.of(day + 1).getDisplayName(java.time.format.TextStyle.SHORT, locale);
            svg.text(34, 22 + day * 25 + 13, "end", name);
            for (int hour = 0; hour < 24; hour++) {
                double value = kW[day][hour];
                String tip = name + " " + hour + " h : " + page.n(value, 1) + " kW";
                svg.rect(
                        40 + hour * 19.8,
                        18 + day * 25,
                        18.6,
                        23.6,
                        "rx=\"2\" fill=\"var(--h" + level(sorted, value) + ")\"",
                        tip);
            }
        }
        for (int hour = 0; hour < 24; hour += 3) {
            svg.text(40 + hour * 19.8, 12, "start", hour + " h");
        }
        for (int k = 0; k < 6; k++) {
            svg.rect(40 + k * 72, 200, 16, 12, "rx=\"2\" fill=\"var(--h" + k + ")\"", "");
            double from = sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * k / 6)];
            svg.text(60 + k * 72, 211, "start", "≥ " + page.n(from, from < 10 ? 1 : 0));
        }
        svg.text(516, 211, "end", "kW");
        return svg.toString();
    }

    private static int level(double[] sorted, double value) {
        if (Double.isNaN(value) || sorted.length == 0) {
            return 0;
        }
        int below = Arrays.binarySearch(sorted, value);
        return Math.clamp((below < 0 ? -below - 1 : below) * 6L / sorted.length, 0, 5);
    }

    /** Powers sorted from the highest, over the share of the time. */
    static String duration(Page page, double[] sorted, double contract, double baseload) {
        Svg svg = new Svg(520, 226, page.t("energytwin.duration.title"));
        double highest = sorted.length == 0 ? 1 : Math.max(sorted[0], contract < 1.6 * sorted[0] ? contract : 0);
        double tick = TimeChart.niceStep(highest);
        double top = Math.max(tick, Math.ceil(highest / tick) * tick);
        for (double v = 0; v <= top + 1e-9; v += tick) {
            svg.line(44, y(v, top), 512, y(v, top), v == 0 ? "class=\"axis\"" : "class=\"gridline\"");
            svg.text(38, y(v, top) + 4, "end", page.n(v, v == Math.rint(v) ? 0 : 1));
        }
        StringBuilder path = new StringBuilder();
        int points = Math.min(240, sorted.length);
        for (int i = 0; i < points; i++) {
            double value = sorted[(int) ((long) i * (sorted.length - 1) / Math.max(1, points - 1))];
            path.append(i == 0 ? "M" : "L")
                    .append(Svg.number(44 + 468.0 * i / Math.max(1, points - 1)))
                    .append(' ')
                    .append(Svg.number(y(value, top)));
        }
        if (points > 0) {
            svg.path(path + "L512 196L44 196Z", "fill=\"var(--c3)\" fill-opacity=\".14\"");
            svg.path(path, "fill=\"none\" stroke=\"var(--c3)\" stroke-width=\"1.8\"");
            String dash = "stroke-dasharray=\"4 3\" stroke=\"var(--c2)\"";
            svg.line(44, y(baseload, top), 512, y(baseload, top), dash);
            svg.text(
                    512,
                    y(baseload, top) - 5,
                    "end",
                    page.t("energytwin.baseload") + " " + page.n(baseload, 0) + " kW");
        }
        if (contract > 0 && contract <= top) {
            svg.line(44, y(contract, top), 512, y(contract, top), "stroke-dasharray=\"7 4\" stroke=\"var(--bad)\"");
        }
        for (int share = 0; share <= 100; share += 25) {
            svg.text(44 + 4.68 * share, 212, share == 0 ? "start" : share == 100 ? "end" : "middle", share + " %");
        }
        svg.text(44, 12, "start", "kW");
        return svg.toString();
    }

    private static double y(double value, double top) {
        return 196 - value / top * 176;
    }

    /** One stretch of a machine in a state. */
    record Stretch(PowerState state, Instant from, Instant to) {}

    /** States of several machines over time; height and colour both tell the state. */
    static String states(Page page, Map<String, List<Stretch>> machines, Instant from, Instant to) {
        int row = 26;
        int height = 24 + machines.size() * row + 24;
        Svg svg = new Svg(980, height, page.t("energytwin.states.title"));
        double scale =
                (980 - 118) / (double) Math.max(1, Duration.between(from, to).toMillis());
        int at = 0;
        for (Map.Entry<String, List<Stretch>> machine : machines.entrySet()) {
            double bottom = 20 + at * row + row - 4;
            svg.text(104, bottom - 4, "end", machine.getKey());
            svg.line(110, bottom, 972, bottom, "class=\"gridline\"");
            for (Stretch stretch : machine.getValue()) {
                double x = 110 + Duration.between(from, stretch.from()).toMillis() * scale;
                double width = Duration.between(stretch.from(), stretch.to()).toMillis() * scale;
                double tall = height(stretch.state());
                svg.rect(x, bottom - tall, width, tall, "fill=\"" + colour(stretch.state()) + "\"", "");
            }
            at++;
        }
        ZoneId zone = page.zone();
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern("HH:mm", page.language().locale());
        ZonedDateTime hour = from.atZone(zone)
                .truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                .plusHours(1);
        for (; hour.toInstant().isBefore(to); hour = hour.plusHours(1)) {
            if (hour.getHour() % 2 == 0) {
                double x = 110 + Duration.between(from, hour.toInstant()).toMillis() * scale;
                svg.text(x, height - 8, "middle", format.format(hour));
            }
        }
        double x = 110;
        for (PowerState state : PowerState.values()) {
            String name = page.t("energytwin.state." + state.name());
            svg.rect(x, 12 - height(state) * 0.6, 14, height(state) * 0.6, "fill=\"" + colour(state) + "\"", "");
            svg.text(x + 20, 12, "start", name);
            x += 40 + 7 * name.length();
        }
        return svg.toString();
    }

    private static double height(PowerState state) {
        return switch (state) {
            case OFF -> 2;
            case STANDBY -> 7;
            case IDLE -> 12;
            case PROCESSING -> 19;
        };
    }

    private static String colour(PowerState state) {
        return switch (state) {
            case OFF -> "var(--line-strong)";
            case STANDBY -> "var(--c7)";
            case IDLE -> "var(--c2)";
            case PROCESSING -> "var(--c1)";
        };
    }

    /** A named amount of energy in kWh. */
    record Share(String name, double energy, String colour) {}

    /** Shares of a whole as labelled bars, largest first. */
    static String shares(Page page, List<Share> shares, String title) {
        int row = 24;
        Svg svg = new Svg(520, Math.max(1, shares.size()) * row + 8, title);
        double most = shares.stream().mapToDouble(Share::energy).max().orElse(1);
        double all = shares.stream().mapToDouble(Share::energy).sum();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            double y = 4 + i * row;
            svg.text(112, y + 14, "end", share.name());
            svg.rect(118, y + 2, 250 * share.energy() / most, row - 8, "rx=\"2\" fill=\"" + share.colour() + "\"", "");
            String value = page.n(share.energy(), 0) + " kWh · " + page.percent(share.energy() / all);
            svg.text(124 + 250 * share.energy() / most, y + 14, "start", value);
        }
        return svg.toString();
    }
}
