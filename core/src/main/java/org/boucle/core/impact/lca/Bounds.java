package org.boucle.core.impact.lca;

import java.util.Arrays;
import java.util.Optional;
import org.boucle.core.impact.solver.LinearSystem;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * The interval of an impact when each number is only known between a least and a greatest value. Where every activity has
 * one positive output, takes only inputs and the inverse has no negative number, the impact grows with each input and
 * each direct impact, so two solutions give the exact bounds. Otherwise there is no answer and sampling is the way.
 *
 * @param least the impact with all inputs at their least
 * @param greatest the impact with all inputs at their greatest
 */
public record Bounds(double least, double greatest) {

    /**
     * The bounds of a demand's impact.
     *
     * @param low the technosphere with every input at its least (same pattern)
     * @param high the technosphere with every input at its greatest
     * @param directLow direct impacts of each activity at their least, one category
     * @param directHigh direct impacts at their greatest
     * @return nothing where the impact is not monotone: by-products, credits, negative direct impacts or demands, or a
     *     loop that gains
     */
    public static Optional<Bounds> of(
            SparseMatrix low, SparseMatrix high, DirectImpacts directLow, DirectImpacts directHigh, Demand demand) {
        boolean credits = demand.amounts().values().stream().anyMatch(amount -> amount < 0);
        if (credits || !onlyInputs(low) || !onlyInputs(high) || isNegative(directLow) || isNegative(directHigh)) {
            return Optional.empty();
        }
        Optional<Double> least = impact(low, directLow, demand);
        Optional<Double> greatest = impact(high, directHigh, demand);
        return least.flatMap(l -> greatest.map(g -> new Bounds(l, g)));
    }

    private static boolean onlyInputs(SparseMatrix a) {
        boolean[] only = {a.rows() == a.columns()};
        a.forEach((i, j, value) -> only[0] &= i == j ? value > 0 : value <= 0);
        return only[0];
    }

    private static boolean isNegative(DirectImpacts direct) {
        for (double value : direct.values()) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }

    /** The impact, where the inverse has no negative number: it is enough that activities that make all products at once all run. */
    private static Optional<Double> impact(SparseMatrix a, DirectImpacts direct, Demand demand) {
        if (!(LinearSystem.prepare(a) instanceof Preparation.Ready ready)) {
            return Optional.empty();
        }
        double[] ones = new double[a.rows()];
        Arrays.fill(ones, 1);
        for (double scaling : ready.system().solve(ones).values()) {
            if (!(scaling > 0)) {
                return Optional.empty();
            }
        }
        double[] scaling = ready.system().solve(demand.toVector(a.rows())).values();
        return Optional.of(direct.times(scaling)[0]);
    }
}
