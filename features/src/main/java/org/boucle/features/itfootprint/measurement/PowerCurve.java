package org.boucle.features.itfootprint.measurement;

import java.util.Optional;

/**
 * Power of a machine or processor against its load: {@code P(w) = scale · ln(w + shift) + offset}.
 *
 * <p>The same family as the Boavizta dialect's {@code a·ln(b·(w+c)) + d}, in which only {@code a·ln b + d} matters; here
 * that sum is one number, so that a curve has one form.
 *
 * @param scale W per unit of the logarithm, >= 0: more load never draws less
 * @param shift in % of load, > 0
 * @param offset in W
 */
public record PowerCurve(double scale, double shift, double offset) {
    private static final double SMALLEST_SHIFT = 1e-3;
    private static final double LARGEST_SHIFT = 1e5;
    private static final int GRID = 160;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    public PowerCurve {
        if (!(scale >= 0) || !(shift > 0) || !Double.isFinite(scale + shift + offset)) {
            throw new IllegalArgumentException("A power curve needs scale >= 0, shift > 0 and finite numbers, was "
                    + scale + ", " + shift + ", " + offset);
        }
    }

    /** Power in W at a load in % (0 to 100), never below zero. */
    public double watts(double load) {
        return Math.max(0, scale * Math.log(load + shift) + offset);
    }

    /**
     * A fitted curve with what is left unexplained.
     *
     * @param rmse root of the mean squared residual in W
     * @param r2 share of the variance explained, at most 1
     */
    public record Fit(PowerCurve curve, double rmse, double r2, int points) {}

    /**
     * The curve with the smallest sum of squared residuals. For a given shift the other two are a straight-line
     * regression, solved exactly, so the search has one dimension: a logarithmic grid, then golden sections around the
     * best cell. A shift at its upper bound is a straight line for all that matters between 0 and 100 %.
     *
     * @param load in %, each finite and >= 0
     * @param watts measured power at each load
     * @return empty with fewer than three different loads, for then any curve would do
     */
    public static Optional<Fit> fit(double[] load, double[] watts) {
        if (load.length != watts.length) {
            throw new IllegalArgumentException(
                    "load and watts must be as long as each other, were " + load.length + " and " + watts.length);
        }
        if (distinct(load) < 3) {
            return Optional.empty();
        }
        double step = Math.log(LARGEST_SHIFT / SMALLEST_SHIFT) / GRID;
        double best = 0;
        double bestError = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double at = Math.log(SMALLEST_SHIFT) + i * step;
            double error = squaredError(line(at, load, watts), load, watts);
            if (error < bestError) {
                bestError = error;
                best = at;
            }
        }
        PowerCurve curve = line(refine(best - step, best + step, load, watts), load, watts);
        return Optional.of(measure(curve, load, watts));
    }

    private static double refine(double low, double high, double[] load, double[] watts) {
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = squaredError(line(left, load, watts), load, watts);
        double atRight = squaredError(line(right, load, watts), load, watts);
        while (high - low > 1e-9) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = squaredError(line(left, load, watts), load, watts);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = squaredError(line(right, load, watts), load, watts);
            }
        }
        return (low + high) / 2;
    }

    /** Least squares of watts on ln(load + shift), the slope kept at zero or above. */
    private static PowerCurve line(double logShift, double[] load, double[] watts) {
        double shift = Math.exp(logShift);
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < load.length; i++) {
            meanX += Math.log(load[i] + shift) / load.length;
            meanY += watts[i] / load.length;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < load.length; i++) {
            double x = Math.log(load[i] + shift) - meanX;
            xx += x * x;
            xy += x * (watts[i] - meanY);
        }
        double scale = xx > 0 ? Math.max(0, xy / xx) : 0;
        return new PowerCurve(scale, shift, meanY - scale * meanX);
    }

    private static double squaredError(PowerCurve curve, double[] load, double[] watts) {
        double total = 0;
        for (int i = 0; i < load.length; i++) {
            double residual = watts[i] - (curve.scale * Math.log(load[i] + curve.shift) + curve.offset);
            total += residual * residual;
        }
        return total;
    }

    private static Fit measure(PowerCurve curve, double[] load, double[] watts) {
        double mean = 0;
        for (double value : watts) {
            mean += value / watts.length;
        }
        double variance = 0;
        for (double value : watts) {
            variance += (value - mean) * (value - mean);
        }
        double error = squaredError(curve, load, watts);
        double r2 = variance > 0 ? 1 - error / variance : 1;
        return new Fit(curve, Math.sqrt(error / load.length), r2, load.length);
    }

    private static int distinct(double[] load) {
        double[] sorted = load.clone();
        java.util.Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (!Double.isFinite(sorted[i]) || sorted[i] < 0) {
                throw new IllegalArgumentException("A load must be finite and >= 0 %, was " + sorted[i]);
            }
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                count++;
            }
        }
        return count;
    }
}
