package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.boucle.app.energyindex.Drawing.Dot;
import org.boucle.app.energyindex.Drawing.Frame;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.Cusum;
import org.boucle.features.energyindex.IndexOutcome;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.StructuralEvent;
import org.boucle.features.energyindex.Waterfall;
import org.boucle.features.energyindex.YearToDate;

/** Charts as SVG with an accessible title; their figures stand in a table beside them. */
public final class Charts {
    private final Drawing pen;
    private final Wording words;

    private Charts(Wording words) {
        this.words = words;
        this.pen = new Drawing(words);
    }

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
        pen.open(title);
        grid(frame, step);
        events.stream().filter(e -> e.year() >= first && e.year() <= last).forEach(e -> marker(frame, e));
        pen.line(frame, target, "var(--c8)", "stroke-dasharray=\"6 5\"", false);
        pen.line(frame, unadjusted, "var(--c2)", "stroke-dasharray=\"2 3\"", false);
        pen.line(frame, index, "var(--c1)", "", true);
        pen.legend(!unadjusted.isEmpty(), !target.isEmpty());
        return pen.done();
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

    private void grid(Frame frame, double step) {
        for (double v = frame.low(); v <= frame.high() + 1e-9; v += step) {
            pen.rule("gridline", Drawing.LEFT, frame.y(v), Drawing.WIDTH - Drawing.RIGHT, frame.y(v));
            pen.text(Drawing.LEFT - 6, frame.y(v) + 4, "end", words.n(v, step < 1 ? 1 : 0));
        }
        int every = Math.max(1, Math.ceilDiv(frame.last() - frame.first(), 12));
        for (int year = frame.first(); year <= frame.last(); year += every) {
            pen.text(frame.x(year), Drawing.HEIGHT - Drawing.BOTTOM + 18, "middle", Integer.toString(year));
        }
    }

    /** A triangle on the time axis: up for what entered, down for what left. */
    private void marker(Frame frame, StructuralEvent event) {
        double x = frame.x(event.year());
        double base = Drawing.HEIGHT - Drawing.BOTTOM;
        boolean enters = event.kind().addsPost();
        pen.rule("axis", x, Drawing.TOP, x, base);
        pen.add(String.format(
                Locale.ROOT,
                enters
                        ? "<path d=\"M%1$.1f %2$.1f l-6 10 h12 z\" fill=\"var(--c3)\"/>"
                        : "<path d=\"M%1$.1f %3$.1f l-6 -10 h12 z\" fill=\"var(--c4)\"/>",
                x,
                base - 10,
                base));
        String anchor = x > Drawing.WIDTH - 120 ? "end" : "start";
        pen.text(
                x + (anchor.equals("end") ? -6 : 6),
                Drawing.TOP + 10,
                anchor,
                words.t(enters ? "chart.enters" : "chart.leaves", event.post()));
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
        pen.open(words.t("chart.waterfall", labels[0], labels[4]));
        pen.rule(
                "axis",
                Drawing.LEFT,
                Drawing.HEIGHT - Drawing.BOTTOM,
                Drawing.WIDTH - Drawing.RIGHT,
                Drawing.HEIGHT - Drawing.BOTTOM);
        at = fall.fromIndex();
        for (int i = 0; i < 5; i++) {
            boolean whole = i == 0 || i == 4;
            double to = i == 4 ? fall.toIndex() : at + change[i];
            double from = whole ? frame.low() : at;
            bar(frame, i, from, to, whole);
            String value = whole ? words.n(to, 1) + " %" : words.signed(change[i], 2);
            pen.text(frame.x(i + 0.5), frame.y(Math.max(from, to)) - 6, "middle", value);
            pen.text(frame.x(i + 0.5), Drawing.HEIGHT - Drawing.BOTTOM + 18, "middle", labels[i]);
            at = to;
        }
        return pen.done();
    }

    private void bar(Frame frame, int i, double from, double to, boolean whole) {
        double top = frame.y(Math.max(from, to));
        double height = Math.max(1.5, Math.abs(frame.y(from) - frame.y(to)));
        String colour = whole ? "var(--c8)" : to <= from ? "var(--c1)" : "var(--c2)";
        pen.add(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" rx=\"2\"/>",
                frame.x(i + 0.2),
                top,
                frame.x(i + 0.8) - frame.x(i + 0.2),
                height,
                colour));
    }

    /** The two CUSUM sums of a post's specific consumption against the alarm threshold of 5 standard deviations, cut at 15. */
    public static String cusum(Wording words, YearToDate.PostDrift drift) {
        Drawing pen = new Drawing(words);
        List<Dot> up = new ArrayList<>();
        List<Dot> down = new ArrayList<>();
        for (Cusum.Step step : drift.steps()) {
            up.add(new Dot(step.index(), OptionalDouble.of(Math.min(15, step.up()))));
            down.add(new Dot(step.index(), OptionalDouble.of(-Math.min(15, step.down()))));
        }
        double high = Math.max(6, bound(up, Math::max, 0));
        double low = Math.min(-6, bound(down, Math::min, 0));
        Frame frame = new Frame(
                up.getFirst().year(),
                Math.max(up.getFirst().year() + 1, up.getLast().year()),
                low,
                high);
        pen.open(words.t("chart.cusum", drift.post()));
        for (double level : new double[] {-5, 0, 5}) {
            pen.rule(
                    level == 0 ? "axis" : "gridline",
                    Drawing.LEFT,
                    frame.y(level),
                    Drawing.WIDTH - Drawing.RIGHT,
                    frame.y(level));
            pen.text(Drawing.LEFT - 6, frame.y(level) + 4, "end", words.n(level, 0));
        }
        int every = Math.max(1, (frame.last() - frame.first()) / 8);
        for (int day = frame.first(); day <= frame.last(); day += every) {
            pen.text(frame.x(day), Drawing.HEIGHT - Drawing.BOTTOM + 18, "middle", Integer.toString(day + 1));
        }
        pen.line(frame, up, "var(--c2)", "", false);
        pen.line(frame, down, "var(--c3)", "", false);
        int x = pen.legend(Drawing.LEFT, words.t("drift.up"), "var(--c2)", "");
        pen.legend(x, words.t("drift.down"), "var(--c3)", "");
        return pen.done();
    }
}
