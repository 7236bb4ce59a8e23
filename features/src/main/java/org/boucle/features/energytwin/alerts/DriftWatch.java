package org.boucle.features.energytwin.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Two-sided tabular CUSUM on what was measured minus what a model expected: finds a small drift that lasts, which no
 * single day shows.
 *
 * <p>Source: E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954); slack 0.5 and limit 5 standard
 * deviations give one false alarm in about 465 independent observations and find a drift of one deviation in about ten.
 *
 * @param slack deviation that is let pass at each step, in standard deviations
 * @param limit sum at which the alarm rings, in standard deviations
 */
public record DriftWatch(double slack, double limit) {
    public static DriftWatch usual() {
        return new DriftWatch(0.5, 5);
    }

    public DriftWatch {
        if (slack < 0 || limit <= 0) {
            throw new IllegalArgumentException("slack " + slack + ", limit " + limit);
        }
    }

    /** The two sums after each observation, in standard deviations; {@code low} is negative or zero. */
    public record Sums(double[] high, double[] low) {}

    /** Sums of residuals that have the standard deviation {@code sigma}; an unknown residual changes nothing. */
    public Sums sums(double[] residuals, double sigma) {
        double[] high = new double[residuals.length];
        double[] low = new double[residuals.length];
        double up = 0;
        double down = 0;
        for (int i = 0; i < residuals.length; i++) {
            double z = Double.isNaN(residuals[i]) ? 0 : residuals[i] / sigma;
            up = Math.max(0, up + z - slack);
            down = Math.min(0, down + z + slack);
            high[i] = up;
            low[i] = down;
            up = up > limit ? 0 : up;
            down = down < -limit ? 0 : down;
        }
        return new Sums(high, low);
    }

    /**
     * Alarms for consumption above or below the model. After an alarm the sum starts again from zero.
     *
     * @param start beginning of the first observation
     * @param step time between two observations
     * @param measured energies in kWh
     * @param expected energies that the model gives, in kWh
     * @param sigma usual standard deviation of the difference, in kWh, from the model's own calibration
     */
    public List<Alert> find(
            String subject, Instant start, Duration step, double[] measured, double[] expected, double sigma) {
        double[] residuals = new double[measured.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = measured[i] - expected[i];
        }
        Sums sums = sums(residuals, sigma);
        List<Alert> found = new ArrayList<>();
        for (int i = 0; i < residuals.length; i++) {
            boolean above = sums.high()[i] > limit;
            if (above || sums.low()[i] < -limit) {
                int begin = i;
                double[] sum = above ? sums.high() : sums.low();
                while (begin > 0 && sum[begin - 1] != 0 && Math.abs(sum[begin - 1]) <= limit) {
                    begin--;
                }
                found.add(episode(subject, start, step, measured, expected, begin, i + 1));
            }
        }
        return found;
    }

    private static Alert episode(
            String subject, Instant start, Duration step, double[] measured, double[] expected, int from, int to) {
        double seen = 0;
        double model = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(measured[i] - expected[i])) {
                seen += measured[i];
                model += expected[i];
            }
        }
        double hours = step.toNanos() / 3.6e12 * (to - from);
        return new Alert(
                Alert.Kind.DRIFT,
                subject,
                start.plus(step.multipliedBy(from)),
                start.plus(step.multipliedBy(to)),
                seen / hours,
                model / hours,
                "kW",
                seen - model);
    }
}
