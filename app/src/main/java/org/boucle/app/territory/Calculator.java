package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.territory.exchange.ExchangeModel;
import org.boucle.features.territory.exchange.ExchangePlan;
import org.boucle.features.territory.exchange.ExchangeProblem;
import org.boucle.features.territory.exchange.ExchangeSolver;
import org.boucle.features.territory.exchange.Transportation;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;
import org.boucle.features.territory.sharing.CoreCheck;
import org.boucle.features.territory.sharing.Shapley;
import tools.jackson.databind.JsonNode;

/** The engines on problems that somebody writes down, apart from any inventory. */
final class Calculator {
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_FRONT = 20;
    private static final int MOST_PARTIES = 12;

    private final LinearSolver solver;

    Calculator(LinearSolver solver) {
        this.solver = solver;
    }

    Object pinch(String text, double difference) {
        return HeatProblem.solve(ProblemReader.tree(text), difference);
    }

    Object water(String text) {
        return new WaterProblem(solver).solve(ProblemReader.tree(text));
    }

    /** Most money; with {@code goal} co2 most CO2; with {@code front} the front; with {@code shapley} the shares. */
    Object exchange(String text) {
        JsonNode root = ProblemReader.tree(text);
        ExchangeProblem problem = new ExchangeReader(root).read();
        boolean carbon = root.path("goal").asString("eur").equalsIgnoreCase("co2");
        Map<String, Object> answer = carbon ? mostCarbon(problem) : mostMoney(problem);
        int points = root.path("front").asInt(0);
        if (points > 1) {
            answer.put(
                    "front",
                    new ExchangeSolver(solver)
                            .front(problem, Math.min(points, MOST_FRONT), Limits.USUAL).stream()
                                    .map(plan -> plan(problem, plan))
                                    .toList());
        }
        if (root.path("shapley").asBoolean(false)) {
            answer.put("shapley", shapley(problem));
        }
        return answer;
    }

    private Map<String, Object> mostMoney(ExchangeProblem problem) {
        ExchangeSolver.Answer answer = new ExchangeSolver(solver).solve(problem, Limits.USUAL);
        return switch (answer) {
            case ExchangeSolver.Answer.Found(ExchangePlan plan, double seconds) -> plan(problem, plan);
            case ExchangeSolver.Answer.None(Outcome outcome) -> none(outcome);
        };
    }

    private Map<String, Object> mostCarbon(ExchangeProblem problem) {
        ExchangeModel model = ExchangeModel.ofCarbon(problem, Double.NEGATIVE_INFINITY);
        Outcome outcome = solver.solve(model.linear(), Limits.USUAL);
        if (!(outcome instanceof Outcome.Solved solved)) {
            return none(outcome);
        }
        Map<String, Object> answer = plan(problem, model.plan(solved.point(), solved.bound()));
        answer.remove("eurBound");
        answer.remove("gap");
        answer.put("kgBound", solved.bound());
        return answer;
    }

