package org.boucle.app.itfootprint;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.AttributeView;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Explanation;
import org.boucle.features.itfootprint.Impact;
import org.boucle.features.itfootprint.Notice;
import org.boucle.features.itfootprint.PowerCurve;
import org.boucle.features.itfootprint.PowerPoint;
import org.boucle.features.itfootprint.Rounding;
import org.boucle.features.itfootprint.StageImpacts;
import org.boucle.features.itfootprint.Workload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers as clients of the peer read them. Numbers are always written with a decimal point. */
final class DialectJson {
    static final String NOT_IMPLEMENTED = "not implemented";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double NOISE = 1e-9;
    private static final double LARGEST = 1e200;

    /** Whether a value outside its bounds is moved to the nearest one. */
    private final boolean keepsInside;

    DialectJson(boolean keepsInside) {
        this.keepsInside = keepsInside;
    }

    ObjectNode impacts(Map<Criterion, StageImpacts> impacts) {
        ObjectNode node = JSON.objectNode();
        impacts.forEach((criterion, stages) -> node.set(criterion.key(), impact(criterion, stages)));
        return node;
    }

    ObjectNode impact(Criterion criterion, StageImpacts stages) {
        ObjectNode node = JSON.objectNode();
        node.put("unit", criterion.unit());
        node.put("description", criterion.description());
        node.set("embedded", stage(stages.embedded()));
        node.set("use", stage(stages.use()));
        return node;
    }

    private JsonNode stage(Impact impact) {
        return switch (impact) {
            case Impact.Unknown unknown -> JSON.stringNode(NOT_IMPLEMENTED);
            case Impact.Known known -> figure(known);
        };
    }

    private ObjectNode figure(Impact.Known known) {
        Estimate estimate = known.estimate();
        if (!isSane(estimate.value()) || !isSane(estimate.min()) || !isSane(estimate.max())) {
            throw Faults.of(
                    "finite_number",
                    Faults.Trail.BODY,
                    "The figures given are too large to be computed",
                    JSON.nullNode());
        }
        boolean ordered = estimate.min() <= estimate.max();
        Rounding.Rounded rounded =
                Rounding.dialect(ordered ? estimate : new Estimate(estimate.value(), estimate.max(), estimate.min()));
        Estimate shown = keepsInside ? inside(rounded.estimate()) : rounded.estimate();
        ObjectNode node = JSON.objectNode();
        node.put("value", shown.value());
        node.put("min", shown.min());
        node.put("max", shown.max());
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        notices.addAll(known.notices());
        if (rounded.wide()) {
            notices.add(Notice.WIDE_INTERVAL);
        }
        if (!notices.isEmpty()) {
            TreeSet<String> texts = new TreeSet<>();
            notices.forEach(notice -> texts.add(notice.text()));
            ArrayNode list = node.putArray("warnings");
            texts.forEach(list::add);
        }
        return node;
    }

    /** Neither infinite nor so large or small that rounding leaves the range of doubles. */
    private static boolean isSane(double value) {
        return value == 0 || Math.abs(value) < LARGEST && Math.abs(value) > 1 / LARGEST;
    }

    /** The last bits of a value may stick out of equal bounds without harm. */
    private static Estimate inside(Estimate estimate) {
        double noise = NOISE * Math.abs(estimate.value());
        if (estimate.value() < estimate.min() - noise) {
            return new Estimate(estimate.min(), estimate.min(), estimate.max());
        }
        if (estimate.value() > estimate.max() + noise) {
            return new Estimate(estimate.max(), estimate.min(), estimate.max());
        }
        return estimate;
    }

    /** The explanation of a component on its own. */
    ObjectNode component(Explanation explanation) {
        ObjectNode node = JSON.objectNode();
        node.set("impacts", impacts(explanation.impacts()));
        attributes(node, explanation.attributes());
        duration(node, explanation);
        attributes(node, explanation.usage());
        return node;
    }

    /** The explanation of a device with its parts. */
    ObjectNode device(Explanation explanation) {
        ObjectNode node = JSON.objectNode();
        duration(node, explanation);
        explanation.parts().forEach(part -> node.set(part.name(), component(part)));
        attributes(node, explanation.usage());
        attributes(node, explanation.attributes());
        return node;
    }

    private static void duration(ObjectNode node, Explanation explanation) {
        ObjectNode duration = node.putObject("duration");
        if (explanation.durationHours().isPresent()) {
            duration.put("value", explanation.durationHours().getAsDouble());
        } else {
            duration.putNull("value");
        }
        duration.put("unit", "hours");
    }

    private static void attributes(ObjectNode node, List<AttributeView> views) {
        for (AttributeView view : views) {
            node.set(view.name(), attribute(view));
        }
    }

    private static ObjectNode attribute(AttributeView view) {
        ObjectNode node = JSON.objectNode();
        node.set("value", view.value().map(DialectJson::value).orElse(JSON.nullNode()));
        node.put("status", view.status().name());
        put(node, "unit", view.unit());
        put(node, "source", view.source());
        view.min().ifPresent(min -> node.set("min", value(min)));
        view.max().ifPresent(max -> node.set("max", value(max)));
        if (!view.warning().isEmpty()) {
            node.putArray("warnings").add(view.warning());
        }
        return node;
    }

    private static void put(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    private static JsonNode value(Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number) ? JSON.numberNode(number) : JSON.nullNode();
            case String text -> JSON.stringNode(text);
            case Workload workload -> workload(workload);
            case PowerCurve curve -> curve(curve);
            case List<?> points -> points(points);
            default -> JSON.stringNode(value.toString());
        };
    }

    private static JsonNode workload(Workload workload) {
        if (workload.constant()) {
            return JSON.numberNode(workload.shares().getFirst().loadPercent());
        }
        ArrayNode list = JSON.arrayNode();
        for (Workload.Share share : workload.shares()) {
            ObjectNode node = list.addObject();
            node.put("time_percentage", share.timePercent());
            node.put("load_percentage", share.loadPercent());
        }
        return list;
    }

    static ObjectNode curve(PowerCurve curve) {
        ObjectNode node = JSON.objectNode();
        node.put("a", curve.a());
        if (curve.b() != 0) {
            node.put("b", curve.b());
            node.put("c", curve.c());
            node.put("d", curve.d());
        }
        return node;
    }

    private static JsonNode points(List<?> points) {
        ArrayNode list = JSON.arrayNode();
        for (Object point : points) {
            if (point instanceof PowerPoint power) {
                ObjectNode node = list.addObject();
                node.put("load_percentage", power.loadPercent());
                node.put("power_watt", power.watts());
            }
        }
        return list;
    }

    /** The whole answer of an assessment. */
    ObjectNode answer(Assessment assessment, ObjectNode impacts, boolean device) {
        ObjectNode node = JSON.objectNode();
        node.set("impacts", impacts);
        if (!assessment.warnings().isEmpty()) {
            ArrayNode warnings = node.putArray("warnings");
            assessment.warnings().forEach(warnings::add);
        }
        assessment
                .explanation()
                .ifPresent(explanation -> node.set("verbose", device ? device(explanation) : component(explanation)));
        return node;
    }
}
