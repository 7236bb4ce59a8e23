package org.boucle.app.company;

import java.util.List;
import java.util.Locale;

/** The filled BEGES posts as horizontal bars, one colour for each of the six categories. */
final class PostChart {
    private static final int ROW = 26;
    private static final int LEFT = 250;
    private static final int WIDTH = 760;

    private PostChart() {}

    static String of(CompanyView view) {
        List<CompanyView.Row> rows =
                view.posts().stream().filter(r -> r.tonnes() != 0).toList();
        double largest =
                rows.stream().mapToDouble(r -> Math.abs(r.tonnes())).max().orElse(1);
        int height = ROW * rows.size() + 6;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" style=\"max-width:820px\" viewBox=\"0 0 %d %d\" role=\"img\"><title>",
                WIDTH,
                height));
        svg.append(escaped(view.page().t("company.chart", view.stored().title())))
                .append("</title>");
        for (int i = 0; i < rows.size(); i++) {
            CompanyView.Row row = rows.get(i);
            int y = i * ROW + 3;
            double length = Math.max(1, (WIDTH - LEFT - 110) * Math.abs(row.tonnes()) / largest);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s %s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"var(--c%c)\"/>"
                            + "<text x=\"%.1f\" y=\"%d\">%s t</text>",
                    LEFT - 8,
                    y + 15,
                    row.code(),
                    escaped(shortened(row.label())),
                    LEFT,
                    y,
                    length,
                    ROW - 7,
                    row.code().charAt(0),
                    LEFT + length + 6,
                    y + 15,
                    escaped(view.page().n(row.tonnes()))));
        }
        return svg.append("</svg>").toString();
    }

    private static String shortened(String label) {
        return label.length() <= 36 ? label : label.substring(0, 35) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
