package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All that is wrong with a request, in the form that clients of the peer know from its 422 answers. */
final class Faults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 50;
    private static final int LONGEST_INPUT = 200;

    private final List<ObjectNode> found = new ArrayList<>();

    /** Thrown once everything was looked at. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ArrayNode detail;

        private Found(ArrayNode detail) {
            super(detail.toString(), null, false, false);
            this.detail = detail;
        }

        /** A list of what is wrong. */
        ArrayNode detail() {
            return detail;
        }

        Answer answer() {
            return Answer.of(422, JSON.objectNode().set("detail", detail));
        }
    }

    void add(String type, Trail place, String message, JsonNode input) {
        if (found.size() < MOST) {
            ObjectNode fault = JSON.objectNode();
            fault.put("type", type);
            fault.set("loc", place.path());
            fault.put("msg", message);
            fault.set("input", shortened(input));
            found.add(fault);
        }
    }

    private static JsonNode shortened(JsonNode input) {
        String text = input.toString();
        return text.length() <= LONGEST_INPUT ? input : JSON.stringNode(text.substring(0, LONGEST_INPUT) + "…");
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            ArrayNode detail = JSON.arrayNode();
            found.forEach(detail::add);
            throw new Found(detail);
        }
    }

    static Found of(String type, Trail place, String message, JsonNode input) {
        Faults one = new Faults();
        one.add(type, place, message, input);
        ArrayNode detail = JSON.arrayNode();
        one.found.forEach(detail::add);
        return new Found(detail);
    }

    /** Where in the request: {@code body, configuration, cpu, units}. */
    record Trail(List<Object> steps) {
        static final Trail BODY = new Trail(List.of("body"));

        static Trail query(String name) {
            return new Trail(List.of("query", name));
        }

        Trail then(Object step) {
            List<Object> more = new ArrayList<>(steps);
            more.add(step);
            return new Trail(more);
        }

        ArrayNode path() {
            ArrayNode path = JSON.arrayNode();
            for (Object step : steps) {
                if (step instanceof Integer index) {
                    path.add(index);
                } else {
                    path.add(step.toString());
                }
            }
            return path;
        }
    }
}
