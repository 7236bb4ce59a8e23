package org.boucle.app.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flows from those who give to where it goes, ribbons as wide as the amounts. */
final class SankeyChart {
    private static final double WIDTH = 900;
    private static final double BAR = 14;
    private static final double GAP = 10;
    private static final double LEFT = 210;
    private static final double RIGHT = WIDTH - 210;
    private static final double INK = 300;

    private SankeyChart() {}

    /** One ribbon. */
    record Ribbon(String from, String to, double amount, String title, String colour) {}

    static String of(List<Ribbon> ribbons, String title) {
        Map<String, Double> left = new LinkedHashMap<>();
        Map<String, Double> right = new LinkedHashMap<>();
        double total = 0;
        for (Ribbon ribbon : ribbons) {
            left.merge(ribbon.from(), ribbon.amount(), Double::sum);
            right.merge(ribbon.to(), ribbon.amount(), Double::sum);
            total += ribbon.amount();
        }
        double scale = total > 0 ? INK / total : 0;
        double height =
                20 + Math.max(INK + GAP * left.size() + 8 * left.size(), INK + GAP * right.size() + 8 * right.size());
        Svg svg = new Svg(WIDTH, height, title);
        Map<String, Double> leftTop = bars(svg, left, LEFT - BAR, scale, true);
        Map<String, Double> rightTop = bars(svg, right, RIGHT, scale, false);
        for (Ribbon ribbon : ribbons) {
            double thick = Math.max(0.6, ribbon.amount() * scale);
            double y1 = leftTop.get(ribbon.from());
            double y2 = rightTop.get(ribbon.to());
            leftTop.merge(ribbon.from(), ribbon.amount() * scale, Double::sum);
            rightTop.merge(ribbon.to(), ribbon.amount() * scale, Double::sum);
            svg.path(band(y1, y2, thick), "fill:" + ribbon.colour() + ";opacity:.55", ribbon.title());
        }
        return svg.toString();
    }

    private static Map<String, Double> bars(Svg svg, Map<String, Double> sums, double x, double scale, boolean isLeft) {
        Map<String, Double> tops = new LinkedHashMap<>();
        double y = 10;
        for (Map.Entry<String, Double> entry : sums.entrySet()) {
            double high = Math.max(1, entry.getValue() * scale);
            tops.put(entry.getKey(), y);
            svg.rect(x, y, BAR, high, "fill:var(--c8)", entry.getKey());
            double middle = y + high / 2 + 4;
            svg.text(isLeft ? x - 6 : x + BAR + 6, middle, isLeft ? "end" : "start", shortened(entry.getKey()));
            y += Math.max(high, 8) + GAP;
        }
        return tops;
    }

    private static String shortened(String text) {
        return text.length() <= 32 ? text : text.substring(0, 31) + "…";
    }

    private static String band(double y1, double y2, double thick) {
        double middle = (LEFT + RIGHT) / 2;
        return "M" + n(LEFT) + " " + n(y1) + "C" + n(middle) + " " + n(y1) + " " + n(middle) + " " + n(y2) + " "
                + n(RIGHT) + " " + n(y2) + "V" + n(y2 + thick) + "C" + n(middle) + " " + n(y2 + thick) + " "
                + n(middle) + " " + n(y1 + thick) + " " + n(LEFT) + " " + n(y1 + thick) + "Z";
    }

    private static String n(double value) {
        return Svg.number(value);
    }
}
