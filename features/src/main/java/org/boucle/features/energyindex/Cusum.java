package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.List;

/**
 * Two-sided tabular CUSUM on a specific consumption: {@code C+ = max(0, C+ + z - k)}, {@code C- = max(0, C- - z - k)}
 * with {@code z = (x - mean) / deviation}; an alarm where one exceeds h. With k = 0.5 and h = 5 a drift of one standard
 * deviation is seen after about ten points, and a false alarm comes about every 465 (D. C. Montgomery, Introduction to
 * Statistical Quality Control, ch. 9).
 *
 * @param mean the specific consumption to hold
 * @param deviation its standard deviation when nothing drifts, above zero
 * @param allowance k, in standard deviations
 * @param threshold h, in standard deviations
 */
public record Cusum(double mean, double deviation, double allowance, double threshold) {

    public Cusum {
        Checks.finite(mean, "mean of the CUSUM");
        Checks.positive(deviation, "standard deviation of the CUSUM");
        Checks.nonNegative(allowance, "allowance of the CUSUM");
        Checks.positive(threshold, "threshold of the CUSUM");
    }

    /** Which way a specific consumption drifts. */
    public enum Drift {
        NONE,
        UP,
        DOWN
    }

    /**
     * @param value the specific consumption observed
     * @param up C+
     * @param down C-
     */
    public record Step(int index, double value, double up, double down, Drift drift) {}

    /** Montgomery's usual design around what a quiet period showed. */
    public static Cusum around(double mean, double deviation) {
        return new Cusum(mean, deviation, 0.5, 5);
    }

    /**
     * Learns mean and standard deviation from the first values, taken as quiet; the deviation is at least {@code floor}
     * of the mean, so that a meter that repeats itself does not cry at its last digit.
     */
    public static Cusum learnt(double[] values, int quiet, double floor) {
        if (quiet < 2 || quiet > values.length) {
            throw new IllegalArgumentException("A CUSUM learns from at least 2 and at most " + values.length
                    + " values, not " + quiet + ". Maybe the post has not run long enough?");
        }
        double mean = 0;
        for (int i = 0; i < quiet; i++) {
            mean += values[i] / quiet;
        }
        double squares = 0;
        for (int i = 0; i < quiet; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        double deviation = Math.sqrt(squares / (quiet - 1));
        return around(mean, Math.max(deviation, Math.max(floor * Math.abs(mean), Double.MIN_NORMAL)));
    }

    /** The two sums after each value; after an alarm they go on, so that it lasts as long as the drift does. */
    public List<Step> run(double[] values) {
        List<Step> steps = new ArrayList<>(values.length);
        double up = 0;
        double down = 0;
        for (int i = 0; i < values.length; i++) {
            double z = (values[i] - mean) / deviation;
            up = Math.max(0, up + z - allowance);
            down = Math.max(0, down - z - allowance);
            Drift drift = up > threshold ? Drift.UP : down > threshold ? Drift.DOWN : Drift.NONE;
            steps.add(new Step(i, values[i], up, down, drift));
        }
        return steps;
    }
}
