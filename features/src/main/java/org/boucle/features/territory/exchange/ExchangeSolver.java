package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;

/**
 * Solves exchange problems, with a proven bound. A large one is first relaxed: the relaxation's value is the bound, and
 * only the links that it uses, with the best few of each end, go into the mixed-integer program. If the two are further
 * apart than asked, the whole program follows.
 */
public final class ExchangeSolver {
    private static final int LARGE = 4_000;
    private static final int BEST_OF_EACH = 3;

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
        Relaxation relaxation = Relaxation.of(problem);
        Outcome relaxed = solver.solve(relaxation.linear(), limits);
        if (!(relaxed instanceof Outcome.Solved bound)) {
            return new Answer.None(relaxed);
        }
        List<Integer> kept = promising(problem, bound.point());
        ExchangeProblem small = restricted(problem, kept);
        Answer answer = answer(ExchangeModel.ofMoney(small), new Limits(limits.seconds(), limits.gap() / 2));
        if (!(answer instanceof Answer.Found found)) {
            return answer;
        }
        ExchangePlan plan = renumbered(found.plan(), kept, bound.bound());
        if (plan.gap() <= limits.gap()) {
            return new Answer.Found(plan, bound.seconds() + found.seconds());
        }
        return answer(ExchangeModel.ofMoney(problem), limits) instanceof Answer.Found whole
                        && whole.plan().gap() < plan.gap()
                ? whole
                : new Answer.Found(plan, bound.seconds() + found.seconds());
    }

    private static List<Integer> promising(ExchangeProblem problem, double[] relaxed) {
        List<Link> links = problem.links();
        List<Integer> byGain = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            byGain.add(i);
        }
        byGain.sort(Comparator.comparingDouble((Integer i) -> -gain(links.get(i))));
        int[] given = new int[problem.donors().size()];
        int[] taken = new int[problem.receivers().size()];
        List<Integer> kept = new ArrayList<>();
        for (int i : byGain) {
            int donor = links.get(i).from().index();
            int receiver = links.get(i).to().index();
            boolean used = relaxed[i] > 1e-7;
            if (used || given[donor] < BEST_OF_EACH || taken[receiver] < BEST_OF_EACH) {
                given[donor]++;
                taken[receiver]++;
                kept.add(i);
            }
        }
        kept.sort(Comparator.naturalOrder());
        return kept;
    }

    private static double gain(Link link) {
        return link.eurPerUnit() * link.most() - link.fixedEur();
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
