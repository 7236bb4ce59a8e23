package org.boucle.core.impact.solver;

import java.util.stream.IntStream;

/**
 * Right-hand sides travel through the kernels one at a time or four abreast: four abreast read each index and each
 * factor once for four results, and keep the unknowns of a large database in the second-level cache.
 */
final class Lanes {
    /** How many right-hand sides the wide kernels take. */
    static final int WIDE = 4;

    private Lanes() {}

    /** Solves four or one interleaved right-hand sides. */
    interface Kernel {
        Solution run(double[] right, int lanes);
    }

    /** Splits interleaved right-hand sides into lanes, runs the kernel on the parts in parallel, joins the results. */
    static Solution over(double[] right, int sides, Kernel kernel) {
        if (sides == 1) {
            return kernel.run(right, 1);
        }
        double[] values = new double[right.length];
        return IntStream.range(0, (sides + WIDE - 1) / WIDE)
                .parallel()
                .mapToObj(part -> runPart(right, sides, part * WIDE, kernel, values))
                .reduce(
                        new Solution(values, 0, 0),
                        (a, b) -> new Solution(
                                values, worse(a.residual(), b.residual()), Math.max(a.sweeps(), b.sweeps())));
    }

    private static Solution runPart(double[] right, int sides, int first, Kernel kernel, double[] values) {
        int n = right.length / sides;
        int taken = Math.min(WIDE, sides - first);
        double[] part = new double[n * WIDE];
        for (int i = 0; i < n; i++) {
            System.arraycopy(right, i * sides + first, part, i * WIDE, taken);
        }
        Solution solved = kernel.run(part, WIDE);
        for (int i = 0; i < n; i++) {
            System.arraycopy(solved.values(), i * WIDE, values, i * sides + first, taken);
        }
        return solved;
    }

    private static double worse(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : Math.max(a, b);
    }

    /** Takes stored entries times their own unknowns off unknown i. */
    static void dot(double[] x, int lanes, int i, int from, int to, int[] index, double[] value) {
        if (lanes == 1) {
            double sum = x[i];
            for (int t = from; t < to; t++) {
                sum -= value[t] * x[index[t]];
            }
            x[i] = sum;
            return;
        }
        int own = i * WIDE;
        double s0 = x[own];
        double s1 = x[own + 1];
        double s2 = x[own + 2];
        double s3 = x[own + 3];
        for (int t = from; t < to; t++) {
            double v = value[t];
            int other = index[t] * WIDE;
            s0 -= v * x[other];
            s1 -= v * x[other + 1];
            s2 -= v * x[other + 2];
            s3 -= v * x[other + 3];
        }
        x[own] = s0;
        x[own + 1] = s1;
        x[own + 2] = s2;
        x[own + 3] = s3;
    }

    /** Takes stored entries times unknown i off their own unknowns. */
    static void scatter(double[] x, int lanes, int i, int from, int to, int[] index, double[] value) {
        if (lanes == 1) {
            double own = x[i];
            for (int t = from; own != 0 && t < to; t++) {
                x[index[t]] -= value[t] * own;
            }
            return;
        }
        double s0 = x[i * WIDE];
        double s1 = x[i * WIDE + 1];
        double s2 = x[i * WIDE + 2];
        double s3 = x[i * WIDE + 3];
        for (int t = from; t < to; t++) {
            double v = value[t];
            int other = index[t] * WIDE;
            x[other] -= v * s0;
            x[other + 1] -= v * s1;
            x[other + 2] -= v * s2;
            x[other + 3] -= v * s3;
        }
    }
}
