package org.boucle.app.territory;

import java.util.Locale;

/** Writes an SVG picture element by element; texts are escaped. */
final class Svg {
    private final StringBuilder out = new StringBuilder(4_096);

    Svg(double width, double height, String title) {
        add(
                "<svg class=\"chart\" role=\"img\" style=\"max-width:%spx\" viewBox=\"0 0 %s %s\"><title>%s</title>",
                width * 1.25, width, height, escape(title));
    }

    private void add(String pattern, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] instanceof Double number ? number(number) : values[i];
        }
        out.append(String.format(Locale.ROOT, pattern, texts));
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A number in full, for identifiers and origins. */
    static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    Svg polygon(String points, String style) {
        add("<polygon points=\"%s\" style=\"%s\"/>", points, style);
        return this;
    }

    Svg polyline(String points, String style) {
        add("<polyline fill=\"none\" points=\"%s\" style=\"%s\"/>", points, style);
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String cssClass) {
        add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>", x1, y1, x2, y2, cssClass);
        return this;
    }

    Svg circle(double x, double y, double radius, String style, String title) {
        add(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" style=\"%s\"><title>%s</title></circle>",
                x, y, radius, style, escape(title));
        return this;
    }

    Svg rect(double x, double y, double width, double height, String style, String title) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" style=\"%s\"><title>%s</title></rect>",
                x, y, width, height, style, escape(title));
        return this;
    }

    Svg path(String data, String style, String title) {
        add("<path d=\"%s\" style=\"%s\"><title>%s</title></path>", data, style, escape(title));
        return this;
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, String anchor, String text) {
        add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>", x, y, anchor, escape(text));
        return this;
    }

    /** A number on a disc of the first colour. */
    Svg label(double x, double y, String text) {
        add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" style=\"fill:var(--surface);font-weight:600\">%s</text>",
                x, y, escape(text));
        return this;
    }

    @Override
    public String toString() {
        return out + "</svg>";
    }
}
