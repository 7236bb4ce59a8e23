package org.boucle.app.digitalservice;

import java.util.List;
import java.util.Locale;
import org.boucle.app.pages.Page;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.LifeStage;
import org.boucle.features.itfootprint.service.Tier;

/** One bar for each tier, divided by stage, as an SVG that follows the page's colours. */
final class ServiceChart {
    private static final int WIDTH = 720;
    private static final int LEFT = 150;
    private static final int BAR = 30;
    private static final int STEP = 46;

    private ServiceChart() {}

    static String svg(ServiceView view, Page page) {
        double widest = 0;
        for (Tier tier : view.tiers()) {
            widest = Math.max(widest, view.tier(tier).orElse(Estimate.ZERO).value());
        }
        List<LifeStage> stages = view.stages();
        StringBuilder out = new StringBuilder(2048);
        int height = STEP * view.tiers().size() + 34;
        out.append("<svg class=\"chart\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height);
        out.append("\" role=\"img\" aria-labelledby=\"chart-title\"><title id=\"chart-title\">");
        out.append(escape(page.t("digitalservice.chart"))).append("</title>");
        int y = 4;
        for (Tier tier : view.tiers()) {
            out.append("<text x=\"").append(LEFT - 10).append("\" y=\"").append(y + 20);
            out.append("\" text-anchor=\"end\">");
            out.append(escape(page.t("digitalservice.tier." + tier.name()))).append("</text>");
            double x = LEFT;
            for (LifeStage stage : stages) {
                double value = view.cell(tier, stage).orElse(Estimate.ZERO).value();
                double length = widest > 0 ? Math.max(0, value) / widest * (WIDTH - LEFT - 90) : 0;
                if (length > 0) {
                    rectangle(out, x, y, length, BAR, stage);
                    x += length;
                }
            }
            out.append("<text x=\"")
                    .append(number(x + 8))
                    .append("\" y=\"")
                    .append(y + 20)
                    .append("\">");
            out.append(escape(view.figure(view.tier(tier).orElse(Estimate.ZERO).value())))
                    .append(" kg</text>");
            y += STEP;
        }
        legend(out, stages, y, page);
        return out.append("</svg>").toString();
    }

    private static void legend(StringBuilder out, List<LifeStage> stages, int y, Page page) {
        double x = LEFT;
        for (LifeStage stage : stages) {
            rectangle(out, x, y + 8, 12, 12, stage);
            String text = page.t("digitalservice.stage." + stage.name());
            out.append("<text x=\"")
                    .append(number(x + 17))
                    .append("\" y=\"")
                    .append(y + 18)
                    .append("\">");
            out.append(escape(text)).append("</text>");
            x += 40 + 6.6 * text.length();
        }
    }

    private static void rectangle(StringBuilder out, double x, int y, double width, int height, LifeStage stage) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(y);
        out.append("\" width=\"").append(number(width)).append("\" height=\"").append(height);
        out.append("\" fill=\"var(--c").append(stage.ordinal() + 1).append(")\"/>");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
