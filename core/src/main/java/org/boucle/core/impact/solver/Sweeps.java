package org.boucle.core.impact.solver;

import java.util.Arrays;

/**
 * Gauss-Seidel sweeps over one block, for matrices that would fill up when eliminated. It converges for the systems of
 * life-cycle inventories, where an activity gives more than it takes back through its loops. Sweeps stop when each
 * row's residual is small against the size of that row's own terms, so that small flows count like large ones.
 */
final class Sweeps {
    private final int from;
    private final int size;
    private final Limits limits;
    private final double[] diagonal;
    private final int[] rowStart;
    private final int[] rowIndex;
    private final double[] rowValue;
    private final int[] columnStart;
    private final int[] columnIndex;
    private final double[] columnValue;

    private Sweeps(EliminationPlan plan, int block, double[] value, Limits limits) {
        this.limits = limits;
        from = plan.blockStart[block];
        size = plan.blockStart[block + 1] - from;
        int first = plan.inside.start()[from];
        int entries = plan.inside.start()[from + size] - first;
        diagonal = new double[size];
        rowStart = new int[size + 1];
        rowIndex = new int[entries];
        rowValue = new double[entries];
        columnStart = new int[size + 1];
        columnIndex = new int[entries];
        columnValue = new double[entries];
        for (int t = 0; t < entries; t++) {
            rowIndex[t] = plan.inside.index()[first + t] - from;
            rowValue[t] = value[plan.inside.source()[first + t]];
            columnStart[rowIndex[t] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            diagonal[i] = value[plan.diagonalSource[from + i]];
            rowStart[i + 1] = plan.inside.start()[from + i + 1] - first;
            columnStart[i + 1] += columnStart[i];
        }
        int[] next = Arrays.copyOf(columnStart, size);
        for (int i = 0; i < size; i++) {
            for (int t = rowStart[i]; t < rowStart[i + 1]; t++) {
                int at = next[rowIndex[t]]++;
                columnIndex[at] = i;
                columnValue[at] = rowValue[t];
            }
        }
    }

    static Sweeps of(EliminationPlan plan, int block, double[] value, Limits limits) {
        return new Sweeps(plan, block, value, limits);
    }

    /** Solves the block in place; the array holds the right-hand sides, interleaved, by position. Returns the sweeps. */
    int solve(double[] x, int lanes) {
        return iterate(x, lanes, rowStart, rowIndex, rowValue, false);
    }

    /** Solves the transposed block in place. Returns the sweeps. */
    int solveTransposed(double[] x, int lanes) {
        return iterate(x, lanes, columnStart, columnIndex, columnValue, true);
    }

    private int iterate(double[] x, int lanes, int[] start, int[] index, double[] values, boolean backwards) {
        double[] right = Arrays.copyOfRange(x, from * lanes, (from + size) * lanes);
        double[] guess = new double[right.length];
        double best = Double.POSITIVE_INFINITY;
        int idle = 0;
        int sweep = 0;
        while (sweep < limits.sweeps() && idle < 30) {
            double residual = sweep(right, guess, lanes, start, index, values, backwards);
            sweep++;
            if (residual <= limits.residual()) {
                break;
            }
            idle = residual < 0.999 * best ? 0 : idle + 1;
            best = Math.min(best, residual);
        }
        System.arraycopy(guess, 0, x, from * lanes, guess.length);
        return sweep;
    }

    /** One sweep; the largest residual of a row relative to the sum of the sizes of its terms, before its update. */
    private double sweep(
            double[] right, double[] x, int lanes, int[] start, int[] index, double[] values, boolean backwards) {
        double worst = 0;
        for (int step = 0; step < size; step++) {
            int i = backwards ? size - 1 - step : step;
            double relative = lanes == 1
                    ? renew(right, x, i, start, index, values)
                    : renewWide(right, x, i, start, index, values);
            worst = Math.max(worst, relative);
        }
        return worst;
    }

    private double renew(double[] right, double[] x, int i, int[] start, int[] index, double[] values) {
        double sum = right[i];
        double terms = Math.abs(sum);
        for (int t = start[i]; t < start[i + 1]; t++) {
            double term = values[t] * x[index[t]];
            sum -= term;
            terms += Math.abs(term);
        }
        return put(x, i, i, sum, terms);
    }

    private double renewWide(double[] right, double[] x, int i, int[] start, int[] index, double[] values) {
        int own = i * Lanes.WIDE;
        double s0 = right[own];
        double s1 = right[own + 1];
        double s2 = right[own + 2];
        double s3 = right[own + 3];
        double t0 = Math.abs(s0);
        double t1 = Math.abs(s1);
        double t2 = Math.abs(s2);
        double t3 = Math.abs(s3);
        for (int t = start[i]; t < start[i + 1]; t++) {
            double v = values[t];
            int other = index[t] * Lanes.WIDE;
            double term0 = v * x[other];
            double term1 = v * x[other + 1];
            double term2 = v * x[other + 2];
            double term3 = v * x[other + 3];
            s0 -= term0;
            s1 -= term1;
            s2 -= term2;
            s3 -= term3;
            t0 += Math.abs(term0);
            t1 += Math.abs(term1);
            t2 += Math.abs(term2);
            t3 += Math.abs(term3);
        }
        double first = Math.max(put(x, own, i, s0, t0), put(x, own + 1, i, s1, t1));
        return Math.max(first, Math.max(put(x, own + 2, i, s2, t2), put(x, own + 3, i, s3, t3)));
    }

    /** Sets an unknown; returns the residual that its equation had, relative to the size of its terms. */
    private double put(double[] x, int at, int i, double sum, double terms) {
        double change = Math.abs(sum - diagonal[i] * x[at]);
        x[at] = sum / diagonal[i];
        return terms > 1e-290 ? change / terms : 0;
    }
}
