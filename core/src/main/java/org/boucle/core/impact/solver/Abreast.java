package org.boucle.core.impact.solver;

import java.util.Arrays;

/**
 * Transposed substitution for many right-hand sides at once, eight or sixteen lanes wide. The factors are kept by column,
 * so that each unknown is gathered in registers and written once instead of being scattered to; a column of the factors is
 * read from memory once for all lanes. Only for plans without sweeps..
 */
final class Abreast {
    /** How many lanes one pass of the innermost loop takes. */
    static final int STEP = 8;
    /** The most right-hand sides that travel together: more would leave the second-level cache. */
    static final int WIDEST = 16;

    private final SparseMatrix a;
    private final EliminationPlan plan;
    private final Factors factors;
    private final Lines lower;
    private final Lines upper;
    private final Lines outside;

    /** Entries of a triangle by the unknown that they are taken off. */
    private record Lines(int[] start, int[] index, double[] value) {

        /** Entries stored by the unknown they come from, turned to the unknown they are taken off. */
        static Lines transposed(int size, int[] start, int[] index, double[] value) {
            int[] from = new int[size + 1];
            for (int i : index) {
                from[i + 1]++;
            }
            for (int i = 0; i < size; i++) {
                from[i + 1] += from[i];
            }
            int[] next = Arrays.copyOf(from, size);
            Lines lines = new Lines(from, new int[index.length], new double[index.length]);
            for (int i = 0; i < size; i++) {
                for (int t = start[i]; t < start[i + 1]; t++) {
                    int at = next[index[t]]++;
                    lines.index[at] = i;
                    lines.value[at] = value[t];
                }
            }
            return lines;
        }

        /** The same with each unknown named by where it stands among the results. */
        Lines placed(int[] place) {
            int[] placed = new int[index.length];
            Arrays.setAll(placed, t -> place[index[t]]);
            return new Lines(start, placed, value);
        }

        /** A start less the entries of line i times their unknowns, scaled; all lanes. */
        void take(double[] given, int from, double[] x, int to, int lanes, int i, double scale) {
            for (int lane = 0; lane < lanes; lane += STEP) {
                eight(given, from * lanes + lane, x, to * lanes + lane, lanes, lane, i, scale);
            }
        }

        private void eight(double[] given, int from, double[] x, int own, int lanes, int lane, int i, double scale) {
            double s0 = given[from];
            double s1 = given[from + 1];
            double s2 = given[from + 2];
            double s3 = given[from + 3];
            double s4 = given[from + 4];
            double s5 = given[from + 5];
            double s6 = given[from + 6];
            double s7 = given[from + 7];
            int end = start[i + 1];
            for (int t = start[i]; t < end; t++) {
                double v = -value[t];
                int other = index[t] * lanes + lane;
                s0 = Math.fma(v, x[other], s0);
                s1 = Math.fma(v, x[other + 1], s1);
                s2 = Math.fma(v, x[other + 2], s2);
                s3 = Math.fma(v, x[other + 3], s3);
                s4 = Math.fma(v, x[other + 4], s4);
                s5 = Math.fma(v, x[other + 5], s5);
                s6 = Math.fma(v, x[other + 6], s6);
                s7 = Math.fma(v, x[other + 7], s7);
            }
            x[own] = s0 * scale;
            x[own + 1] = s1 * scale;
            x[own + 2] = s2 * scale;
            x[own + 3] = s3 * scale;
            x[own + 4] = s4 * scale;
            x[own + 5] = s5 * scale;
            x[own + 6] = s6 * scale;
            x[own + 7] = s7 * scale;
        }
    }

    private Abreast(SparseMatrix a, Factors factors) {
        this.a = a;
        this.factors = factors;
        plan = factors.plan;
        lower = Lines.transposed(plan.size, plan.lowerStart, plan.lower, factors.lower)
                .placed(plan.rowAt);
        upper = Lines.transposed(plan.size, plan.upperStart, plan.upper, factors.upper)
                .placed(plan.rowAt);
        outside = new Lines(plan.outside.start(), plan.outside.index(), factors.outside).placed(plan.rowAt);
    }

    /** The factors of a system by column; the plan must not hold iterated blocks. */
    static Abreast of(SparseMatrix a, Factors factors) {
        return new Abreast(a, factors);
    }

    /** Solves one part and looks at what is left of its equations; refines once where that is not at rounding. */
    Solution solve(Lanes.Part part, double rounding) {
        int lanes = part.lanes();
        double[] right = part.extracted();
        double[] x = solve(right, lanes);
        double residual = residual(x, right, lanes);
        if (!(residual <= rounding)) {
            double[] correction = solve(TransposedResidual.of(a, x, right, lanes), lanes);
            for (int i = 0; i < x.length; i++) {
                x[i] += correction[i];
            }
            residual = residual(x, right, lanes);
        }
        return new Solution(x, residual, 0);
    }

    /** One substitution: right-hand sides by columns of the original matrix, results by its rows. */
    private double[] solve(double[] right, int lanes) {
        double[] x = new double[right.length];
        for (int b = plan.blocks() - 1; b >= 0; b--) {
            int p = plan.blockStart[b];
            if (plan.blockStart[b + 1] - p == 1) {
                outside.take(right, plan.columnAt[p], x, plan.rowAt[p], lanes, p, factors.inverse[p]);
            } else {
                block(right, x, lanes, b);
            }
        }
        return x;
    }

    private void block(double[] right, double[] x, int lanes, int b) {
        int from = plan.blockStart[b];
        int head = plan.headEnd[b];
        int to = plan.blockStart[b + 1];
        for (int p = from; p < to; p++) {
            int row = plan.rowAt[p];
            outside.take(right, plan.columnAt[p], x, row, lanes, p, 1);
            upper.take(x, row, x, row, lanes, p, p < head ? factors.inverse[p] : 1);
        }
        if (factors.dense[b] != null) {
            int[] rows = Arrays.copyOfRange(plan.rowAt, head, to);
            factors.dense[b].solveTransposed(x, rows, lanes);
        }
        for (int p = to - 1; p >= from; p--) {
            int row = plan.rowAt[p];
            lower.take(x, row, x, row, lanes, p, 1);
        }
    }

    /**
     * The largest relative residual. An unknown that stands alone in its block is one sum of products, whose residual is at
     * rounding by construction: there it is enough that the number is one.
     */
    private double residual(double[] x, double[] right, int lanes) {
        double worst = 0;
        double[] sums = new double[lanes];
        for (int b = 0; b < plan.blocks(); b++) {
            int from = plan.blockStart[b];
            int to = plan.blockStart[b + 1];
            if (to - from == 1) {
                worst = isFinite(x, plan.rowAt[from] * lanes, lanes) ? worst : Double.NaN;
                continue;
            }
            for (int p = from; p < to; p++) {
                worst = Math.max(worst, TransposedResidual.ofColumn(a, plan, plan.columnAt[p], x, right, sums));
            }
        }
        return worst;
    }

    private static boolean isFinite(double[] x, int at, int lanes) {
        boolean finite = true;
        for (int lane = 0; lane < lanes; lane++) {
            finite &= Math.abs(x[at + lane]) <= Double.MAX_VALUE;
        }
        return finite;
    }
}
