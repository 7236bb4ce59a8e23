package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.app.server.Json;
import org.boucle.features.territory.heat.Cascade;
import org.boucle.features.territory.heat.CompositeCurve;
import org.boucle.features.territory.heat.HeatStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pinch problems of any streams: JSON, CSV of streams, or CSV of cases with their streams in one cell. */
final class HeatProblem {
    /** A stream that changes its state at one temperature is given so much of a slope, K. */
    static final double ISOTHERMAL = 1e-6;

    private static final int MOST_STREAMS = 2_000;
    private static final Pattern STREAM = Pattern.compile("([^\\s:]+):([-\\d.]+)->([-\\d.]+)@([-+\\d.eE]+)");

    private HeatProblem() {}

    /** The answer to one problem, or a list of answers to several cases. */
    static Object solve(JsonNode root, double usualDifference) {
        JsonNode rows = root.path("rows");
        if (rows.isArray() && !rows.isEmpty() && rows.get(0).has("streams")) {
            List<Object> answers = new ArrayList<>();
            rows.forEach(row -> answers.add(one(expanded(row), usualDifference)));
            return answers;
        }
        return one(root, usualDifference);
    }

    private static JsonNode expanded(JsonNode row) {
        ObjectNode problem = Json.mapper().createObjectNode();
        problem.put("case", row.path("case").asString(""));
        if (row.has("dtmin")) {
            problem.set("dTmin", row.path("dtmin"));
        }
        ArrayNode streams = problem.putArray("streams");
        Matcher matcher = STREAM.matcher(row.path("streams").asString(""));
        while (matcher.find()) {
            ObjectNode stream = streams.addObject().put("id", matcher.group(1));
            put(stream, "supply", matcher.group(2));
            put(stream, "target", matcher.group(3));
            put(stream, "cp", matcher.group(4));
        }
        return problem;
    }

    private static void put(ObjectNode node, String name, String text) {
        try {
            node.put(name, Double.parseDouble(text));
        } catch (NumberFormatException malformed) {
            node.put(name, text);
        }
    }

    private static Map<String, Object> one(JsonNode root, double usualDifference) {
        ProblemReader reader = new ProblemReader();
        double difference =
                reader.numberOr(root, "", 0, usualDifference, "dTmin", "leastDifference", "least_difference");
        JsonNode list = root.isArray() ? root : ProblemReader.first(root, "streams", "rows");
        List<HeatStream> streams = new ArrayList<>();
        int number = 0;
        for (JsonNode node : reader.list(list, "streams", MOST_STREAMS)) {
            stream(reader, node, "streams[" + number + "]", "s" + ++number, streams);
        }
        if (streams.isEmpty() && reader.issues().isEmpty()) {
            reader.issue("streams", "territory.missing", "streams");
        }
        reader.issues().throwIfAny();
        return answer(root.path("case").asString(""), streams, difference);
    }

    private static void stream(
            ProblemReader reader, JsonNode node, String path, String usual, List<HeatStream> streams) {
        String id = ProblemReader.id(node, usual, "id", "name", "stream");
        long before = reader.issues().count();
        double supply = reader.number(node, path, -273.15, "supply", "Ts", "t_supply", "tin", "t_in");
        double target = reader.number(node, path, -273.15, "target", "Tt", "t_target", "tout", "t_out");
        boolean hasDuty = !ProblemReader.first(node, "duty", "q", "heat").isMissingNode();
        double duty = reader.numberOr(node, path, 0, 0, "duty", "q", "heat");
        if (reader.issues().count() > before) {
            return;
        }
        if (supply == target) {
            boolean hot = node.path("type")
                    .asString("")
                    .toLowerCase(java.util.Locale.ROOT)
                    .startsWith("h");
            if (!hasDuty || !node.has("type")) {
                reader.issue(path, "territory.problem.isothermal", id);
            } else if (duty > 0) {
                streams.add(
                        new HeatStream(id, supply, hot ? supply - ISOTHERMAL : supply + ISOTHERMAL, duty / ISOTHERMAL));
            }
            return;
        }
        double capacity = hasDuty
                ? duty / Math.abs(supply - target)
                : reader.number(node, path, 0, "cp", "CP", "mcp", "capacity", "fcp");
        if (capacity > 0) {
            streams.add(new HeatStream(id, supply, target, capacity));
        }
    }

    private static Map<String, Object> answer(String name, List<HeatStream> streams, double difference) {
        Cascade cascade = Cascade.of(streams, difference);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            answer.put("case", name);
        }
        answer.put("dTmin", difference);
        answer.put("hotUtility", cascade.hotUtility());
        answer.put("coldUtility", cascade.coldUtility());
        answer.put("recovered", cascade.recovered(streams));
        answer.put("threshold", cascade.isThreshold());
        List<Map<String, Object>> pinches = new ArrayList<>();
        double before = Double.NaN;
        for (double pinch : cascade.pinches()) {
            if (!(Math.abs(pinch - before) < 10 * ISOTHERMAL)) {
                pinches.add(Map.of("shifted", pinch, "hot", pinch + difference / 2, "cold", pinch - difference / 2));
            }
            before = pinch;
        }
        answer.put("pinches", pinches);
        answer.put("temperatures", cascade.temperatures());
        answer.put("flows", cascade.flows());
        answer.put("hotCurve", CompositeCurve.of(streams, true, 0));
        answer.put("coldCurve", CompositeCurve.of(streams, false, cascade.coldUtility()));
        return answer;
    }
}
