package org.boucle.app.digitalservice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.boucle.app.server.Form;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import tools.jackson.databind.JsonNode;

/**
 * What a user filled in, by field name; a JSON body is the same with its nesting written into the names, so that the page
 * and the API read one description: {@code {"hosting":[{"count":2}]}} is {@code hosting.0.count = 2}.
 */
public record Fields(Map<String, String> values) {
    private static final int MOST = 2_000;

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Fields of(Form form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.names().stream().filter(name -> !name.startsWith("_")).forEach(name -> values.put(name, form.text(name)));
        return new Fields(values);
    }

    static Fields of(JsonNode body) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", body, values);
        return new Fields(values);
    }

    private static void flatten(String name, JsonNode node, Map<String, String> values) {
        if (values.size() >= MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(join(name, entry.getKey()), entry.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(join(name, Integer.toString(i)), node.get(i), values);
            }
        } else if (!node.isNull()) {
            values.put(name, node.asString());
        }
    }

    private static String join(String name, String part) {
        return name.isEmpty() ? part : name + "." + part;
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return !text(name).isBlank();
    }

    /** The field's text, or an issue where it was left empty. */
    String required(String name, Issues issues) {
        if (!has(name)) {
            issues.add(Place.ofField(name), "digitalservice.required");
        }
        return text(name).strip();
    }

    /** The number in a field, written with comma or point; {@code usual} where it was left empty. */
    double number(String name, double usual, double least, double most, Issues issues) {
        if (!has(name)) {
            return usual;
        }
        String text = text(name)
                .replace("\u00a0", "")
                .replace("\u202f", "")
                .replace(" ", "")
                .replace(',', '.');
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
            issues.add(Place.ofField(name), "digitalservice.range", text(name), least, most);
        } catch (NumberFormatException notANumber) {
            issues.add(Place.ofField(name), "digitalservice.number", text(name));
        }
        return usual;
    }
}
