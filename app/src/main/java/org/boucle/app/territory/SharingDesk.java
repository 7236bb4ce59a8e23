package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongToDoubleFunction;
import org.boucle.features.territory.exchange.ExchangeProblem;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.sharing.CoreCheck;
import org.boucle.features.territory.sharing.Shapley;

/**
 * Who gains what by the plan: the Shapley value with every coalition planned anew. Flows that share no exchange are
 * games of their own, and the value of a sum of games is the sum of their values, so that only the companies of one
 * group of exchanges have to be combined.
 */
public final class SharingDesk {
    /** Up to so many companies in one group all coalitions are planned: some thousand programs. */
    static final int MOST_EXACT = 12;

    private static final int MOST_LINKS = 3_000;
    private static final int MOST_PARTIES = 60;
    private static final int SAMPLED_PLANS = 3_000;

    private final TerritoryDesk desk;
    private final AtomicReference<Optional<Result>> kept = new AtomicReference<>(Optional.empty());

    SharingDesk(TerritoryDesk desk) {
        this.desk = desk;
    }

    /**
     * One company's share of the surplus, EUR a year.
     *
     * @param error standard error, 0 where exact
     * @param byPlan its half of the plan's own exchanges
     */
    public record Share(String company, double eur, double error, double byPlan) {}

    /**
     * All shares.
     *
     * @param deficit what the most dissatisfied group would gain by leaving, EUR a year; 0 in the core
     * @param leaving that group
     * @param plans coalitions planned
     * @param outcome empty where computed, else why not
     */
    public record Result(
            long revision,
            List<Share> shares,
            double surplus,
            boolean isExact,
            boolean coreChecked,
            double deficit,
            List<String> leaving,
            int plans,
            double seconds,
            String outcome) {
        public Result {
            shares = List.copyOf(shares);
            leaving = List.copyOf(leaving);
        }
    }

    /** A game of some of the companies. */
    private record Game(int[] parties, LongToDoubleFunction value) {
        /** The game's own mask of the companies of a mask over all. */
        long restrict(long mask) {
            long mine = 0;
            for (int i = 0; i < parties.length; i++) {
                mine |= (mask >> parties[i] & 1) << i;
            }
            return mine;
        }
    }

    Result shares() {
        TerritoryDesk.Planned planned = desk.planned();
        Optional<Result> known = kept.get().filter(r -> r.revision() == planned.revision());
        if (known.isPresent()) {
            return known.get();
        }
        Result fresh = compute(planned);
        kept.set(Optional.of(fresh));
        return fresh;
    }

    private Result compute(TerritoryDesk.Planned planned) {
        long start = System.nanoTime();
        ExchangeProblem problem = planned.exchange().problem();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] donors = owners(
                planned.inventory(), problem.donors().stream().map(d -> d.id()).toList(), numbers);
        int[] receivers = owners(
                planned.inventory(),
                problem.receivers().stream().map(r -> r.id()).toList(),
                numbers);
        List<String> companies = List.copyOf(numbers.keySet());
        if (problem.links().size() > MOST_LINKS || companies.size() > MOST_PARTIES) {
            return none(planned.revision(), "large");
        }
        CoalitionValue value = new CoalitionValue(problem, desk.solver(), donors, receivers);
        double[] shares = new double[companies.size()];
        double[] variances = new double[companies.size()];
        boolean isExact = true;
        List<Game> games = games(problem, donors, receivers, value);
        for (Game game : games) {
            Shapley each = shapley(game);
            isExact &= each.isExact();
            for (int i = 0; i < game.parties().length; i++) {
                shares[game.parties()[i]] += each.shares()[i];
                variances[game.parties()[i]] += each.errors()[i] * each.errors()[i];
            }
        }
        Optional<CoreCheck> core = isExact && companies.size() <= Shapley.MOST_EXACT
                ? Optional.of(CoreCheck.of(shares, mask -> sum(games, mask)))
                : Optional.empty();
        Map<String, Double> byPlan = byPlan(planned);
        List<Share> list = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            String company = companies.get(i);
            list.add(new Share(company, shares[i], Math.sqrt(variances[i]), byPlan.getOrDefault(company, 0.0)));
        }
        list.sort(Comparator.comparingDouble(Share::eur).reversed());
        return new Result(
                planned.revision(),
                list,
                list.stream().mapToDouble(Share::eur).sum(),
                isExact,
                core.isPresent(),
                core.map(CoreCheck::deficit).orElse(0.0),
                core.map(check -> names(companies, check.worstCoalition())).orElse(List.of()),
                value.solved(),
                (System.nanoTime() - start) / 1e9,
                "");
    }

    private static Result none(long revision, String why) {
        return new Result(revision, List.of(), 0, false, false, 0, List.of(), 0, 0, why);
    }

    private static double sum(List<Game> games, long mask) {
        double sum = 0;
        for (Game game : games) {
            sum += game.value().applyAsDouble(game.restrict(mask));
        }
        return sum;
    }

    private static Shapley shapley(Game game) {
        int parties = game.parties().length;
        return parties <= MOST_EXACT
                ? Shapley.exact(parties, game.value())
                : Shapley.sampled(parties, game.value(), Math.max(20, SAMPLED_PLANS / parties), 1);
    }

    private static int[] owners(Inventory inventory, List<String> flows, Map<String, Integer> numbers) {
        return flows.stream()
                .mapToInt(id -> numbers.computeIfAbsent(
                        inventory.siteOf(inventory.flow(id)).company(), key -> numbers.size()))
                .toArray();
    }

    /** Each group of exchanges as a game of the companies in it; values of small games are computed once for all. */
    private static List<Game> games(ExchangeProblem problem, int[] donors, int[] receivers, CoalitionValue value) {
        BitSet all = new BitSet();
        all.set(0, problem.links().size());
        List<Game> games = new ArrayList<>();
        for (BitSet group : LinkGroups.of(problem, all)) {
            BitSet parties = new BitSet();
            group.stream().forEach(i -> {
                if (problem.links().get(i).from() instanceof ExchangeProblem.End.Site(int index)) {
                    parties.set(donors[index]);
                }
                if (problem.links().get(i).to() instanceof ExchangeProblem.End.Site(int index)) {
                    parties.set(receivers[index]);
                }
            });
            int[] numbers = parties.stream().toArray();
            LongToDoubleFunction among = value.among(group, numbers);
            games.add(new Game(numbers, numbers.length <= MOST_EXACT ? tabled(numbers.length, among) : among));
        }
        return games;
    }

    private static LongToDoubleFunction tabled(int parties, LongToDoubleFunction value) {
        double[] worth = new double[1 << parties];
        for (int mask = 1; mask < worth.length; mask++) {
            worth[mask] = value.applyAsDouble(mask);
        }
        return mask -> worth[(int) mask];
    }

    private static Map<String, Double> byPlan(TerritoryDesk.Planned planned) {
        Map<String, Double> halves = new LinkedHashMap<>();
        for (PlanPages.Row row : PlanPages.rows(planned)) {
            halves.merge(row.giver(), row.eur() / 2, Double::sum);
            halves.merge(row.taker(), row.eur() / 2, Double::sum);
        }
        return halves;
    }

    private static List<String> names(List<String> companies, long mask) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            if ((mask & 1L << i) != 0) {
                names.add(companies.get(i));
            }
        }
        return names;
    }
}
