package org.boucle.core.impact.solver;

import java.util.stream.IntStream;

/**
 * Right-hand sides travel through the kernels one at a time, four abreast or, transposed, {@link Abreast eight or sixteen}:
 * abreast they read each index and each factor once for many results, as long as the unknowns of a large database stay in
 * the second-level cache.
 */
final class Lanes {
    /** How many right-hand sides the kernels of four take. */
    static final int WIDE = 4;

    private Lanes() {}

    /**
     * Some of several interleaved right-hand sides, seen in place.
     *
     * @param right all right-hand sides
     * @param sides how many there are
     * @param first the first one of this part
     * @param taken how many belong to this part
     */
    record Part(double[] right, int sides, int first, int taken) {
        /** One lane for a single right-hand side, four for a few, else eight or sixteen. */
        int lanes() {
            return sides == 1 ? 1 : taken <= WIDE ? WIDE : (taken + Abreast.STEP - 1) / Abreast.STEP * Abreast.STEP;
        }

        /** This part alone, filled up with zeros to its lanes. */
        double[] extracted() {
            int lanes = lanes();
            if (sides == lanes) {
                return right;
            }
            double[] own = new double[right.length / sides * lanes];
            for (int from = first, to = 0; from < right.length; from += sides, to += lanes) {
                System.arraycopy(right, from, own, to, taken);
            }
            return own;
        }

        /** Puts this part's results where they belong among all. */
        void put(double[] own, double[] all) {
            int lanes = lanes();
            for (int to = first, from = 0; to < all.length; to += sides, from += lanes) {
                for (int lane = 0; lane < taken; lane++) {
                    all[to + lane] = own[from + lane];
                }
            }
        }
    }

    /** Solves one part. */
    interface Kernel {
        Solution run(Part part);
    }

    /** Splits interleaved right-hand sides into parts of four, solves them in parallel, joins the results. */
    static Solution over(double[] right, int sides, Kernel kernel) {
        return over(right, sides, WIDE, kernel);
    }

    /** The same in parts of another width. */
    static Solution over(double[] right, int sides, int width, Kernel kernel) {
        Part first = new Part(right, sides, 0, Math.min(width, sides));
        if (first.lanes() == sides) {
            return kernel.run(first);
        }
        double[] values = new double[right.length];
        return IntStream.range(0, (sides + width - 1) / width)
                .parallel()
                .mapToObj(p -> new Part(right, sides, p * width, Math.min(width, sides - p * width)))
                .map(part -> {
                    Solution solved = kernel.run(part);
                    part.put(solved.values(), values);
                    return solved;
                })
                .reduce(
                        new Solution(values, 0, 0),
                        (a, b) -> new Solution(
                                values, worse(a.residual(), b.residual()), Math.max(a.sweeps(), b.sweeps())));
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
