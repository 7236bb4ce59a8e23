package org.boucle.app.itfootprint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.HourlyUse;
import org.boucle.features.itfootprint.Impact;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.SecondLife;
import org.boucle.features.itfootprint.StageImpacts;
import org.boucle.features.itfootprint.VirtualShare;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an item of our API says beside the equipment itself: its second lives, its share of a host, its hours.
 *
 * @param hourly power and grid factors of each hour for one criterion
 */
record Surroundings(SecondLife life, Optional<VirtualShare> share, Optional<Hours> hourly) {
    private static final int MOST_HOURS = 8_784 * 5;

    /** Watts and impact per kWh of each hour. */
    record Hours(Criterion criterion, double[] watts, double[] factors) {
        double meanWatts() {
            return java.util.Arrays.stream(watts).average().orElse(0);
        }
    }

    static Surroundings read(JsonNode body, Trail place, Reading reading, Faults faults) {
        SecondLife life = reading.object(body, "second_life", place)
                .map(node -> life(node, place.then("second_life"), reading, faults))
                .orElse(SecondLife.NONE);
        Optional<VirtualShare> share = reading.object(body, "virtual", place)
                .flatMap(node -> share(node, place.then("virtual"), reading, faults));
        Optional<Hours> hours =
                reading.object(body, "hourly", place).flatMap(node -> hours(node, place.then("hourly"), faults));
        return new Surroundings(life, share, hours);
    }

    private static SecondLife life(JsonNode node, Trail at, Reading reading, Faults faults) {
        SecondLife usual = SecondLife.NONE;
        try {
            return new SecondLife(
                    reading.number(node, "refurbished", false, at).orElse(usual.refurbished()),
                    reading.number(node, "reused", false, at).orElse(usual.reused()),
                    reading.number(node, "a", false, at).orElse(usual.a()),
                    reading.number(node, "life_ratio", false, at).orElse(usual.lifeRatio()),
                    reading.number(node, "refurbishing", false, at).orElse(usual.refurbishing()),
                    reading.number(node, "disposal", false, at).orElse(usual.disposal()));
        } catch (IllegalArgumentException outside) {
            faults.add("range", at, outside.getMessage(), node);
            return usual;
        }
    }

    private static Optional<VirtualShare> share(JsonNode node, Trail at, Reading reading, Faults faults) {
        try {
            return Optional.of(new VirtualShare(
                    reading.number(node, "vcpus", false, at).orElse(0.0),
                    reading.number(node, "host_threads", false, at).orElse(0.0),
                    reading.number(node, "memory", false, at).orElse(0.0),
                    reading.number(node, "host_memory", false, at).orElse(0.0),
                    reading.number(node, "cpu_overcommit", false, at).orElse(1.0),
                    reading.number(node, "memory_overcommit", false, at).orElse(1.0)));
        } catch (IllegalArgumentException outside) {
            faults.add("range", at, outside.getMessage(), node);
            return Optional.empty();
        }
    }

    private static Optional<Hours> hours(JsonNode node, Trail at, Faults faults) {
        Optional<Criterion> criterion = Criterion.find(node.path("criterion").asString("gwp"));
        double[] watts = series(node.path("watts"), 1e9);
        double[] factors = series(node.path("factors"), 1e6);
        if (criterion.isEmpty() || watts.length == 0 || watts.length != factors.length) {
            faults.add(
                    "range",
                    at,
                    "Give a known criterion, and watts and factors as many as there are hours (at most " + MOST_HOURS
                            + "), each 0 or more",
                    node.path("criterion"));
            return Optional.empty();
        }
        return Optional.of(new Hours(criterion.get(), watts, factors));
    }

    /** The numbers of a list; none where one is missing, negative or beyond the most. */
    private static double[] series(JsonNode list, double most) {
        if (!list.isArray() || list.size() > MOST_HOURS) {
            return new double[0];
        }
        double[] series = new double[list.size()];
        for (int i = 0; i < series.length; i++) {
            double value = list.get(i).isNumber() ? list.get(i).asDouble() : -1;
            if (!(value >= 0 && value <= most)) {
                return new double[0];
            }
            series[i] = value;
        }
        return series;
    }

    /** The item with the mean power of its hours as its measured power, always on. */
    JsonNode body(JsonNode item) {
        if (hourly.isEmpty()) {
            return item;
        }
        ObjectNode copy = item.deepCopy().asObject();
        ObjectNode spec = copy.path("spec").isObject() ? copy.get("spec").asObject() : copy.putObject("spec");
        ObjectNode usage = spec.path("usage").isObject() ? spec.get("usage").asObject() : spec.putObject("usage");
        usage.set("avg_power", JsonNodeFactory.instance.numberNode(hourly.get().meanWatts()));
        usage.set("use_time_ratio", JsonNodeFactory.instance.numberNode(1));
        return copy;
    }

    /** The question over as many hours as there are. */
    Request request(Request request) {
        return hourly.map(hours -> new Request(
                        request.criteria(),
                        OptionalDouble.of(hours.watts().length),
                        request.rules(),
                        request.explains()))
                .orElse(request);
    }

    /** The use hour by hour first, then second lives, then the share of the host. */
    Assessment apply(Assessment equipment) {
        Assessment timed = hourly.map(hours -> timed(equipment, hours)).orElse(equipment);
        Assessment lived = life.of(timed);
        return share.map(one -> one.of(lived)).orElse(lived);
    }

    private static Assessment timed(Assessment equipment, Hours hours) {
        Estimate use =
                Estimate.exact(HourlyUse.of(hours.watts(), hours.factors()).weighted());
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>(equipment.impacts());
        impacts.computeIfPresent(
                hours.criterion(),
                (criterion, stages) -> new StageImpacts(stages.embedded(), new Impact.Known(use, Set.of())));
        return new Assessment(impacts, equipment.durationHours(), equipment.warnings(), equipment.explanation());
    }
}
