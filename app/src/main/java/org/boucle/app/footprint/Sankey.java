package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.LifeCycleStage;

/** The contributions of a category as bands from the heaviest items over the stages to the total, as an SVG. */
final class Sankey {
    private static final int MOST_ITEMS = 9;
    private static final double HEIGHT = 320;
    private static final double GAP = 6;

    private final FootprintView view;
    private final ImpactCategory category;
    private final StringBuilder svg = new StringBuilder();

    private Sankey(FootprintView view, ImpactCategory category) {
        this.view = view;
        this.category = category;
    }

    /** The chart; empty text where the category has no line. */
    static String of(FootprintView view, ImpactCategory category) {
        return new Sankey(view, category).draw();
    }

    /** What an item sends to its stage. */
    private record Band(String label, LifeCycleStage stage, double size) {}

    private String draw() {
        List<Band> bands = bands();
        double sum = bands.stream().mapToDouble(Band::size).sum();
        if (sum == 0) {
            return "";
        }
        double scale = (HEIGHT - GAP * bands.size()) / sum;
        Map<LifeCycleStage, Double> stageTop = stageTops(bands, scale);
        String title = view.page().t("footprint.sankey.title", category.label(view.language()));
        svg.append("<svg class=\"chart\" style=\"max-width:960px\" viewBox=\"0 0 900 ")
                .append((int) HEIGHT + 24)
                .append("\" role=\"img\"><title>")
                .append(escaped(title))
                .append("</title>");
        drawItems(bands, scale, stageTop);
        drawStages(bands, scale, stageTops(bands, scale), sum);
        return svg.append("</svg>").toString();
    }

    /** Items by absolute weight; the small ones of each stage together. */
    private List<Band> bands() {
        List<FootprintLine> heaviest = view.footprint().hotSpots(category, Integer.MAX_VALUE);
        Map<String, Band> bands = new LinkedHashMap<>();
        int kept = 0;
        for (FootprintLine line : heaviest) {
            String name = line.activity().key();
            boolean known = bands.containsKey(line.stage() + name);
            String label = known || kept < MOST_ITEMS ? name : view.page().t("footprint.others");
            kept += known || kept >= MOST_ITEMS ? 0 : 1;
            bands.merge(
                    line.stage() + label,
                    new Band(label, line.stage(), Math.abs(line.value())),
                    (a, b) -> new Band(a.label(), a.stage(), a.size() + b.size()));
        }
        List<Band> sorted = new ArrayList<>(bands.values());
        sorted.sort(Comparator.comparing(Band::stage).thenComparing(b -> -b.size()));
        return sorted;
    }

    private static Map<LifeCycleStage, Double> stageTops(List<Band> bands, double scale) {
        Map<LifeCycleStage, Double> tops = new EnumMap<>(LifeCycleStage.class);
        double y = 12;
        for (LifeCycleStage stage : LifeCycleStage.values()) {
            double size = bands.stream()
                    .filter(b -> b.stage() == stage)
                    .mapToDouble(Band::size)
                    .sum();
            if (size > 0) {
                tops.put(stage, y);
                y += size * scale + GAP * 2;
            }
        }
        return tops;
    }

    private void drawItems(List<Band> bands, double scale, Map<LifeCycleStage, Double> stageTop) {
        double y = 12;
        double nextLabel = 0;
        for (Band band : bands) {
            double height = Math.max(0.5, band.size() * scale);
            double to = stageTop.merge(band.stage(), height, Double::sum) - height;
            box(230, y, height, color(band.stage()));
            flow(238, y, 480, to, height, color(band.stage()));
            double at = Math.max(y + height / 2 + 4, nextLabel);
            text(222, at, "end", shortened(band.label(), 26) + " " + view.page().n(band.size()));
            nextLabel = at + 13;
            y += height + GAP;
        }
    }

    private void drawStages(List<Band> bands, double scale, Map<LifeCycleStage, Double> tops, double sum) {
        double total = 12;
        for (Map.Entry<LifeCycleStage, Double> stage : tops.entrySet()) {
            double size = bands.stream()
                    .filter(b -> b.stage() == stage.getKey())
                    .mapToDouble(Band::size)
                    .sum();
            double height = Math.max(0.5, size * scale);
            box(480, stage.getValue(), height, color(stage.getKey()));
            text(494, stage.getValue() + height / 2 + 4, "start", stage.getKey().label(view.language()));
            flow(488, stage.getValue(), 760, total, height, color(stage.getKey()));
            total += height;
        }
        box(760, 12, sum * scale, "var(--ink-2)");
        text(
                774,
                12 + sum * scale / 2 + 4,
                "start",
                view.page().n(view.footprint().total(category)) + " " + view.unit(category));
    }

    private void box(double x, double y, double height, String color) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.0f\" y=\"%.1f\" width=\"8\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                y,
                height,
                color));
    }

    private void flow(double x1, double y1, double x2, double y2, double height, String color) {
        double middle = (x1 + x2) / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%1$.0f %2$.1fC%3$.0f %2$.1f %3$.0f %4$.1f %5$.0f %4$.1fV%7$.1fC%3$.0f %7$.1f %3$.0f %6$.1f"
                        + " %1$.0f %6$.1fZ\" fill=\"%8$s\" fill-opacity=\".28\"/>",
                x1,
                y1,
                middle,
                y2,
                x2,
                y1 + height,
                y2 + height,
                color));
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor))
                .append(escaped(text))
                .append("</text>");
    }

    private static String color(LifeCycleStage stage) {
        return "var(--c" + (stage.ordinal() + 1) + ")";
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
