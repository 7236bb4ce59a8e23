package org.boucle.app.footprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;

/** The inputs of a calculator, read and within their bounds; those left empty are absent. */
record MethodInputs(Map<String, Double> values) {
    MethodInputs {
        values = Map.copyOf(values);
    }

    /** Reads texts field by field, all issues at once; {@code 20 %} is 0.2. */
    static MethodInputs read(List<MethodField> fields, Map<String, String> texts, Language language) {
        Issues issues = new Issues();
        List<String> names = fields.stream().map(MethodField::name).toList();
        texts.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name ->
                        issues.add(Place.ofField(name), "footprint.methods.field", name, String.join(", ", names)));
        Map<String, Double> values = new LinkedHashMap<>();
        for (MethodField field : fields) {
            String text = texts.getOrDefault(field.name(), "").strip();
            if (text.isEmpty()) {
                field.preset().ifPresent(value -> values.put(field.name(), value));
                if (field.required()) {
                    issues.add(Place.ofField(field.name()), "footprint.methods.required");
                }
            } else {
                read(field, text, language, issues).ifPresent(value -> values.put(field.name(), value));
            }
        }
        issues.throwIfAny();
        return new MethodInputs(values);
    }

    private static Optional<Double> read(MethodField field, String text, Language language, Issues issues) {
        boolean percent = text.endsWith("%") && field.high() == 1;
        Optional<Double> number = text.length() > 100
                ? Optional.empty()
                : Quantity.findNumber(percent ? text.substring(0, text.length() - 1) : text, language)
                        .map(value -> percent ? value / 100 : value);
        if (number.isEmpty()) {
            issues.add(Place.ofField(field.name()), "footprint.methods.number", text);
            return number;
        }
        if (number.get() < field.low() || number.get() > field.high()) {
            issues.add(
                    Place.ofField(field.name()),
                    "footprint.methods.range",
                    text,
                    Quantity.number(field.low(), language),
                    Quantity.number(field.high(), language));
            return Optional.empty();
        }
        return number;
    }

    boolean has(String... names) {
        return values.keySet().containsAll(List.of(names));
    }

    boolean hasAny(String... names) {
        return List.of(names).stream().anyMatch(values::containsKey);
    }

    double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw BadInput.of(Place.ofField(name), "footprint.methods.required");
        }
        return value;
    }

    double get(String name, double otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** Refuses parts that are more than their whole; the place is the last of them. */
    void requireParts(double whole, String... names) {
        double sum = 0;
        for (String name : names) {
            sum += get(name, 0);
        }
        if (sum > whole * (1 + 1e-13)) {
            throw BadInput.of(
                    Place.ofField(names[names.length - 1]),
                    "footprint.methods.sum",
                    String.join(" + ", names),
                    sum,
                    whole);
        }
    }
}
