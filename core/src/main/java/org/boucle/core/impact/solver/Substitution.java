package org.boucle.core.impact.solver;

import java.util.stream.IntStream;

/** Forward and transposed substitution through all blocks, for one right-hand side or four interleaved ones. */
final class Substitution {
    private final Factors factors;
    private final EliminationPlan plan;
    private final int lanes;
    private int sweeps;

    Substitution(Factors factors, int lanes) {
        this.factors = factors;
        this.plan = factors.plan;
        this.lanes = lanes;
    }

    /** The largest number of Gauss-Seidel sweeps that a block took so far. */
    int sweeps() {
        return sweeps;
    }

    /** Solves A x = f; f by rows, x by columns of the original matrix. */
    double[] solve(double[] f) {
        return solve(new Lanes.Part(f, lanes, 0, lanes));
    }

    /** The same for a part of interleaved right-hand sides. */
    double[] solve(Lanes.Part f) {
        double[] x = gather(f, plan.rowAt);
        for (int b = 0; b < plan.blocks(); b++) {
            int from = plan.blockStart[b];
            int to = plan.blockStart[b + 1];
            if (plan.iterative[b]) {
                sweeps = Math.max(sweeps, factors.sweeps[b].solve(x, lanes));
            } else if (to - from == 1) {
                scale(x, from);
            } else {
                solveBlock(b, x);
            }
            for (int c = from; c < to; c++) {
                Lanes.scatter(
                        x,
                        lanes,
                        c,
                        plan.outside.start()[c],
                        plan.outside.start()[c + 1],
                        plan.outside.index(),
                        factors.outside);
            }
        }
        return spread(x, plan.columnAt);
    }

    /** Solves the transposed system; g by columns, the result by rows of the original matrix. */
    double[] solveTransposed(double[] g) {
        return solveTransposed(new Lanes.Part(g, lanes, 0, lanes));
    }

    /** The same for a part of interleaved right-hand sides. */
    double[] solveTransposed(Lanes.Part g) {
        double[] x = gather(g, plan.columnAt);
        for (int b = plan.blocks() - 1; b >= 0; b--) {
            int from = plan.blockStart[b];
            int to = plan.blockStart[b + 1];
            for (int c = from; c < to; c++) {
                Lanes.dot(
                        x,
                        lanes,
                        c,
                        plan.outside.start()[c],
                        plan.outside.start()[c + 1],
                        plan.outside.index(),
                        factors.outside);
            }
            if (plan.iterative[b]) {
                sweeps = Math.max(sweeps, factors.sweeps[b].solveTransposed(x, lanes));
            } else if (to - from == 1) {
                scale(x, from);
            } else {
                solveBlockTransposed(b, x);
            }
        }
        return spread(x, plan.rowAt);
    }

    private void solveBlock(int b, double[] x) {
        int from = plan.blockStart[b];
        int head = plan.headEnd[b];
        for (int i = from; i < plan.blockStart[b + 1]; i++) {
            Lanes.dot(x, lanes, i, plan.lowerStart[i], plan.lowerStart[i + 1], plan.lower, factors.lower);
        }
        if (factors.dense[b] != null) {
            factors.dense[b].solve(x, head * lanes, lanes);
        }
        for (int i = head - 1; i >= from; i--) {
            Lanes.dot(x, lanes, i, plan.upperStart[i], plan.upperStart[i + 1], plan.upper, factors.upper);
            scale(x, i);
        }
    }

    private void solveBlockTransposed(int b, double[] x) {
        int from = plan.blockStart[b];
        int head = plan.headEnd[b];
        for (int i = from; i < head; i++) {
            scale(x, i);
            Lanes.scatter(x, lanes, i, plan.upperStart[i], plan.upperStart[i + 1], plan.upper, factors.upper);
        }
        if (factors.dense[b] != null) {
            int[] rows = IntStream.range(head, plan.blockStart[b + 1]).toArray();
            factors.dense[b].solveTransposed(x, rows, lanes);
        }
        for (int i = plan.blockStart[b + 1] - 1; i >= from; i--) {
            Lanes.scatter(x, lanes, i, plan.lowerStart[i], plan.lowerStart[i + 1], plan.lower, factors.lower);
        }
    }

    private void scale(double[] x, int i) {
        double inverse = factors.inverse[i];
        for (int s = i * lanes; s < (i + 1) * lanes; s++) {
            x[s] *= inverse;
        }
    }

    private double[] gather(Lanes.Part given, int[] from) {
        double[] x = new double[plan.size * lanes];
        double[] right = given.right();
        int taken = given.taken();
        for (int p = 0; p < from.length; p++) {
            int at = from[p] * given.sides() + given.first();
            for (int lane = 0; lane < taken; lane++) {
                x[p * lanes + lane] = right[at + lane];
            }
        }
        return x;
    }

    private double[] spread(double[] x, int[] to) {
        double[] result = new double[x.length];
        for (int p = 0; p < to.length; p++) {
            for (int lane = 0; lane < lanes; lane++) {
                result[to[p] * lanes + lane] = x[p * lanes + lane];
            }
        }
        return result;
    }
}
