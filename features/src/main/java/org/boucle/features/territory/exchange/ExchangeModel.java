package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.territory.exchange.ExchangeProblem.End;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.ModelBuilder;

/**
 * The exchange problem as a mixed-integer program (specification §6): amounts {@code x} per link and period, a choice
 * {@code y} per link and per hub; the largest amount of a link is cut to what its ends can give and take, which makes
 * the relaxation tight.
 */
public final class ExchangeModel {
    /** Below this a link counts as not run. */
    private static final double NOTHING = 1e-6;

    private final ExchangeProblem problem;
    private final LinearModel model;
    private final int[][] amount;
    private final int[] runs;
    private final int[] hubRuns;
    private final int[][] stock;

    /** What is sought. */
    public enum Goal {
        EUR,
        CO2
    }

    private ExchangeModel(ExchangeProblem problem, Goal goal, double leastEur, double leastKgCo2e) {
        this.problem = problem;
        int links = problem.links().size();
        amount = new int[links][problem.periods()];
        runs = new int[links];
        hubRuns = new int[problem.hubs().size()];
        stock = new int[problem.donors().size()][];
        ModelBuilder builder = ModelBuilder.maximising();
        variables(builder, goal);
        stocks(builder);
        for (int i = 0; i < links; i++) {
            bind(builder, i);
        }
        limitEnds(builder);
        limitHubs(builder);
        atLeast(builder, leastEur, leastKgCo2e);
        model = builder.build();
    }

    /** Most money. */
    public static ExchangeModel ofMoney(ExchangeProblem problem) {
        return new ExchangeModel(problem, Goal.EUR, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** Most money among the plans that avoid at least so much CO2. */
    public static ExchangeModel ofMoney(ExchangeProblem problem, double leastKgCo2e) {
        return new ExchangeModel(problem, Goal.EUR, Double.NEGATIVE_INFINITY, leastKgCo2e);
    }

    /** Most CO2 avoided among the plans that earn at least so much. */
    public static ExchangeModel ofCarbon(ExchangeProblem problem, double leastEur) {
        return new ExchangeModel(problem, Goal.CO2, leastEur, Double.NEGATIVE_INFINITY);
    }

    public LinearModel linear() {
        return model;
    }

    private void variables(ModelBuilder builder, Goal goal) {
        for (int i = 0; i < runs.length; i++) {
            Link link = problem.links().get(i);
            for (int t = 0; t < problem.periods(); t++) {
                amount[i][t] =
                        builder.variable(goal == Goal.EUR ? link.eurPerUnit() : link.kgCo2ePerUnit(), 0, most(link, t));
            }
            boolean free = link.fixedEur() == 0 && link.minimumLot() == 0;
            runs[i] = free ? -1 : builder.choice(goal == Goal.EUR ? -link.fixedEur() : 0);
        }
        for (int k = 0; k < hubRuns.length; k++) {
            hubRuns[k] =
                    builder.choice(goal == Goal.EUR ? -problem.hubs().get(k).fixedEur() : 0);
        }
    }

    /** What each donor keeps at the end of each period; the year closes on itself. */
    private void stocks(ModelBuilder builder) {
        for (int d = 0; d < stock.length; d++) {
            double storage = problem.donors().get(d).storage();
            stock[d] = new int[storage > 0 && problem.periods() > 1 ? problem.periods() : 0];
            for (int t = 0; t < stock[d].length; t++) {
                stock[d][t] = builder.variable(0, 0, storage);
            }
        }
    }

    private double most(Link link, int period) {
        double give = switch (link.from()) {
            case End.Site site -> {
                ExchangeProblem.Donor donor = problem.donors().get(site.index());
                yield donor.available().get(period) + (problem.periods() > 1 ? donor.storage() : 0);
            }
            case End.Hub hub ->
                problem.hubs().get(hub.index()).capacity()
                        * problem.hubs().get(hub.index()).yield();
        };
        double take = switch (link.to()) {
            case End.Site site -> problem.receivers().get(site.index()).demand().get(period) / link.ratio();
            case End.Hub hub -> problem.hubs().get(hub.index()).capacity();
        };
        return Math.min(link.most(), Math.min(give, take));
    }

    private void bind(ModelBuilder builder, int i) {
        Link link = problem.links().get(i);
        if (runs[i] < 0) {
            return;
        }
        for (int t = 0; t < problem.periods(); t++) {
            builder.rowAtMost(0);
            builder.entry(amount[i][t], 1);
            builder.entry(runs[i], -most(link, t));
            if (link.minimumLot() > 0) {
                builder.rowAtLeast(0);
                builder.entry(amount[i][t], 1);
                builder.entry(runs[i], -link.minimumLot());
            }
        }
    }

    private void limitEnds(ModelBuilder builder) {
        List<List<Integer>> given = new ArrayList<>();
        List<List<Integer>> taken = new ArrayList<>();
        problem.donors().forEach(donor -> given.add(new ArrayList<>()));
        problem.receivers().forEach(receiver -> taken.add(new ArrayList<>()));
        for (int i = 0; i < runs.length; i++) {
            if (problem.links().get(i).from() instanceof End.Site(int index)) {
                given.get(index).add(i);
            }
            if (problem.links().get(i).to() instanceof End.Site(int index)) {
                taken.get(index).add(i);
            }
        }
        for (int t = 0; t < problem.periods(); t++) {
            for (int d = 0; d < given.size(); d++) {
                builder.rowAtMost(problem.donors().get(d).available().get(t));
                for (int i : given.get(d)) {
                    builder.entry(amount[i][t], 1);
                }
                if (stock[d].length > 0) {
                    builder.entry(stock[d][t], 1);
                    builder.entry(stock[d][(t + problem.periods() - 1) % problem.periods()], -1);
                }
            }
            for (int r = 0; r < taken.size(); r++) {
                builder.rowAtMost(problem.receivers().get(r).demand().get(t));
                for (int i : taken.get(r)) {
                    builder.entry(amount[i][t], problem.links().get(i).ratio());
                }
            }
        }
    }

    private void limitHubs(ModelBuilder builder) {
        for (int k = 0; k < hubRuns.length; k++) {
            ExchangeProblem.Hub hub = problem.hubs().get(k);
            List<Integer> into = ends(k, false);
            List<Integer> outOf = ends(k, true);
            for (int t = 0; t < problem.periods(); t++) {
                builder.rowAtMost(0);
                for (int i : into) {
                    builder.entry(amount[i][t], 1);
                }
                builder.entry(hubRuns[k], -hub.capacity());
                builder.rowAtMost(0);
                for (int i : outOf) {
                    builder.entry(amount[i][t], 1);
                }
                for (int i : into) {
                    builder.entry(amount[i][t], -hub.yield());
                }
                if (hub.qualityLimit().isPresent()) {
                    builder.rowAtMost(0);
                    for (int i : into) {
                        builder.entry(
                                amount[i][t],
                                problem.links().get(i).quality()
                                        - hub.qualityLimit().get());
                    }
                }
            }
        }
    }

    private List<Integer> ends(int hub, boolean from) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < runs.length; i++) {
            End end = from
                    ? problem.links().get(i).from()
                    : problem.links().get(i).to();
            if (end instanceof End.Hub(int index) && index == hub) {
                found.add(i);
            }
        }
        return found;
    }

