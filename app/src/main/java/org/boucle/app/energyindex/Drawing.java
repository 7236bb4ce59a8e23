package org.boucle.app.energyindex;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The strokes of a chart: lines, dots, texts and a legend on a frame of years or days. */
final class Drawing {
    static final int WIDTH = 760;
    static final int HEIGHT = 300;
    static final int LEFT = 46;
    static final int RIGHT = 16;
    static final int TOP = 26;
    static final int BOTTOM = 46;

    private final StringBuilder svg = new StringBuilder();
    private final Wording words;

    Drawing(Wording words) {
        this.words = words;
    }

    /** A year and its value; a year without index has none. */
    record Dot(int year, OptionalDouble value) {}

    record Frame(int first, int last, double low, double high) {
        double x(double year) {
            return LEFT + (WIDTH - LEFT - RIGHT) * (year - first) / (last - first);
        }

        double y(double value) {
            return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
        }
    }

    void open(String title) {
        svg.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\"><title>")
                .append(escaped(title))
                .append("</title>");
    }

    void line(Frame frame, List<Dot> dots, String colour, String style, boolean marks) {
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

    void legend(boolean unadjusted, boolean target) {
        int x = LEFT;
        x = legend(x, "IEE (%)", "var(--c1)", "");
        x = unadjusted ? legend(x, words.t("unadjusted"), "var(--c2)", "stroke-dasharray=\"2 3\"") : x;
        if (target) {
            legend(x, words.t("target"), "var(--c8)", "stroke-dasharray=\"6 5\"");
        }
    }

    int legend(int x, String label, String colour, String style) {
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

    void rule(String type, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                type,
                x1,
                y1,
                x2,
                y2));
    }

    void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text)));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    void add(String piece) {
        svg.append(piece);
    }

    String done() {
        return svg.append("</svg>").toString();
    }
}
