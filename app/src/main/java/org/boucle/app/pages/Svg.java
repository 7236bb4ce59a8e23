package org.boucle.app.pages;

import java.util.Locale;

/** Writes one accessible SVG chart: numbers with two decimals, texts escaped. */
public final class Svg {
    private final StringBuilder out = new StringBuilder(8_192);

    public Svg(int width, int height, String title) {
        out.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\"><title>")
                .append(escaped(title))
                .append("</title>");
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    public Svg line(double x1, double y1, double x2, double y2, String attributes) {
        out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        out.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
        out.append("\" ").append(attributes).append("/>");
        return this;
    }

    public Svg rect(double x, double y, double width, double height, String attributes, String tip) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(Math.max(0, width)));
        out.append("\" height=\"")
                .append(number(Math.max(0, height)))
                .append("\" ")
                .append(attributes);
        if (tip.isEmpty()) {
            out.append("/>");
        } else {
            out.append("><title>").append(escaped(tip)).append("</title></rect>");
        }
        return this;
    }

    public Svg path(CharSequence data, String attributes) {
        out.append("<path d=\"").append(data).append("\" ").append(attributes).append("/>");
        return this;
    }

    public Svg text(double x, double y, String anchor, String text) {
        return text(x, y, anchor, text, "");
    }

    public Svg text(double x, double y, String anchor, String text, String attributes) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" text-anchor=\"")
                .append(anchor)
                .append("\" ")
                .append(attributes)
                .append('>');
        out.append(escaped(text)).append("</text>");
        return this;
    }

    @Override
    public String toString() {
        return out + "</svg>";
    }
}
