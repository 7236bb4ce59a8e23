package org.boucle.app.territory;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.boucle.features.territory.exchange.ExchangeModel;
import org.boucle.features.territory.exchange.ExchangeProblem;
import org.boucle.features.territory.exchange.ExchangeProblem.End;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.Outcome;

/**
 * What a coalition could earn by exchanges among its own, each coalition planned anew. A coalition falls into the
 * groups that its links join; each group is solved once and kept.
 */
final class CoalitionValue implements LongToDoubleFunction {
    private static final LinearSolver.Limits LIMITS = new LinearSolver.Limits(30, 1e-5);

    private final ExchangeProblem problem;
    private final LinearSolver solver;
    private final int[] donorOwners;
    private final int[] receiverOwners;
    private final Map<BitSet, Double> known = new HashMap<>();

    /** Each flow a party of its own: donors are the first, receivers the next. */
    CoalitionValue(ExchangeProblem problem, LinearSolver solver) {
        this(
                problem,
                solver,
                IntStream.range(0, problem.donors().size()).toArray(),
                IntStream.range(0, problem.receivers().size())
                        .map(i -> problem.donors().size() + i)
                        .toArray());
    }

    /** Companies as parties: the owner of each donor and of each receiver. */
    CoalitionValue(ExchangeProblem problem, LinearSolver solver, int[] donorOwners, int[] receiverOwners) {
        this.problem = problem;
        this.solver = solver;
        this.donorOwners = donorOwners.clone();
        this.receiverOwners = receiverOwners.clone();
    }

    /** How many groups have been planned. */
    int solved() {
        return known.size();
    }

    /** The same over some links only, the parties numbered anew in the order given. */
    LongToDoubleFunction among(BitSet links, int[] parties) {
        return mask -> {
            long coalition = 0;
            for (int i = 0; i < parties.length; i++) {
                coalition |= (mask >> i & 1) << parties[i];
            }
            return value(coalition, links);
        };
    }

    @Override
    public double applyAsDouble(long coalition) {
        BitSet all = new BitSet();
        all.set(0, problem.links().size());
        return value(coalition, all);
    }

    private double value(long coalition, BitSet links) {
        BitSet active = new BitSet();
        for (int i = links.nextSetBit(0); i >= 0; i = links.nextSetBit(i + 1)) {
            Link link = problem.links().get(i);
            if (has(coalition, link.from(), donorOwners) && has(coalition, link.to(), receiverOwners)) {
                active.set(i);
            }
        }
        double sum = 0;
        for (BitSet group : LinkGroups.of(problem, active)) {
            Double value = known.get(group);
            if (value == null) {
                value = solve(group);
                known.put(group, value);
            }
            sum += value;
        }
        return sum;
    }

    private double solve(BitSet links) {
        ExchangeProblem among = new ExchangeProblem(
                problem.periods(),
                problem.donors(),
                problem.receivers(),
                problem.hubs(),
                links.stream().mapToObj(problem.links()::get).toList());
        if (among.links().stream().noneMatch((Link link) -> link.eurPerUnit() > 0)) {
            return 0;
        }
        if (among.links().size() == 1
                && problem.periods() == 1
                && problem.hubs().isEmpty()) {
            return single(among.links().getFirst());
        }
        Outcome outcome = solver.solve(ExchangeModel.ofMoney(among).linear(), LIMITS);
        return switch (outcome) {
            case Outcome.Solved solved -> solved.value();
            case Outcome.Infeasible none -> 0;
            case Outcome.Unbounded none -> throw new IllegalStateException("A coalition without bound");
            case Outcome.OutOfTime late -> throw new IllegalStateException("A coalition took too long");
            case Outcome.Failed failed -> throw new IllegalStateException(failed.reason());
        };
    }

    /** One link alone runs full or not at all: what it earns grows with the amount. */
    private double single(Link link) {
        double most = Math.min(
                link.most(),
                Math.min(
                        problem.donors().get(link.from().index()).available().getFirst(),
                        problem.receivers().get(link.to().index()).demand().getFirst() / link.ratio()));
        return most < link.minimumLot() ? 0 : Math.max(0, most * link.eurPerUnit() - link.fixedEur());
    }

    /** Hubs belong to nobody and are open to every coalition. */
    private static boolean has(long coalition, End end, int[] owners) {
        return switch (end) {
            case End.Site(int index) -> (coalition & 1L << owners[index]) != 0;
            case End.Hub ignored -> true;
        };
    }
}
