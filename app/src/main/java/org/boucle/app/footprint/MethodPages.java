package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import tools.jackson.databind.JsonNode;

/** The calculators of the accounting methods: one small form each, and the same for programs. */
final class MethodPages {
    private static final int MOST_FIELDS = 100;

    private final Messages messages;

    MethodPages(Messages messages) {
        this.messages = messages;
    }

    void routes(Routes routes) {
        routes.page("/footprint/methods", Access.SIGNED_IN, this::page)
                .post(
                        "/api/footprint/methods/{name}",
                        Access.SIGNED_IN,
                        ApiDoc.of("footprint", "A calculator: cff, mci, iso14083 or iso59020; nothing is stored")
                                .body("application/json", "{\"ev\":2,\"erecycled\":0.5,\"r1\":0.4}"),
                        exchange -> exchange.json(answer(
                                method(exchange.path("name")),
                                texts(exchange.json()),
                                Language.EN,
                                exchange.language(),
                                messages)));
    }

    private static Method method(String name) {
        return Method.find(name).orElseThrow(() -> new NotFound("method " + name));
    }

    private static Map<String, String> texts(JsonNode json) {
        if (!json.isObject() || json.size() > MOST_FIELDS) {
            throw BadInput.of(Place.WHOLE, "footprint.methods.shape");
        }
        Issues issues = new Issues();
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isNumber() || value.isString()) {
                texts.put(property.getKey(), value.asString());
            } else {
                issues.add(Place.ofField(property.getKey()), "footprint.methods.number", value.getNodeType());
            }
        });
        issues.throwIfAny();
        return texts;
    }

    /** Inputs, results with labels and units, the formula and its source. */
    static Map<String, Object> answer(
            Method method, Map<String, String> texts, Language written, Language language, Messages messages) {
        List<Object> results = new ArrayList<>();
        for (Method.Result result : method.compute(texts, written)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", result.name());
            row.put("label", messages.get(language, "footprint.methods." + result.name()));
            row.put("value", result.value());
            row.put("unit", result.unit());
            results.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", method.code());
        json.put("inputs", texts);
        json.put("results", results);
        json.put("formula", method.formula());
        json.put("source", method.source());
        return json;
    }

    private void page(Exchange exchange) {
        Page page = exchange.page("footprint.methods");
        String asked = exchange.query("method").orElse("");
        Map<String, String> texts = new LinkedHashMap<>();
        List<Method.Result> results = List.of();
        List<String> issues = List.of();
        if (!asked.isEmpty()) {
            Method method = method(asked);
            method.fields().forEach(f -> exchange.query(f.name()).ifPresent(text -> texts.put(f.name(), text)));
            try {
                results = method.compute(texts, exchange.language());
            } catch (BadInput bad) {
                issues = bad.issues().stream()
                        .map(i -> i.text(messages, exchange.language()))
                        .toList();
            }
        }
        exchange.render(
                issues.isEmpty() ? 200 : 400,
                "footprint/methods.jte",
                page,
                Map.of("asked", asked, "texts", texts, "results", results, "issues", issues));
    }
}