    private static Map<String, Object> none(Outcome outcome) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("found", false);
        answer.put("outcome", outcome.toString());
        return answer;
    }

    private static Map<String, Object> plan(ExchangeProblem problem, ExchangePlan plan) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("found", true);
        answer.put("eur", plan.eur());
        answer.put("eurBound", plan.eurBound());
        answer.put("gap", plan.gap());
        answer.put("kgCo2", plan.kgCo2e());
        Map<String, Object> flows = new LinkedHashMap<>();
        for (ExchangePlan.Run run : plan.runs()) {
            String id = problem.links().get(run.link()).id();
            flows.put(id, problem.periods() == 1 ? run.total() : run.perPeriod());
        }
        answer.put("flows", flows);
        answer.put("hubs", plan.hubs());
        return answer;
    }

    private Map<String, Object> shapley(ExchangeProblem problem) {
        int parties = problem.donors().size() + problem.receivers().size();
        if (parties > MOST_PARTIES) {
            throw BadInput.of(Place.ofField("shapley"), "territory.rows", MOST_PARTIES);
        }
        List<String> names = new ArrayList<>();
        problem.donors().forEach(donor -> names.add(donor.id()));
        problem.receivers().forEach(receiver -> names.add(receiver.id()));
        CoalitionValue value = new CoalitionValue(problem, solver);
        return shares(names, Shapley.exact(parties, value), value);
    }

    private static Map<String, Object> shares(List<String> names, Shapley shapley, LongToDoubleFunction value) {
        List<Map<String, Object>> shares = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            shares.add(Map.of("party", names.get(i), "share", shapley.shares()[i], "error", shapley.errors()[i]));
        }
        CoreCheck core = CoreCheck.of(shapley.shares(), value);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("shares", shares);
        answer.put("exact", shapley.isExact());
        answer.put("inCore", core.isInCore());
        answer.put("deficit", core.deficit());
        return answer;
    }

    /** {@code {"supply":[…],"demand":[…],"cost":[[…]]}}. */
    Object transport(String text) {
        JsonNode root = ProblemReader.tree(text);
        ProblemReader reader = new ProblemReader();
        double[] supply = array(reader.numbers(root.path("supply"), "supply", 0));
        double[] demand = array(reader.numbers(root.path("demand"), "demand", 0));
        if ((long) supply.length * demand.length > MOST_CELLS) {
            reader.issue("cost", "territory.rows", MOST_CELLS);
        }
        reader.issues().throwIfAny();
        double[][] cost = new double[supply.length][];
        for (int i = 0; i < cost.length; i++) {
            String path = "cost[" + i + "]";
            cost[i] = array(reader.numbers(root.path("cost").path(i), path, -ProblemReader.MOST));
            if (cost[i].length != demand.length) {
                reader.issue(path, "territory.problem.periods", cost[i].length, demand.length);
            }
        }
        reader.issues().throwIfAny();
        LinearModel model = Transportation.model(supply, demand, cost);
        Outcome outcome = solver.solve(model, Limits.USUAL);
        if (!(outcome instanceof Outcome.Solved solved)) {
            return none(outcome);
        }
        List<Map<String, Object>> flows = new ArrayList<>();
        for (int i = 0; i < supply.length; i++) {
            for (int j = 0; j < demand.length; j++) {
                double amount = solved.point()[i * demand.length + j];
                if (amount > 1e-9) {
                    flows.add(Map.of("supply", i + 1, "demand", j + 1, "amount", amount));
                }
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("found", true);
        answer.put("cost", solved.value());
        answer.put("flows", flows);
        return answer;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** {@code {"players":["a","b"],"values":{"a":1,"a,b":3}}}: coalitions left out earn nothing. */
    Object shapley(String text) {
        JsonNode root = ProblemReader.tree(text);
        ProblemReader reader = new ProblemReader();
        List<String> players = new ArrayList<>();
        for (JsonNode each : reader.list(root.path("players"), "players", Shapley.MOST_EXACT)) {
            players.add(each.asString(""));
        }
        reader.issues().throwIfAny();
        double[] worth = new double[1 << players.size()];
        root.path("values").properties().forEach(entry -> {
            int mask = 0;
            for (String name : entry.getKey().split("[,+ ]+")) {
                int index = players.indexOf(name);
                if (index < 0) {
                    reader.issue("values." + entry.getKey(), "territory.problem.end", name);
                } else {
                    mask |= 1 << index;
                }
            }
            worth[mask] = reader.numbers(entry.getValue(), "values." + entry.getKey(), -ProblemReader.MOST).stream()
                    .findFirst()
                    .orElse(0.0);
        });
        reader.issues().throwIfAny();
        worth[0] = 0;
        return shares(players, Shapley.exact(players.size(), worth), mask -> worth[(int) mask]);
    }
}
