package org.boucle.app.chains;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.boucle.app.footprint.LineWords;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.impact.methods.FreightChain.Hub;
import org.boucle.core.impact.methods.FreightChain.Leg;
import org.boucle.core.impact.methods.FreightChain.Part;

/** A chain with what each element emits, in the reader's words. */
public record ChainView(Page page, StoredChain stored, FactorLibrary library) {
    public List<Part> parts() {
        return stored.chain().parts(library);
    }

    public double kilograms() {
        return stored.chain().kilograms(library);
    }

    public double kilometres() {
        return parts().stream().mapToDouble(Part::kilometres).sum();
    }

    /** g CO2e per tonne-kilometre. */
    public String intensity() {
        OptionalDouble intensity = stored.chain().intensity(library);
        return intensity.isPresent() ? page.n(intensity.getAsDouble() * 1000) : "–";
    }

    public double operation() {
        return parts().stream().mapToDouble(p -> p.operation().orElse(0)).sum();
    }

    public double provision() {
        return parts().stream().mapToDouble(p -> p.provision().orElse(0)).sum();
    }

    /** What the factors do not tell apart, hubs included. */
    public double undivided() {
        return kilograms() - operation() - provision();
    }

    public long missing() {
        return parts().stream().filter(p -> p.total().isEmpty()).count();
    }

    public String number(OptionalDouble value) {
        return value.isPresent() ? page.n(value.getAsDouble()) : "–";
    }

    public boolean isHub(Part part) {
        return part.element() instanceof Hub;
    }

    /** The vehicle, or whose figures they are. */
    public String vehicle(Part part) {
        return switch (part.element()) {
            case Hub hub -> page.t("chains.hub.of", page.n(hub.kilowattHours()), page.n(hub.kilograms()));
            case Leg leg when leg.flow().isEmpty() -> page.t("chains.carrier");
            case Leg leg ->
                part.factors().stream()
                        .findFirst()
                        .map(m -> m.factor().name().in(page.language()))
                        .orElse(leg.flow());
        };
    }

    /** Source and fallbacks of the factors of an element. */
    public String sources(Part part) {
        StringBuilder text = new StringBuilder();
        for (FactorMatch match : part.factors()) {
            text.append(text.isEmpty() ? "" : " + ")
                    .append(page.n(match.factor().value()));
            text.append(" kg/")
                    .append(match.factor().unit().text(page.language()))
                    .append(" (");
            text.append(match.factor().source().title()).append(' ');
            text.append(match.factor().source().reference()).append(", ");
            text.append(match.factor().geography().code())
                    .append(' ')
                    .append(match.factor().period())
                    .append(')');
            match.fallbacks().forEach(fallback -> text.append(" · ").append(page.t("footprint.fallback")));
        }
        return text.toString();
    }

    public LineWords words() {
        return new LineWords(page);
    }

    /** Bars by element, operation and provision side by side. */
    public String chart() {
        List<Part> parts = parts().stream().limit(30).toList();
        double largest =
                parts.stream().mapToDouble(p -> p.total().orElse(0)).max().orElse(1);
        double scale = largest <= 0 ? 0 : 520 / largest;
        StringBuilder svg = new StringBuilder(format(
                "<svg class=\"chart\" style=\"max-width:860px\" viewBox=\"0 0 860 %d\" role=\"img\"><title>%s</title>",
                26 * parts.size() + 4,
                escaped(page.t("chains.chart", stored.chain().name()))));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int y = 26 * i + 3;
            String name = part.element().name();
            String shown = name.length() > 32 ? name.substring(0, 31) + "…" : name;
            svg.append(format("<text x=\"222\" y=\"%d\" text-anchor=\"end\">%s</text>", y + 14, escaped(shown)));
            double x = 230;
            x = bar(svg, x, y, part.operation().orElse(0) * scale, 1);
            x = bar(svg, x, y, part.provision().orElse(0) * scale, 2);
            double rest = part.total().orElse(0)
                    - part.operation().orElse(0)
                    - part.provision().orElse(0);
            x = bar(svg, x, y, rest * scale, 8);
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\">%s</text>",
                    x + 6,
                    y + 14,
                    part.total().isPresent() ? page.n(part.total().getAsDouble()) + " kg" : "?"));
        }
        return svg.append("</svg>").toString();
    }

    private static double bar(StringBuilder svg, double x, int y, double width, int colour) {
        if (width > 0.05) {
            svg.append(format(
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"19\" fill=\"var(--c%d)\"/>",
                    x, y, width, colour));
        }
        return x + Math.max(0, width);
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
