package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;
import org.boucle.features.territory.water.FixedFlow;
import org.boucle.features.territory.water.FixedLoad;
import tools.jackson.databind.JsonNode;

/** Water problems of any processes (fixed load) or sinks and sources (fixed flow): JSON or CSV. */
final class WaterProblem {
    private static final int MOST = 200;

    private final LinearSolver solver;

    WaterProblem(LinearSolver solver) {
        this.solver = solver;
    }

    /** The answer to one problem, or a list of answers to the problems of a CSV. */
    Object solve(JsonNode root) {
        JsonNode rows = root.path("rows");
        if (!rows.isArray()) {
            return root.has("sinks") || root.has("sources") ? fixedFlow(root) : fixedLoad("", root.path("processes"));
        }
        List<Object> answers = new ArrayList<>();
        ProblemReader reader = new ProblemReader();
        List<JsonNode> all = reader.list(rows, "rows", 20_000);
        reader.issues().throwIfAny();
        ProblemReader.groups(all, "problem").forEach((name, mine) -> answers.add(fixedLoad(name, array(mine))));
        return answers.size() == 1 ? answers.getFirst() : answers;
    }

    private static JsonNode array(List<JsonNode> rows) {
        var array = org.boucle.app.server.Json.mapper().createArrayNode();
        rows.forEach(array::add);
        return array;
    }

    private Map<String, Object> fixedLoad(String name, JsonNode list) {
        ProblemReader reader = new ProblemReader();
        List<FixedLoad.Process> processes = new ArrayList<>();
        Map<String, List<FixedLoad.Process>> byCompany = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode node : reader.list(list, "processes", MOST)) {
            String path = "processes[" + number + "]";
            String id = ProblemReader.id(node, "p" + ++number, "id", "process", "name");
            double inlet = reader.number(node, path, 0, "inlet", "Cin_max_ppm", "cin", "inlet_ppm");
            double outlet = reader.number(node, path, 0, "outlet", "Cout_max_ppm", "cout", "outlet_ppm");
            double load = reader.number(node, path, 0, "load", "load_g_h");
            double lost = reader.numberOr(node, path, 0, 0, "lost", "lost_t_h");
            if (load > 0 && outlet <= inlet) {
                reader.issue(path + ".outlet", "territory.problem.limits", id, inlet, outlet);
            } else if (load > 0) {
                FixedLoad.Process process = new FixedLoad.Process(id, inlet, outlet, load, lost);
                processes.add(process);
                String company = ProblemReader.id(node, id.replaceAll("\\d.*$", ""), "company");
                byCompany.computeIfAbsent(company, key -> new ArrayList<>()).add(process);
            }
        }
        reader.issues().throwIfAny();
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            answer.put("problem", name);
        }
        answer.put("kind", "fixed load");
        answer.put("withoutReuse", FixedLoad.withoutReuse(processes));
        if (processes.isEmpty()) {
            answer.put("fresh", 0.0);
            return answer;
        }
        solveLoad(processes, answer);
        if (byCompany.size() > 1) {
            Map<String, Object> alone = new LinkedHashMap<>();
            byCompany.forEach((company, mine) -> {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("withoutReuse", FixedLoad.withoutReuse(mine));
                each.put("fresh", value(FixedLoad.model(mine)));
                alone.put(company, each);
            });
            answer.put("alone", alone);
        }
        return answer;
    }

    private Object value(LinearModel model) {
        Outcome outcome = solver.solve(model, Limits.USUAL);
        return outcome instanceof Outcome.Solved solved ? solved.value() : outcome.toString();
    }

    private void solveLoad(List<FixedLoad.Process> processes, Map<String, Object> answer) {
        Outcome outcome = solver.solve(FixedLoad.model(processes), Limits.USUAL);
        if (!(outcome instanceof Outcome.Solved solved)) {
            answer.put("outcome", outcome.toString());
            return;
        }
        int n = processes.size();
        answer.put("fresh", solved.value());
        List<Map<String, Object>> uses = new ArrayList<>();
        List<Map<String, Object>> reuse = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            uses.add(Map.of(
                    "id", processes.get(j).id(), "fresh", solved.point()[j], "discharge", solved.point()[n + j]));
            for (int i = 0; i < n; i++) {
                double amount = solved.point()[FixedLoad.reuse(i, j, n)];
                if (amount > 1e-7) {
                    reuse.add(Map.of(
                            "from",
                            processes.get(i).id(),
                            "to",
                            processes.get(j).id(),
                            "amount",
                            amount));
                }
            }
        }
        answer.put("uses", uses);
        answer.put("reuse", reuse);
    }

    private Map<String, Object> fixedFlow(JsonNode root) {
        ProblemReader reader = new ProblemReader();
        List<FixedFlow.Stream> sinks = streams(reader, root.path("sinks"), "sinks");
        List<FixedFlow.Stream> sources =
                root.path("sources").isEmpty() ? List.of() : streams(reader, root.path("sources"), "sources");
        reader.issues().throwIfAny();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", "fixed flow");
        answer.put(
                "withoutReuse",
                sinks.stream().mapToDouble(FixedFlow.Stream::tonnesPerHour).sum());
        if (sinks.isEmpty()) {
            answer.put("fresh", 0.0);
            answer.put("waste", FixedFlow.waste(sinks, sources, 0));
            return answer;
        }
        Outcome outcome = solver.solve(FixedFlow.model(sinks, sources), Limits.USUAL);
        if (!(outcome instanceof Outcome.Solved solved)) {
            answer.put("outcome", outcome.toString());
            return answer;
        }
        answer.put("fresh", solved.value());
        answer.put("waste", FixedFlow.waste(sinks, sources, solved.value()));
        List<Map<String, Object>> reuse = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            for (int j = 0; j < sinks.size(); j++) {
                double amount = solved.point()[sinks.size() + i * sinks.size() + j];
                if (amount > 1e-7) {
                    reuse.add(Map.of(
                            "from", sources.get(i).id(), "to", sinks.get(j).id(), "amount", amount));
                }
            }
        }
        answer.put("reuse", reuse);
        return answer;
    }

    private static List<FixedFlow.Stream> streams(ProblemReader reader, JsonNode list, String name) {
        List<FixedFlow.Stream> streams = new ArrayList<>();
        int number = 0;
        for (JsonNode node : reader.list(list, name, MOST)) {
            String path = name + "[" + number + "]";
            String id = ProblemReader.id(node, name.substring(0, name.length() - 1) + ++number, "id", "name");
            double flow = reader.number(node, path, 0, "flow", "t_h");
            double ppm = reader.number(node, path, 0, "ppm", "concentration");
            if (flow > 0) {
                streams.add(new FixedFlow.Stream(id, flow, ppm));
            }
        }
        return streams;
    }
}
