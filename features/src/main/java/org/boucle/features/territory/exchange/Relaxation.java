package org.boucle.features.territory.exchange;

import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.ModelBuilder;

/**
 * The linear relaxation of a single-period problem without hubs, its choices taken out: with {@code y = x / most} the
 * fixed cost becomes {@code fixed / most} per unit, which is the same relaxation with half the variables.
 */
record Relaxation(LinearModel linear) {
    static Relaxation of(ExchangeProblem problem) {
        return of(problem, false);
    }

    /** All links run: at least their lots, their fixed costs left out since they are paid anyway. */
    static Relaxation running(ExchangeProblem problem) {
        return of(problem, true);
    }

    private static Relaxation of(ExchangeProblem problem, boolean areRunning) {
        ModelBuilder builder = ModelBuilder.maximising();
        int donors = problem.donors().size();
        int[] degree = new int[donors + problem.receivers().size()];
        for (Link link : problem.links()) {
            double give = problem.donors().get(link.from().index()).available().getFirst();
            double take = problem.receivers().get(link.to().index()).demand().getFirst() / link.ratio();
            double most = Math.min(link.most(), Math.min(give, take));
            double spread = areRunning || most <= 0 ? 0 : link.fixedEur() / most;
            double least = areRunning ? Math.min(link.minimumLot(), most) : 0;
            builder.variable(link.eurPerUnit() - spread, least, Math.max(0, most));
            degree[link.from().index()]++;
            degree[donors + link.to().index()]++;
        }
        int[][] rows = new int[degree.length][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new int[degree[row]];
        }
        int[] filled = new int[degree.length];
        for (int i = 0; i < problem.links().size(); i++) {
            Link link = problem.links().get(i);
            int from = link.from().index();
            int to = donors + link.to().index();
            rows[from][filled[from]++] = i;
            rows[to][filled[to]++] = i;
        }
        for (int row = 0; row < rows.length; row++) {
            boolean donor = row < donors;
            builder.rowAtMost(
                    donor
                            ? problem.donors().get(row).available().getFirst()
                            : problem.receivers().get(row - donors).demand().getFirst());
            for (int i : rows[row]) {
                builder.entry(i, donor ? 1 : problem.links().get(i).ratio());
            }
        }
        return new Relaxation(builder.build());
    }
}
