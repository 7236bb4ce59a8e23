package org.boucle.core.impact.lca;

import java.util.Arrays;
import java.util.List;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * How uncertain each stored entry of a matrix is: lognormal with the entry as median, so that its sign never changes.
 * The spread of an entry is &sigma; = ln GSD, zero for an entry that is certain. Other shapes enter with the &sigma; of
 * the same relative variance.
 */
public final class Spreads {
    private final double[] sigma;

    private Spreads(double[] sigma) {
        this.sigma = sigma;
    }

    /**
     * Spreads in the order of the matrix's stored entries.
     *
     * @throws IllegalArgumentException if a &sigma; is negative or not finite
     */
    public static Spreads of(double[] sigma) {
        for (int p = 0; p < sigma.length; p++) {
            if (!(sigma[p] >= 0) || sigma[p] > 5) {
                throw new IllegalArgumentException("The spread of entry " + p + " is " + sigma[p]
                        + ", outside 0 to 5. Maybe a GSD was given instead of its logarithm?");
            }
        }
        return new Spreads(sigma.clone());
    }

    /** Spreads as the factor library states them, one for each stored entry. */
    public static Spreads ofUncertainties(List<Uncertainty> uncertainties) {
        return of(uncertainties.stream()
                .mapToDouble(uncertainty -> sigmaOf(uncertainty.relativeVariance()))
                .toArray());
    }

    /** No entry is uncertain. */
    public static Spreads none(SparseMatrix matrix) {
        return new Spreads(new double[matrix.entries()]);
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

    /** &sigma; = ln GSD of an entry. */
    public double sigma(int entry) {
        return sigma[entry];
    }

    /**
     * Variance of an entry as a multiple of its square: with &mu; = median e<sup>&sigma;&sup2;/2</sup>, Var =
     * &mu;&sup2; (e<sup>&sigma;&sup2;</sup> - 1).
     */
    public double relativeVariance(int entry) {
        double s2 = sigma[entry] * sigma[entry];
        return s2 == 0 ? 0 : Math.exp(s2) * Math.expm1(s2);
    }

    void requireSize(SparseMatrix matrix, String name) {
        if (sigma.length != matrix.entries()) {
            throw new IllegalArgumentException("There are " + sigma.length + " spreads for the " + matrix.entries()
                    + " entries of the " + name + ".");
        }
    }
}
