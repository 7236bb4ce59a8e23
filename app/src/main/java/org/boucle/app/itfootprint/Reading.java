package org.boucle.app.itfootprint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.Given;
import org.boucle.features.itfootprint.UsageSpec;
import org.boucle.features.itfootprint.Workload;
import tools.jackson.databind.JsonNode;

/** Reads values of a request as leniently as the peer: numbers in quotes, whole floats for integers, null for absent. */
final class Reading {
    private static final double LARGEST = 1e15;
    /** Kinds of part in a list; how many of each its units tell. */
    private static final int MOST_PARTS = 256;

    private static final List<Field> USAGE = List.of(
            Field.AVG_POWER,
            Field.TIME_WORKLOAD,
            Field.USAGE_LOCATION,
            Field.USE_TIME_RATIO,
            Field.HOURS_LIFE_TIME,
            Field.OTHER_CONSUMPTION_RATIO,
            Field.INSTANCE_PER_SERVER,
            Field.REGION);

    private final Faults faults;

    Reading(Faults faults) {
        this.faults = faults;
    }

    /** The object at a key, if it is there and is one. */
    Optional<JsonNode> object(JsonNode parent, String key, Trail place) {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        return isObject(node, place.then(key)) ? Optional.of(node) : Optional.empty();
    }

    boolean isObject(JsonNode node, Trail place) {
        if (!node.isObject()) {
            faults.add(
                    "model_attributes_type",
                    place,
                    "Input should be a valid dictionary or object to extract fields from",
                    node);
        }
        return node.isObject();
    }

    /** The objects of a list at a key; none where it is absent. */
    List<JsonNode> objects(JsonNode parent, String key, Trail place) {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            faults.add("list_type", place.then(key), "Input should be a valid list", node);
            return List.of();
        }
        if (node.size() > MOST_PARTS) {
            faults.add("too_long", place.then(key), "List should have at most 256 items", node);
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            if (isObject(node.get(i), place.then(key).then(i))) {
                items.add(node.get(i));
            }
        }
        return items;
    }

    Optional<String> text(JsonNode parent, String key, Trail place) {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            faults.add("string_type", place.then(key), "Input should be a valid string", node);
            return Optional.empty();
        }
        return Optional.of(node.asString());
    }

    Optional<Double> number(JsonNode parent, String key, boolean whole, Trail place) {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        return number(node, whole, place.then(key));
    }

    private Optional<Double> number(JsonNode node, boolean whole, Trail place) {
        String kind = whole ? "int" : "float";
        String wanted = whole ? "integer" : "number";
        if (node.isBoolean()) {
            return Optional.of(node.asBoolean() ? 1.0 : 0.0);
        }
        if (!node.isNumber() && !node.isString()) {
            faults.add(kind + "_type", place, "Input should be a valid " + wanted, node);
            return Optional.empty();
        }
        Optional<Double> value = node.isNumber() ? Optional.of(node.asDouble()) : parsed(node.asString());
        if (value.isEmpty()) {
            faults.add(
                    kind + "_parsing",
                    place,
                    "Input should be a valid " + wanted + ", unable to parse string as "
                            + (whole ? "an integer" : "a number"),
                    node);
            return value;
        }
        double found = value.get();
        if (!Double.isFinite(found) || Math.abs(found) > LARGEST) {
            faults.add("finite_number", place, "Input should be a finite number below 1e15", node);
            return Optional.empty();
        }
        if (whole && found != Math.rint(found)) {
            faults.add(
                    "int_from_float",
                    place,
                    "Input should be a valid integer, got a number with a fractional part",
                    node);
            return Optional.empty();
        }
        return value;
    }

    /** A number in quotes; very long ones are none. */
    static Optional<Double> parsed(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > 60) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(stripped.replace("_", "")).doubleValue());
        } catch (NumberFormatException | ArithmeticException words) {
            return Optional.empty();
        }
    }

    /** The given fields of an object; all others are ignored. */
    Given given(JsonNode node, List<Field> fields, Trail place) {
        Map<Field, Object> values = new EnumMap<>(Field.class);
        for (Field field : fields) {
            switch (field.kind()) {
                case TEXT -> text(node, field.key(), place).ifPresent(value -> values.put(field, value));
                case WORKLOAD -> workload(node, field.key(), place).ifPresent(value -> values.put(field, value));
                case INTEGER, NUMBER ->
                    number(node, field.key(), field.kind() == Field.Kind.INTEGER, place)
                            .ifPresent(value -> values.put(field, value));
            }
        }
        return new Given(values);
    }

    private Optional<Workload> workload(JsonNode parent, String key, Trail place) {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isArray()) {
            return number(node, false, place.then(key).then("float")).map(Workload::of);
        }
        List<Workload.Share> shares = new ArrayList<>();
        List<JsonNode> items = objects(parent, key, place);
        for (int i = 0; i < items.size(); i++) {
            Trail at = place.then(key).then(i);
            Optional<Double> time = number(items.get(i), "time_percentage", false, at);
            Optional<Double> load = number(items.get(i), "load_percentage", false, at);
            shares.add(new Workload.Share(time.orElse(0.0), load.orElse(0.0)));
        }
        return Optional.of(Workload.of(shares));
    }

    /** The use of an element: the object under {@code usage}. */
    UsageSpec usage(JsonNode parent, Trail place) {
        Optional<JsonNode> node = object(parent, "usage", place);
        if (node.isEmpty()) {
            return UsageSpec.NOTHING;
        }
        Trail at = place.then("usage");
        Map<Criterion, Double> own = new EnumMap<>(Criterion.class);
        object(node.get(), "elec_factors", at).ifPresent(factors -> {
            for (Criterion criterion : Criterion.values()) {
                number(factors, criterion.key(), false, at.then("elec_factors"))
                        .ifPresent(value -> own.put(criterion, value));
            }
        });
        return new UsageSpec(given(node.get(), USAGE, at), own);
    }
}
