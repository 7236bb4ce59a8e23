package org.boucle.app.territory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.boucle.features.territory.exchange.ExchangeModel;
import org.boucle.features.territory.exchange.ExchangeProblem;
import org.boucle.features.territory.exchange.ExchangeProblem.End;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.Outcome;

/**
 * What a coalition of flows could earn by exchanges among its own: donors are the first parties, receivers the next.
 * Each coalition is solved once and kept.
 */
final class CoalitionValue implements LongToDoubleFunction {
    private final ExchangeProblem problem;
    private final LinearSolver solver;
    private final Map<Long, Double> known = new HashMap<>();

    CoalitionValue(ExchangeProblem problem, LinearSolver solver) {
        this.problem = problem;
        this.solver = solver;
    }

    @Override
    public double applyAsDouble(long coalition) {
        Double value = known.get(coalition);
        if (value == null) {
            value = solve(coalition);
            known.put(coalition, value);
        }
        return value;
    }

    private double solve(long coalition) {
        ExchangeProblem among = new ExchangeProblem(
                problem.periods(),
                problem.donors(),
                problem.receivers(),
                problem.hubs(),
                problem.links().stream()
                        .filter(link -> has(coalition, link.from(), 0)
                                && has(coalition, link.to(), problem.donors().size()))
                        .toList());
        if (among.links().isEmpty() || among.links().stream().noneMatch((Link link) -> link.eurPerUnit() > 0)) {
            return 0;
        }
        Outcome outcome = solver.solve(ExchangeModel.ofMoney(among).linear(), LinearSolver.Limits.USUAL);
        return switch (outcome) {
            case Outcome.Solved solved -> solved.value();
            case Outcome.Infeasible none -> 0;
            case Outcome.Unbounded none -> throw new IllegalStateException("A coalition without bound");
            case Outcome.OutOfTime late -> throw new IllegalStateException("A coalition took too long");
            case Outcome.Failed failed -> throw new IllegalStateException(failed.reason());
        };
    }

    /** Hubs belong to nobody and are open to every coalition. */
    private static boolean has(long coalition, End end, int offset) {
        return switch (end) {
            case End.Site(int index) -> (coalition & 1L << (offset + index)) != 0;
            case End.Hub ignored -> true;
        };
    }
}
