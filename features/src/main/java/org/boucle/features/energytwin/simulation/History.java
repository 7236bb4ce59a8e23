package org.boucle.features.energytwin.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A stretch of the simulated factory's life in equal steps.
 *
 * @param start beginning of the first step
 * @param step length of a step
 * @param columns values of each signal, in the order of {@link Signal#ALL}: means over the step, indexes at its end;
 *     {@code NaN} where the meter was silent
 */
public record History(Instant start, Duration step, double[][] columns) {
    /** Lives from the factory's present to {@code end}, in physical steps of at most half a minute. */
    public static History live(Factory factory, Instant end, Duration step) {
        Instant start = factory.now();
        int count = (int) (Duration.between(start, end).toSeconds() / step.toSeconds());
        double[][] columns = new double[Signal.ALL.size()][count];
        int parts = (int) Math.max(1, Math.ceil(step.toSeconds() / 30.0));
        double seconds = step.toSeconds() / (double) parts;
        double[] sum = new double[columns.length];
        for (int i = 0; i < count; i++) {
            Arrays.fill(sum, 0);
            for (int p = 0; p < parts; p++) {
                double[] values = factory.step(seconds);
                for (int c = 0; c < sum.length; c++) {
                    sum[c] = Signal.ALL.get(c).cumulative() ? values[c] : sum[c] + values[c] / parts;
                }
            }
            for (int c = 0; c < sum.length; c++) {
                columns[c][i] = sum[c];
            }
        }
        return new History(start, step, columns);
    }

    public int size() {
        return columns[0].length;
    }

    /** End of a step: the time stamp that its readings carry. */
    public Instant endOf(int index) {
        return start.plus(step.multipliedBy(index + 1L));
    }

    public double[] column(String signal) {
        return columns[Signal.index(signal)].clone();
    }
}