    private void atLeast(ModelBuilder builder, double leastEur, double leastKgCo2e) {
        if (leastKgCo2e > Double.NEGATIVE_INFINITY) {
            builder.rowAtLeast(leastKgCo2e);
            for (int i = 0; i < runs.length; i++) {
                for (int variable : amount[i]) {
                    builder.entry(variable, problem.links().get(i).kgCo2ePerUnit());
                }
            }
        }
        if (leastEur > Double.NEGATIVE_INFINITY) {
            builder.rowAtLeast(leastEur);
            for (int i = 0; i < runs.length; i++) {
                for (int variable : amount[i]) {
                    builder.entry(variable, problem.links().get(i).eurPerUnit());
                }
                if (runs[i] >= 0) {
                    builder.entry(runs[i], -problem.links().get(i).fixedEur());
                }
            }
            for (int k = 0; k < hubRuns.length; k++) {
                builder.entry(hubRuns[k], -problem.hubs().get(k).fixedEur());
            }
        }
    }

    /** Reads a solver's point back; {@code bound} is that of the goal sought. */
    public ExchangePlan plan(double[] point, double eurBound) {
        List<ExchangePlan.Run> found = new ArrayList<>();
        double eur = 0;
        double kg = 0;
        for (int i = 0; i < runs.length; i++) {
            Link link = problem.links().get(i);
            List<Double> perPeriod = new ArrayList<>();
            for (int variable : amount[i]) {
                perPeriod.add(Math.max(0, point[variable]));
            }
            double total = perPeriod.stream().mapToDouble(Double::doubleValue).sum();
            if (total > NOTHING) {
                double gain = total * link.eurPerUnit() - link.fixedEur();
                found.add(new ExchangePlan.Run(i, perPeriod, gain, total * link.kgCo2ePerUnit()));
                eur += gain;
                kg += total * link.kgCo2ePerUnit();
            }
        }
        List<String> hubs = new ArrayList<>();
        for (int k = 0; k < hubRuns.length; k++) {
            if (point[hubRuns[k]] > 0.5) {
                hubs.add(problem.hubs().get(k).id());
                eur -= problem.hubs().get(k).fixedEur();
            }
        }
        return new ExchangePlan(found, hubs, eur, eurBound, kg);
    }
}
