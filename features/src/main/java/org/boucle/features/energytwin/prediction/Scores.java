package org.boucle.features.energytwin.prediction;

import java.util.ArrayList;
import java.util.List;

/**
 * How far predictions were from what was measured.
 *
 * @param count pairs compared (unmeasured steps are left out)
 * @param rmse root of the mean squared error, in the unit of the series
 * @param mae mean absolute error, in the unit of the series
 * @param wape sum of absolute errors over sum of absolute values (1 = 100 %)
 * @param cvRmse rmse over the mean
 * @param bias mean of predicted minus measured over the mean
 * @param r2 1 − squared errors over variance; negative where worse than the mean
 */
public record Scores(int count, double rmse, double mae, double wape, double cvRmse, double bias, double r2) {

    /** Pairs gathered one by one. */
    public static final class Tally {
        private final List<double[]> pairs = new ArrayList<>();

        public void add(double measured, double predicted) {
            if (!Double.isNaN(measured) && !Double.isNaN(predicted)) {
                pairs.add(new double[] {measured, predicted});
            }
        }

        public void add(double[] measured, double[] predicted) {
            for (int i = 0; i < measured.length; i++) {
                add(measured[i], predicted[i]);
            }
        }

        /** Scores of all pairs; all {@code NaN} where there is none. */
        public Scores scores() {
            int n = pairs.size();
            double mean = pairs.stream().mapToDouble(p -> p[0]).sum() / n;
            double squares = 0;
            double absolute = 0;
            double sum = 0;
            double size = 0;
            double variance = 0;
            for (double[] pair : pairs) {
                double error = pair[1] - pair[0];
                squares += error * error;
                absolute += Math.abs(error);
                sum += error;
                size += Math.abs(pair[0]);
                variance += (pair[0] - mean) * (pair[0] - mean);
            }
            double rmse = Math.sqrt(squares / n);
            return new Scores(
                    n, rmse, absolute / n, absolute / size, rmse / mean, sum / n / mean, 1 - squares / variance);
        }
    }
}
