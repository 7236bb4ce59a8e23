package org.boucle.app.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 document, made from the routes themselves, so that it cannot drift from them. */
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private OpenApi() {}

    static Map<String, Object> document(List<Route> routes) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : routes) {
            route.doc()
                    .ifPresent(doc -> paths.computeIfAbsent(route.path(), p -> new LinkedHashMap<>())
                            .put(route.method().toLowerCase(Locale.ROOT), operation(route, doc)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Boucle",
                        "version", "0.1",
                        "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("paths", paths);
        document.put(
                "components", Map.of("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        document.put("security", List.of(Map.of("token", List.of())));
        return document;
    }

    private static Map<String, Object> operation(Route route, ApiDoc doc) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(doc.tag()));
        operation.put("summary", doc.summary());
        operation.put("parameters", parameters(route, doc));
        if (!doc.requestExample().isEmpty()) {
            operation.put(
                    "requestBody",
                    Map.of("required", true, "content", content(doc.requestType(), doc.requestExample())));
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(
                "200",
                doc.answerExample().isEmpty()
                        ? Map.of("description", "Done")
                        : Map.of("description", "Done", "content", content("application/json", doc.answerExample())));
        answers.put(
                "4XX",
                Map.of(
                        "description",
                        "Bad input, with its issues",
                        "content",
                        Map.of("application/problem+json", Map.of())));
        operation.put("responses", answers);
        if (route.access().open()) {
            operation.put("security", List.of());
        }
        return operation;
    }

    private static List<Map<String, Object>> parameters(Route route, ApiDoc doc) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(route.path());
        while (matcher.find()) {
            parameters.add(parameter(matcher.group(1), "path", "", true));
        }
        doc.query()
                .forEach(query ->
                        parameters.add(parameter(query.name(), "query", query.description(), query.required())));
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, String description, boolean required) {
        return Map.of(
                "name",
                name,
                "in",
                in,
                "description",
                description,
                "required",
                required,
                "schema",
                Map.of("type", "string"));
    }

    private static Map<String, Object> content(String type, String example) {
        Object value = type.equals("application/json") ? Json.read(example) : example;
        return Map.of(type, Map.of("example", value));
    }
}
