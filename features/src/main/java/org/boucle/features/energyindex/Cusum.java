package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

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
     * What a self-starting CUSUM saw.
     *
     * @param mean the level learnt from all values outside alarms
     */
    public record Run(List<Step> steps, double mean) {
        public Run {
            steps = List.copyOf(steps);
        }
    }

    /** One day, however odd, must not raise an alarm by itself. */
    private static final double GREATEST_SCORE = 4;

    /**
     * Self-starting CUSUM for a level that nobody knows beforehand: each value is judged by the mean and deviation of
     * those before it, {@code u = Phi^-1(T_(n-1)((x - mean) / s sqrt(n / (n + 1))))}, so that an error in a short
     * learning period does not grow into an alarm (D. M. Hawkins, Technometrics 29, 1987). Values in an alarm teach
     * nothing.
     *
     * @param quiet values from which the judging begins, at least 3
     * @param floor smallest deviation taken for noise, as a share of the mean
     */
    public static Run selfStarting(double[] values, int quiet, double floor) {
        if (quiet < 3) {
            throw new IllegalArgumentException("A CUSUM cannot start from " + quiet + " values. Maybe take 20.");
        }
        Cusum scores = around(0, 1);
        NormalDistribution normal = new NormalDistribution();
        List<Step> steps = new ArrayList<>(values.length);
        Step last = new Step(-1, 0, 0, 0, Drift.NONE);
        long n = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double z = 0;
            if (n >= quiet) {
                double s = Math.max(Math.sqrt(squares / (n - 1)), Math.max(floor * Math.abs(mean), Double.MIN_NORMAL));
                double t = (values[i] - mean) / s * Math.sqrt(n / (n + 1.0));
                double probability = new TDistribution(n - 1.0).cumulativeProbability(t);
                double score = normal.inverseCumulativeProbability(probability);
                z = Math.max(-GREATEST_SCORE, Math.min(GREATEST_SCORE, score));
            }
            last = scores.next(last, i, values[i], z);
            steps.add(last);
            if (last.drift() == Drift.NONE) {
                n++;
                double off = values[i] - mean;
                mean += off / n;
                squares += off * (values[i] - mean);
            }
        }
        return new Run(steps, mean);
    }

    private Step next(Step before, int index, double value, double z) {
        double up = Math.max(0, before.up() + z - allowance);
        double down = Math.max(0, before.down() - z - allowance);
        Drift drift = up > threshold ? Drift.UP : down > threshold ? Drift.DOWN : Drift.NONE;
        return new Step(index, value, up, down, drift);
    }

    /** The two sums after each value; after an alarm they go on, so that it lasts as long as the drift does. */
    public List<Step> run(double[] values) {
        List<Step> steps = new ArrayList<>(values.length);
        Step last = new Step(-1, 0, 0, 0, Drift.NONE);
        for (int i = 0; i < values.length; i++) {
            last = next(last, i, values[i], (values[i] - mean) / deviation);
            steps.add(last);
        }
        return steps;
    }
}
