package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;

/**
 * Solves exchange problems, with a proven bound. A large one is first relaxed over a growing set of links (column
 * generation): the prices of the flows bound what all links could earn, those looked at or not; then the relaxation is rounded, and where
 * that is too far from the bound the links near those prices go into the mixed-integer program.
 */
public final class ExchangeSolver {
    private static final int LARGE = 4_000;
    private static final int MOST_ROUNDS = 20;

    private final LinearSolver solver;

    public ExchangeSolver(LinearSolver solver) {
        this.solver = solver;
    }

    /** A plan, or why there is none. */
    public sealed interface Answer {
        /** A plan with its bound. */
        record Found(ExchangePlan plan, double seconds) implements Answer {}

        /** No plan, with what the solver said. */
        record None(Outcome outcome) implements Answer {}
    }

    /** Most money. */
    public Answer solve(ExchangeProblem problem, Limits limits) {
        if (problem.links().isEmpty()) {
            return new Answer.Found(new ExchangePlan(List.of(), List.of(), 0, 0, 0), 0);
        }
        boolean large = problem.links().size() > LARGE
                && problem.periods() == 1
                && problem.hubs().isEmpty();
        return large ? solveLarge(problem, limits) : answer(ExchangeModel.ofMoney(problem), limits);
    }

    /** Most money with at least so much CO2 avoided. */
    public Answer solve(ExchangeProblem problem, double leastKgCo2e, Limits limits) {
        return answer(ExchangeModel.ofMoney(problem, leastKgCo2e), limits);
    }

    private Answer answer(ExchangeModel model, Limits limits) {
        return switch (solver.solve(model.linear(), limits)) {
            case Outcome.Solved solved ->
                new Answer.Found(model.plan(solved.point(), solved.bound()), solved.seconds());
            case Outcome.Infeasible none -> new Answer.None(none);
            case Outcome.Unbounded none -> new Answer.None(none);
            case Outcome.OutOfTime none -> new Answer.None(none);
            case Outcome.Failed none -> new Answer.None(none);
        };
    }

    private Answer solveLarge(ExchangeProblem problem, Limits limits) {
        Pricing pricing = new Pricing(problem);
        Outcome.Solved relaxed = null;
        double bound = Double.POSITIVE_INFINITY;
        double seconds = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Outcome outcome = solver.solve(
                    Relaxation.of(restricted(problem, pricing.links())).linear(), limits);
            if (!(outcome instanceof Outcome.Solved solved)) {
                return new Answer.None(outcome);
            }
            relaxed = solved;
            seconds += solved.seconds();
            bound = Math.min(bound, pricing.bound(solved.prices()));
            boolean isTight = bound - solved.value() <= limits.gap() / 10 * Math.abs(solved.value());
            if (isTight || pricing.extend(solved.prices()) == 0) {
                break;
            }
        }
        ExchangePlan rounded = rounded(problem, pricing, relaxed, bound, limits);
        if (rounded.gap() <= limits.gap()) {
            return new Answer.Found(rounded, seconds);
        }
        List<Integer> kept = pricing.promising(relaxed);
        Limits rest = new Limits(limits.seconds(), limits.gap() / 4);
        Answer answer = answer(ExchangeModel.ofMoney(restricted(problem, kept)), rest);
        boolean isBetter = answer instanceof Answer.Found found && found.plan().eur() > rounded.eur();
        return isBetter && answer instanceof Answer.Found found
                ? new Answer.Found(renumbered(found.plan(), kept, bound), seconds + found.seconds())
                : new Answer.Found(rounded, seconds);
    }

    /**
     * The relaxation's links that earn their fixed cost and fill their lot are run; their amounts are then chosen anew,
     * with no cost but the fixed one of each.
     */
    private ExchangePlan rounded(
            ExchangeProblem problem, Pricing pricing, Outcome.Solved relaxed, double bound, Limits limits) {
        List<Integer> looked = pricing.links();
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < looked.size(); k++) {
            ExchangeProblem.Link link = problem.links().get(looked.get(k));
            double amount = relaxed.point()[k];
            if (amount * link.eurPerUnit() > link.fixedEur() && amount >= link.minimumLot() - 1e-9) {
                kept.add(looked.get(k));
            }
        }
        ExchangeProblem chosen = restricted(problem, kept);
        Outcome outcome = solver.solve(Relaxation.running(chosen).linear(), limits);
        return outcome instanceof Outcome.Solved solved
                ? plan(problem, kept, solved.point(), bound)
                : new ExchangePlan(List.of(), List.of(), 0, bound, 0);
    }

    private static ExchangePlan plan(ExchangeProblem problem, List<Integer> kept, double[] amounts, double bound) {
        List<ExchangePlan.Run> runs = new ArrayList<>();
        double eur = 0;
        double kg = 0;
        for (int k = 0; k < kept.size(); k++) {
            ExchangeProblem.Link link = problem.links().get(kept.get(k));
            double gain = amounts[k] * link.eurPerUnit() - link.fixedEur();
            double avoided = amounts[k] * link.kgCo2ePerUnit();
            if (gain > 0) {
                runs.add(new ExchangePlan.Run(kept.get(k), List.of(amounts[k]), gain, avoided));
                eur += gain;
                kg += avoided;
            }
        }
        return new ExchangePlan(runs, List.of(), eur, bound, kg);
    }

    private static ExchangeProblem restricted(ExchangeProblem problem, List<Integer> kept) {
        return new ExchangeProblem(
                problem.periods(),
                problem.donors(),
                problem.receivers(),
                problem.hubs(),
                kept.stream().map(problem.links()::get).toList());
    }

    private static ExchangePlan renumbered(ExchangePlan plan, List<Integer> kept, double bound) {
        List<ExchangePlan.Run> runs = plan.runs().stream()
                .map(run -> new ExchangePlan.Run(kept.get(run.link()), run.perPeriod(), run.eur(), run.kgCo2e()))
                .toList();
        return new ExchangePlan(runs, plan.hubs(), plan.eur(), bound, plan.kgCo2e());
    }

    /** Points of the front between most money and most CO2 avoided, from the money end; dominated ones left out. */
    public List<ExchangePlan> front(ExchangeProblem problem, int points, Limits limits) {
        List<ExchangePlan> front = new ArrayList<>();
        if (!(solve(problem, limits) instanceof Answer.Found money)) {
            return front;
        }
        front.add(money.plan());
        Answer green = answer(ExchangeModel.ofCarbon(problem, 0), limits);
        if (!(green instanceof Answer.Found most) || points < 2) {
            return front;
        }
        double from = money.plan().kgCo2e();
        double to = most.plan().kgCo2e();
        for (int i = 1; i < points; i++) {
            double least = from + (to - from) * i / (points - 1) - 1e-7 * Math.abs(to);
            if (least > front.getLast().kgCo2e() + 1e-7 * Math.abs(to)
                    && solve(problem, least, limits) instanceof Answer.Found found) {
                front.add(found.plan());
            }
        }
        return front;
    }
}
