package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.IndexOutcome;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.StructuralEvent;
import org.boucle.features.energyindex.Waterfall;

/** Charts as SVG with an accessible title; their figures stand in a table beside them. */
public final class Charts {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 46;
    private static final int RIGHT = 16;
    private static final int TOP = 26;
    private static final int BOTTOM = 46;

    private final StringBuilder svg = new StringBuilder();
    private final Wording words;

    private Charts(Wording words) {
        this.words = words;
    }

    /** A year and its value; a year without index has none. */
    private record Dot(int year, OptionalDouble value) {}

    /** The index of a site against its target path, with what entered and left. */
    public static String site(Wording words, Site site, List<SiteYear> years) {
        List<Dot> index = dots(years, SiteYear::index);
        List<Dot> unadjusted = dots(years, SiteYear::unadjusted);
        List<Dot> target = new ArrayList<>();
        site.target().ifPresent(t -> {
            for (int y = t.startYear(); y <= t.endYear(); y++) {
                target.add(new Dot(y, OptionalDouble.of(t.at(y))));
            }
        });
        boolean adjusted = !index.equals(unadjusted);
        List<Dot> second = adjusted ? unadjusted : List.of();
        return new Charts(words).curve(words.t("chart.site", site.name()), index, second, target, site.events());
    }

    /** The index of a sector or company. */
    public static String sector(Wording words, List<Consolidation> years) {
        List<Dot> index =
                years.stream().map(y -> new Dot(y.year(), y.index().percent())).toList();
        List<Dot> unadjusted = years.stream()
                .map(y -> new Dot(y.year(), y.unadjusted().percent()))
                .toList();
        List<Dot> second = index.equals(unadjusted) ? List.of() : unadjusted;
        return new Charts(words).curve(words.t("chart.sector"), index, second, List.of(), List.of());
    }

    private static List<Dot> dots(List<SiteYear> years, java.util.function.Function<SiteYear, IndexOutcome> of) {
        return years.stream().map(y -> new Dot(y.year(), of.apply(y).percent())).toList();
    }

    private String curve(
            String title, List<Dot> index, List<Dot> unadjusted, List<Dot> target, List<StructuralEvent> events) {
        List<Dot> all = new ArrayList<>(index);
        all.addAll(unadjusted);
        all.addAll(target);
        double low = bound(all, Math::min, 100);
        double high = bound(all, Math::max, 100);
        double step = Math.max(1, niceStep((high - low) / 5));
        low = Math.floor(low / step) * step;
        high = Math.max(low + step, Math.ceil(high / step) * step);
        int first = all.stream().mapToInt(Dot::year).min().orElse(0);
        int last = Math.max(first + 1, all.stream().mapToInt(Dot::year).max().orElse(1));
        Frame frame = new Frame(first, last, low, high);
        open(title);
        grid(frame, step);
        events.stream().filter(e -> e.year() >= first && e.year() <= last).forEach(e -> marker(frame, e));
        line(frame, target, "var(--c8)", "stroke-dasharray=\"6 5\"", false);
        line(frame, unadjusted, "var(--c2)", "stroke-dasharray=\"2 3\"", false);
        line(frame, index, "var(--c1)", "", true);
        legend(!unadjusted.isEmpty(), !target.isEmpty());
        return svg.append("</svg>").toString();
    }

    private record Frame(int first, int last, double low, double high) {
        double x(double year) {
            return LEFT + (WIDTH - LEFT - RIGHT) * (year - first) / (last - first);
        }

        double y(double value) {
            return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
        }
    }

