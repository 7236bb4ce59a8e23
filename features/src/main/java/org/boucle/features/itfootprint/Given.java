package org.boucle.features.itfootprint;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the user said about one thing: values by field. What is absent will be completed.
 *
 * @param values {@link Double} for integers and numbers, {@link String} for texts, {@link Workload} for workloads
 */
public record Given(Map<Field, Object> values) {
    public static final Given NOTHING = new Given(Map.of());

    public Given {
        EnumMap<Field, Object> copy = new EnumMap<>(Field.class);
        values.forEach((field, value) -> copy.put(field, checked(field, value)));
        values = Collections.unmodifiableMap(copy);
    }

    private static Object checked(Field field, Object value) {
        boolean fits = switch (field.kind()) {
            case INTEGER, NUMBER -> value instanceof Double number && Double.isFinite(number);
            case TEXT -> value instanceof String;
            case WORKLOAD -> value instanceof Workload;
        };
        if (!fits) {
            throw new IllegalArgumentException("Field " + field.key() + " takes " + field.kind() + ", not " + value
                    + ". Maybe it was not parsed.");
        }
        return value;
    }

    public Given with(Field field, double value) {
        return put(field, value);
    }

    public Given with(Field field, String value) {
        return put(field, value);
    }

    public Given with(Field field, Workload value) {
        return put(field, value);
    }

    private Given put(Field field, Object value) {
        Map<Field, Object> all = new EnumMap<>(Field.class);
        all.putAll(values);
        all.put(field, value);
        return new Given(all);
    }

    public boolean has(Field field) {
        return values.containsKey(field);
    }

    public OptionalDouble number(Field field) {
        return values.get(field) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    public Optional<String> text(Field field) {
        return values.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public Optional<Workload> workload(Field field) {
        return values.get(field) instanceof Workload workload ? Optional.of(workload) : Optional.empty();
    }
}
