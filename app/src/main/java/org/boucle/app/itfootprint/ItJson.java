package org.boucle.app.itfootprint;

import java.util.Optional;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Impact;
import org.boucle.features.itfootprint.Uncertainty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers of our own API: unrounded figures with interval, percentiles, notices and reasons. */
final class ItJson {
    private ItJson() {}

    static ObjectNode assessment(Assessment assessment, double units, boolean percentiles) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("units", units);
        node.put("duration_hours", assessment.durationHours());
        ObjectNode impacts = node.putObject("impacts");
        assessment.impacts().forEach((criterion, stages) -> {
            ObjectNode one = impacts.putObject(criterion.key());
            one.put("unit", criterion.unit());
            one.set("embedded", stage(criterion, stages.embedded(), units));
            one.set("use", stage(criterion, stages.use(), units));
            Optional<Estimate> total = assessment.findTotal(criterion);
            total.ifPresent(sum -> {
                ObjectNode figure = estimate(criterion, sum.times(units));
                if (percentiles) {
                    Uncertainty.Percentiles spread = Uncertainty.ofTotal(assessment, criterion);
                    figure.put("p5", spread.p5() * units);
                    figure.put("p50", spread.p50() * units);
                    figure.put("p95", spread.p95() * units);
                }
                one.set("total", figure);
            });
        });
        if (!assessment.warnings().isEmpty()) {
            ArrayNode warnings = node.putArray("warnings");
            assessment.warnings().forEach(warnings::add);
        }
        return node;
    }

    private static JsonNode stage(Criterion criterion, Impact impact, double units) {
        return switch (impact) {
            case Impact.Known known -> {
                ObjectNode figure = estimate(criterion, known.estimate().times(units));
                if (!known.notices().isEmpty()) {
                    ArrayNode notices = figure.putArray("notices");
                    known.notices().stream().sorted().forEach(notice -> notices.add(notice.name()));
                }
                yield figure;
            }
            case Impact.Unknown unknown ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("not_available", unknown.reason().name());
        };
    }

    static ObjectNode estimate(Criterion criterion, Estimate estimate) {
        Estimate inside = estimate.containing();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("value", inside.value());
        node.put("min", inside.min());
        node.put("max", inside.max());
        node.put("unit", criterion.unit());
        return node;
    }
}
