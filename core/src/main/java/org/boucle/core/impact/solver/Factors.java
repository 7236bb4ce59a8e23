package org.boucle.core.impact.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers that belong to a plan for one set of values: the factors of every eliminated block (row by row, unit lower
 * diagonal, inverse of the upper diagonal kept), the dense remainders, and copies of the rows of iterated blocks.
 */
final class Factors {
    /** A pivot this much smaller than the entry it started from is left to the dense remainder, which may pivot. */
    static final double WEAK = 1e-10;

    final EliminationPlan plan;
    final double[] inverse;
    final double[] lower;
    final double[] upper;
    final double[] outside;
    final DenseFactors[] dense;
    final Sweeps[] sweeps;
    final List<Integer> weakColumns = new ArrayList<>();
    double smallestRatio = Double.POSITIVE_INFINITY;
    int weakestColumn = -1;

    private final double[] value;
    private final double[] work;

    private Factors(EliminationPlan plan, double[] value) {
        this.plan = plan;
        this.value = value;
        inverse = new double[plan.size];
        lower = new double[plan.lower.length];
        upper = new double[plan.upper.length];
        outside = new double[plan.outside.index().length];
        dense = new DenseFactors[plan.blocks()];
        sweeps = new Sweeps[plan.blocks()];
        work = new double[plan.size];
    }

    static Factors of(EliminationPlan plan, SparseMatrix a, Limits limits) {
        Factors factors = new Factors(plan, a.value);
        factors.copyOutside();
        for (int b = 0; b < plan.blocks(); b++) {
            factors.factorise(b, limits);
        }
        return factors;
    }

    private void copyOutside() {
        int[] source = plan.outside.source();
        for (int t = 0; t < source.length; t++) {
            outside[t] = value[source[t]];
        }
    }

    private void factorise(int b, Limits limits) {
        int from = plan.blockStart[b];
        int to = plan.blockStart[b + 1];
        if (plan.iterative[b]) {
            sweeps[b] = Sweeps.of(plan, b, value, limits);
            return;
        }
        for (int i = from; i < plan.headEnd[b]; i++) {
            eliminate(i);
            takePivot(i);
            for (int q = plan.upperStart[i]; q < plan.upperStart[i + 1]; q++) {
                upper[q] = work[plan.upper[q]];
                work[plan.upper[q]] = 0;
            }
        }
        if (plan.headEnd[b] < to) {
            factoriseRest(b, plan.headEnd[b], to);
        }
    }

    /** Row i of the block less its multiples of earlier rows, left in the work array; the multiples become row i of L. */
    private void eliminate(int i) {
        int[] index = plan.inside.index();
        int[] source = plan.inside.source();
        for (int t = plan.inside.start()[i]; t < plan.inside.start()[i + 1]; t++) {
            work[index[t]] = value[source[t]];
        }
        work[i] = value[plan.diagonalSource[i]];
        for (int t = plan.lowerStart[i]; t < plan.lowerStart[i + 1]; t++) {
            int k = plan.lower[t];
            double multiple = work[k] * inverse[k];
            work[k] = 0;
            lower[t] = multiple;
            if (multiple != 0) {
                subtract(k, multiple);
            }
        }
    }

    private void subtract(int k, double multiple) {
        int[] index = plan.upper;
        int end = plan.upperStart[k + 1];
        for (int q = plan.upperStart[k]; q < end; q++) {
            work[index[q]] -= multiple * upper[q];
        }
    }

    private void takePivot(int i) {
        double pivot = work[i];
        work[i] = 0;
        inverse[i] = 1 / pivot;
        double ratio = Math.abs(pivot / value[plan.diagonalSource[i]]);
        boolean usable = ratio > 0 && Double.isFinite(inverse[i]);
        if (!usable || ratio < WEAK) {
            weakColumns.add(plan.columnAt[i]);
        }
        note(usable ? ratio : 0, i);
        if (!usable) {
            inverse[i] = 0;
        }
    }

    private void note(double ratio, int position) {
        if (ratio < smallestRatio) {
            smallestRatio = ratio;
            weakestColumn = plan.columnAt[position];
        }
    }

    private void factoriseRest(int b, int from, int to) {
        int size = to - from;
        double[] rest = new double[size * size];
        double[] reference = new double[size];
        for (int i = from; i < to; i++) {
            eliminate(i);
            System.arraycopy(work, from, rest, (i - from) * size, size);
            Arrays.fill(work, from, to, 0);
            reference[i - from] = magnitude(i, from);
        }
        dense[b] = DenseFactors.of(size, rest, reference);
        note(dense[b].smallestRatio(), from + dense[b].weakest());
    }

    /** How large the entries of a remaining row were before cancellation: its own, and what was subtracted from them. */
    private double magnitude(int i, int from) {
        double largest = Math.abs(value[plan.diagonalSource[i]]);
        for (int t = plan.inside.start()[i]; t < plan.inside.start()[i + 1]; t++) {
            if (plan.inside.index()[t] >= from) {
                largest = Math.max(largest, Math.abs(value[plan.inside.source()[t]]));
            }
        }
        return largest;
    }
}
