package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import org.boucle.app.pages.Page;
import org.boucle.features.itfootprint.AttributeView;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Explanation;
import org.boucle.features.itfootprint.Impact;
import org.boucle.features.itfootprint.PowerCurve;
import org.boucle.features.itfootprint.StageImpacts;
import org.boucle.features.itfootprint.Workload;

/**
 * A part of a result as the side panel shows it for one criterion.
 *
 * @param embedded making, as text
 * @param use as text
 */
public record ExplainedPart(String name, String embedded, String use, List<Line> lines) {
    /** An attribute in words: what, how much, from where. */
    public record Line(String label, String value, String status, String source) {}

    public ExplainedPart {
        lines = List.copyOf(lines);
    }

    public static ExplainedPart of(Explanation explanation, Criterion criterion, Page page) {
        StageImpacts impacts = explanation.impacts().get(criterion);
        List<Line> lines = new ArrayList<>();
        explanation.attributes().forEach(view -> lines.add(line(view, page)));
        explanation.usage().stream()
                .filter(view -> !view.name().endsWith("_factor") || view.name().equals(criterion.key() + "_factor"))
                .filter(view -> !view.name().equals("workloads"))
                .forEach(view -> lines.add(line(view, page)));
        return new ExplainedPart(
                explanation.name(), figure(impacts.embedded(), page), figure(impacts.use(), page), lines);
    }

    private static String figure(Impact impact, Page page) {
        return switch (impact) {
            case Impact.Known known -> page.n(known.estimate().value());
            case Impact.Unknown unknown -> page.t("itfootprint.none");
        };
    }

    private static Line line(AttributeView view, Page page) {
        boolean place = view.name().equals("usage_location");
        String unit = place ? "" : " " + view.unit().replace("ratio /1", "").replace("/1", "");
        String value = view.value().map(v -> text(v, page)).orElse("–") + unit;
        String bounds =
                view.min().isPresent() && view.max().isPresent() && !view.min().equals(view.max())
                        ? " (" + text(view.min().get(), page) + " … "
                                + text(view.max().get(), page) + ")"
                        : "";
        String key = view.name().endsWith("_factor") ? "factor" : view.name();
        return new Line(
                page.t("itfootprint.attribute." + key),
                value + bounds,
                page.t("itfootprint.status." + view.status().name()),
                view.source());
    }

    private static String text(Object value, Page page) {
        return switch (value) {
            case Double number -> page.n(number);
            case Workload workload
            when workload.constant() -> page.n(workload.shares().getFirst().loadPercent());
            case PowerCurve curve when curve.b() == 0 -> page.n(curve.a()) + " W";
            case PowerCurve curve ->
                page.n(curve.watts(0)) + " / " + page.n(curve.watts(50)) + " / " + page.n(curve.watts(100)) + " W";
            default -> value.toString();
        };
    }
}
