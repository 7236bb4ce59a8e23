package org.boucle.app.itfootprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Shared;
import org.boucle.features.itfootprint.ItFootprint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The recorded answers of BoaviztAPI 2.4.1, and calls of our dialect to compare with them. */
final class Oracle {
    private static final Boavizta DIALECT = new Boavizta(ItFootprint::shipped);
    private static final Map<String, Boavizta.Operation> OPERATIONS = new HashMap<>();

    static {
        DIALECT.operations()
                .forEach(operation -> OPERATIONS.put(operation.method() + " " + operation.path(), operation));
    }

    private Oracle() {}

    /** A recorded call and its answer. */
    record Case(
            String id,
            String method,
            String path,
            JsonNode query,
            JsonNode body,
            int status,
            JsonNode response,
            List<String> flags) {
        boolean isFlagged() {
            return flags.stream()
                    .anyMatch(flag ->
                            flag.startsWith("quirk_") || flag.startsWith("data_") || flag.startsWith("peer_bug_"));
        }

        boolean hasImpacts() {
            return response.isObject() && response.has("impacts");
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String line : lines("boavizta-2.4.1-cases.jsonl")) {
            JsonNode node = Json.read(line);
            List<String> flags = new ArrayList<>();
            node.get("flags").forEach(flag -> flags.add(flag.asString()));
            cases.add(new Case(
                    node.get("id").asString(),
                    node.get("method").asString(),
                    node.get("path").asString(),
                    node.get("query"),
                    node.get("body"),
                    node.get("status").asInt(),
                    node.get("response"),
                    flags));
        }
        return cases;
    }

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(Shared.file("oracle/it/" + file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Answer call(Case asked, String rules) {
        return call(asked.method(), asked.path(), asked.query(), Optional.of(asked.body()), rules);
    }

    static Answer call(String method, String path, JsonNode query, Optional<JsonNode> body, String rules) {
        Boavizta.Operation operation = OPERATIONS.get(method + " " + path);
        if (operation == null) {
            return Answer.error(404, "Not Found");
        }
        return DIALECT.answer(
                operation,
                new Call(
                        name -> name.equals("rules") ? List.of(rules) : values(query.get(name)),
                        body.filter(node -> !node.isNull())));
    }

    static Answer post(String path, String body, String rules) {
        return call("POST", path, JsonNodeFactory.instance.objectNode(), Optional.of(Json.read(body)), rules);
    }

    static Answer get(String path, Map<String, String> query, String rules) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        query.forEach(node::put);
        return call("GET", path, node, Optional.empty(), rules);
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node != null && node.isArray()) {
            node.forEach(value -> values.add(value.asString()));
        } else if (node != null) {
            values.add(node.asString());
        }
        return values;
    }

    /** What differs, numbers compared as doubles: {@code gwp.use.value: 1.0 / 2.0}. */
    static List<String> differences(String at, JsonNode peer, JsonNode ours) {
        List<String> found = new ArrayList<>();
        if (peer.isObject() && ours.isObject()) {
            TreeSet<String> keys = new TreeSet<>(peer.propertyNames());
            keys.addAll(ours.propertyNames());
            for (String key : keys) {
                String place = at.isEmpty() ? key : at + "." + key;
                found.addAll(differences(place, peer.path(key), ours.path(key)));
            }
        } else if (peer.isArray() && ours.isArray() && peer.size() == ours.size()) {
            for (int i = 0; i < peer.size(); i++) {
                found.addAll(differences(at + "[" + i + "]", peer.get(i), ours.get(i)));
            }
        } else if (!(peer.isNumber() && ours.isNumber() ? peer.asDouble() == ours.asDouble() : peer.equals(ours))) {
            found.add(at + ": " + peer + " / " + ours);
        }
        return found;
    }
}