    private static double bound(List<Dot> dots, java.util.function.DoubleBinaryOperator better, double start) {
        double best = start;
        for (Dot dot : dots) {
            best = dot.value().isPresent()
                    ? better.applyAsDouble(best, dot.value().getAsDouble())
                    : best;
        }
        return best;
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1e-9))));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private void open(String title) {
        svg.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\"><title>")
                .append(escaped(title))
                .append("</title>");
    }

    private void grid(Frame frame, double step) {
        for (double v = frame.low(); v <= frame.high() + 1e-9; v += step) {
            rule("gridline", LEFT, frame.y(v), WIDTH - RIGHT, frame.y(v));
            text(LEFT - 6, frame.y(v) + 4, "end", words.n(v, step < 1 ? 1 : 0));
        }
        int every = Math.max(1, Math.ceilDiv(frame.last() - frame.first(), 12));
        for (int year = frame.first(); year <= frame.last(); year += every) {
            text(frame.x(year), HEIGHT - BOTTOM + 18, "middle", Integer.toString(year));
        }
    }

    /** A triangle on the time axis: up for what entered, down for what left. */
    private void marker(Frame frame, StructuralEvent event) {
        double x = frame.x(event.year());
        double base = HEIGHT - BOTTOM;
        boolean enters = event.kind().addsPost();
        rule("axis", x, TOP, x, base);
        svg.append(String.format(
                Locale.ROOT,
                enters
                        ? "<path d=\"M%1$.1f %2$.1f l-6 10 h12 z\" fill=\"var(--c3)\"/>"
                        : "<path d=\"M%1$.1f %3$.1f l-6 -10 h12 z\" fill=\"var(--c4)\"/>",
                x,
                base - 10,
                base));
        String anchor = x > WIDTH - 120 ? "end" : "start";
        text(
                x + (anchor.equals("end") ? -6 : 6),
                TOP + 10,
                anchor,
                words.t(enters ? "chart.enters" : "chart.leaves", event.post()));
    }

    private void line(Frame frame, List<Dot> dots, String colour, String style, boolean marks) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (Dot dot : dots) {
            if (dot.value().isEmpty()) {
                pen = false;
                continue;
            }
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    pen ? "L" : "M",
                    frame.x(dot.year()),
                    frame.y(dot.value().getAsDouble())));
            pen = true;
        }
        if (path.isEmpty()) {
            return;
        }
        svg.append("<path fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append("\" ");
        svg.append(style).append(" d=\"").append(path).append("\"/>");
        for (Dot dot : marks ? dots : List.<Dot>of()) {
            dot.value()
                    .ifPresent(v -> svg.append(String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>",
                            frame.x(dot.year()),
                            frame.y(v),
                            colour)));
        }
    }

    private void legend(boolean unadjusted, boolean target) {
        int x = LEFT;
        x = legend(x, "IEE (%)", "var(--c1)", "");
        x = unadjusted ? legend(x, words.t("unadjusted"), "var(--c2)", "stroke-dasharray=\"2 3\"") : x;
        if (target) {
            legend(x, words.t("target"), "var(--c8)", "stroke-dasharray=\"6 5\"");
        }
    }

    private int legend(int x, String label, String colour, String style) {
        svg.append(String.format(
                Locale.ROOT,
                "<path stroke=\"%s\" stroke-width=\"2\" %s d=\"M%d %d h24\"/>",
                colour,
                style,
                x,
                HEIGHT - 8));
        text(x + 30, HEIGHT - 4, "start", label);
        return x + 50 + 7 * label.length();
    }

    /** From one year's index to the next: activity, structure, intensity. */
    public static String waterfall(Wording words, Waterfall fall) {
        return new Charts(words).steps(fall);
    }

    private String steps(Waterfall fall) {
        String[] labels = {
            Integer.toString(fall.fromYear()),
            words.t("activity"),
            words.t("structure"),
            words.t("intensity"),
            Integer.toString(fall.toYear())
        };
        double[] change = {0, fall.activity(), fall.structure(), fall.intensity(), 0};
        double low = Math.min(fall.fromIndex(), fall.toIndex());
        double high = Math.max(fall.fromIndex(), fall.toIndex());
        double at = fall.fromIndex();
        for (double c : change) {
            at += c;
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        double room = Math.max(1, high - low) * 0.35;
        Frame frame = new Frame(0, 5, low - room, high + room);
        open(words.t("chart.waterfall", labels[0], labels[4]));
        rule("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        at = fall.fromIndex();
        for (int i = 0; i < 5; i++) {
            boolean whole = i == 0 || i == 4;
            double to = i == 4 ? fall.toIndex() : at + change[i];
            double from = whole ? frame.low() : at;
            bar(frame, i, from, to, whole);
            String value = whole ? words.n(to, 1) + " %" : words.signed(change[i], 2);
            text(frame.x(i + 0.5), frame.y(Math.max(from, to)) - 6, "middle", value);
            text(frame.x(i + 0.5), HEIGHT - BOTTOM + 18, "middle", labels[i]);
            at = to;
        }
        return svg.append("</svg>").toString();
    }

    private void bar(Frame frame, int i, double from, double to, boolean whole) {
        double top = frame.y(Math.max(from, to));
        double height = Math.max(1.5, Math.abs(frame.y(from) - frame.y(to)));
        String colour = whole ? "var(--c8)" : to <= from ? "var(--c1)" : "var(--c2)";
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" rx=\"2\"/>",
                frame.x(i + 0.2),
                top,
                frame.x(i + 0.8) - frame.x(i + 0.2),
                height,
                colour));
    }

    private void rule(String type, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                type,
                x1,
                y1,
                x2,
                y2));
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
