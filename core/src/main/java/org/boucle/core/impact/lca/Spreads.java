package org.boucle.core.impact.lca;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * How uncertain each stored entry of a matrix is. Lognormal spreads, by far the most common, are kept as plain numbers; the
 * other shapes beside them.
 */
public final class Spreads {
    private final double[] sigma;
    private final Map<Integer, Spread> others;

    private Spreads(double[] sigma, Map<Integer, Spread> others) {
        this.sigma = sigma;
        this.others = others;
    }

    /**
     * Lognormal spreads with the entries as medians, in the order of the matrix's stored entries.
     *
     * @param sigma &sigma; = ln GSD of each entry, zero for an entry that is certain
     * @throws IllegalArgumentException if a &sigma; is negative or not finite
     */
    public static Spreads of(double[] sigma) {
        for (int p = 0; p < sigma.length; p++) {
            if (!(sigma[p] >= 0) || sigma[p] > 5) {
                throw new IllegalArgumentException("The spread of entry " + p + " is " + sigma[p]
                        + ", outside 0 to 5. Maybe a GSD was given instead of its logarithm?");
            }
        }
        return new Spreads(sigma.clone(), Map.of());
    }

    /** Spreads of any shape, one for each stored entry. */
    public static Spreads of(List<Spread> spreads) {
        double[] sigma = new double[spreads.size()];
        Map<Integer, Spread> others = new HashMap<>();
        for (int p = 0; p < sigma.length; p++) {
            switch (spreads.get(p)) {
                case Spread.Certain none -> sigma[p] = 0;
                case Spread.Lognormal lognormal -> sigma[p] = lognormal.sigma();
                case Spread.Normal normal -> others.put(p, normal);
                case Spread.Triangular triangular -> others.put(p, triangular);
                case Spread.Uniform uniform -> others.put(p, uniform);
            }
            if (others.containsKey(p)) {
                sigma[p] = Double.NaN;
            }
        }
        return new Spreads(sigma, others);
    }

    /** Spreads as the factor library states them, one for each stored entry. */
    public static Spreads ofUncertainties(List<Uncertainty> uncertainties) {
        return of(uncertainties.stream().map(Spread::of).toList());
    }

    /** No entry is uncertain. */
    public static Spreads none(SparseMatrix matrix) {
        return new Spreads(new double[matrix.entries()], Map.of());
    }

    /** All entries off the diagonal are equally uncertain. */
    public static Spreads offDiagonal(SparseMatrix matrix, double sigma) {
        double[] all = new double[matrix.entries()];
        Arrays.fill(all, sigma);
        for (int j = 0; j < Math.min(matrix.rows(), matrix.columns()); j++) {
            int diagonal = matrix.find(j, j);
            if (diagonal >= 0) {
                all[diagonal] = 0;
            }
        }
        return of(all);
    }

    /** All entries of the technosphere are equally uncertain but the reference product of each activity. */
    public static Spreads inputs(LifeCycleEngine engine, double sigma) {
        SparseMatrix a = engine.database().technosphere();
        double[] all = new double[a.entries()];
        Arrays.fill(all, sigma);
        for (int j = 0; j < a.columns(); j++) {
            all[a.find(engine.productOf(j), j)] = 0;
        }
        return of(all);
    }

    /** The &sigma; of a lognormal that has a relative variance (around the median) such as another shape has. */
    public static double sigmaOf(double relativeVariance) {
        // e^(2s) - e^s = v with s = sigma^2.
        return Math.sqrt(Math.log((1 + Math.sqrt(1 + 4 * relativeVariance)) / 2));
    }

    /** The number of entries. */
    public int size() {
        return sigma.length;
    }

    /** The spread of an entry. */
    public Spread get(int entry) {
        if (Double.isNaN(sigma[entry])) {
            return others.get(entry);
        }
        return sigma[entry] == 0 ? Spread.Certain.INSTANCE : new Spread.Lognormal(sigma[entry]);
    }

    /** Whether any entry is uncertain. */
    public boolean any() {
        return Arrays.stream(sigma).anyMatch(s -> s != 0);
    }

    /** Variance of an entry as a multiple of its square. */
    public double relativeVariance(int entry) {
        double s2 = sigma[entry] * sigma[entry];
        if (s2 == 0) {
            return 0;
        }
        return Double.isNaN(s2) ? others.get(entry).variance() : Math.exp(s2) * Math.expm1(s2);
    }

    /** Draws a multiplier for an entry; one that is certain draws no random number. */
    double draw(int entry, RandomGenerator random) {
        double own = sigma[entry];
        if (own == 0) {
            return 1;
        }
        return Double.isNaN(own) ? others.get(entry).draw(random) : Math.exp(own * random.nextGaussian());
    }

    void requireSize(SparseMatrix matrix, String name) {
        if (sigma.length != matrix.entries()) {
            throw new IllegalArgumentException("There are " + sigma.length + " spreads for the " + matrix.entries()
                    + " entries of the " + name + ".");
        }
    }
}
