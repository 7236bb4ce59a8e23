package org.boucle.app.itfootprint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.boucle.app.server.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of the dialect, made from its operations. */
final class DialectOpenApi {
    private static final Map<String, String> COMMON = Map.of(
            "verbose", "Whether the answer tells how it came about (true by default)",
            "duration", "Hours; the whole life by default",
            "criteria", "Repeated: keys of impacts, or all; gwp, adp, pe by default",
            "archetype", "What completes what is not given");

    private DialectOpenApi() {}

    static String document(List<Boavizta.Operation> operations) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Boucle, dialect of BoaviztAPI").put("version", "2.4.1");
        document.putArray("servers").addObject().put("url", "/boavizta");
        ObjectNode paths = document.putObject("paths");
        for (Boavizta.Operation operation : operations) {
            ObjectNode path =
                    paths.get(operation.path()) instanceof ObjectNode known ? known : paths.putObject(operation.path());
            ObjectNode node = path.putObject(operation.method().toLowerCase(Locale.ROOT));
            node.put("summary", operation.summary());
            parameters(node, operation);
            if (operation.method().equals("POST")) {
                ObjectNode body = node.putObject("requestBody").put("required", true);
                body.putObject("content")
                        .putObject("application/json")
                        .putObject("schema")
                        .put("type", "object");
            }
            ObjectNode answers = node.putObject("responses");
            answers.putObject("200").put("description", "Done");
            answers.putObject("422").put("description", "What is wrong, in detail");
        }
        return Json.write(document);
    }

    private static void parameters(ObjectNode node, Boavizta.Operation operation) {
        ArrayNode parameters = node.putArray("parameters");
        names(operation).forEach(name -> {
            ObjectNode parameter = parameters.addObject();
            parameter.put("name", name).put("in", "query").put("description", COMMON.getOrDefault(name, ""));
            parameter.putObject("schema").put("type", "string");
        });
    }

    private static List<String> names(Boavizta.Operation operation) {
        String path = operation.path();
        if (path.endsWith("archetype_config")) {
            return List.of("archetype");
        }
        if (path.endsWith("instance_config")) {
            return List.of("provider", "instance_type");
        }
        if (path.endsWith("all_instances") || path.endsWith("cloud_regions")) {
            return List.of("provider");
        }
        if (path.endsWith("name_to_cpu") || path.endsWith("name_to_gpu")) {
            return List.of(path.endsWith("cpu") ? "cpu_name" : "gpu_name");
        }
        boolean list = path.contains("/utils/")
                || path.endsWith("/all")
                || path.contains("archetype")
                || path.equals("/")
                || path.endsWith("all_providers");
        if (list) {
            return List.of();
        }
        boolean cloud = path.contains("/cloud/") && operation.method().equals("GET");
        return cloud
                ? List.of("provider", "instance_type", "verbose", "duration", "criteria")
                : List.of("archetype", "verbose", "duration", "criteria");
    }
}
