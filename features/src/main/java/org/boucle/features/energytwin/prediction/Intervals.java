package org.boucle.features.energytwin.prediction;

import java.util.Arrays;
import java.util.List;

/**
 * Prediction intervals by split conformal calibration: the errors that the model made on days later than its learning,
 * each divided by the usual size of the error in that slot while the site works, or rests, tell how wide the interval has to be so that the wished
 * share of days falls inside.
 *
 * <p>Source: Lei et al., "Distribution-free predictive inference for regression", JASA 113 (2018), locally weighted
 * form. Valid where the coming days resemble the calibration days; the coverage is measured again on each replay.
 */
public final class Intervals {
    private final double[][] scale;
    private final double split;
    private final double low;
    private final double high;

    private Intervals(double[][] scale, double split, double low, double high) {
        this.scale = scale;
        this.split = split;
        this.low = low;
        this.high = high;
    }

    /** A predicted value with its bounds, in the unit of the series. */
    public record Band(double low, double value, double high) {}

    /**
     * Calibrates on past days.
     *
     * @param coverage wished share of the values inside, for example 0.8
     */
    public static Intervals calibrate(List<double[]> measured, List<double[]> predicted, double coverage) {
        if (measured.isEmpty() || coverage <= 0 || coverage >= 1) {
            throw new IllegalArgumentException(measured.size() + " calibration days for coverage " + coverage);
        }
        double split = split(predicted);
        double[][] scale = {scale(measured, predicted, split, false), scale(measured, predicted, split, true)};
        double[] ratios = new double[measured.size() * scale[0].length];
        int count = 0;
        for (int d = 0; d < measured.size(); d++) {
            for (int s = 0; s < scale[0].length; s++) {
                double value = predicted.get(d)[s];
                double error = measured.get(d)[s] - value;
                if (!Double.isNaN(error)) {
                    ratios[count++] = error / scale[value > split ? 1 : 0][s];
                }
            }
        }
        double[] sorted = Arrays.copyOf(ratios, count);
        Arrays.sort(sorted);
        double tail = (1 - coverage) / 2;
        return new Intervals(
                scale,
                split,
                rank(sorted, Math.floor(tail * (count + 1)) - 1),
                rank(sorted, Math.ceil((1 - tail) * (count + 1)) - 1));
    }

    /** A third of the way from the least to the most that is predicted: below it the site rests. */
    private static double split(List<double[]> predicted) {
        double[] all = predicted.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        return all.length == 0 ? 0 : all[0] + (all[(int) (0.95 * (all.length - 1))] - all[0]) / 3;
    }

    private static double rank(double[] sorted, double index) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.clamp(index, 0, sorted.length - 1)];
    }

    /** Mean absolute error of each slot and its neighbours while resting, or while working; never zero. */
    private static double[] scale(List<double[]> measured, List<double[]> predicted, double split, boolean working) {
        int slots = measured.getFirst().length;
        double[] sum = new double[slots];
        int[] count = new int[slots];
        double all = 0;
        int number = 0;
        for (int d = 0; d < measured.size(); d++) {
            for (int s = 0; s < slots; s++) {
                double error = Math.abs(measured.get(d)[s] - predicted.get(d)[s]);
                if (!Double.isNaN(error) && predicted.get(d)[s] > split == working) {
                    all += error;
                    number++;
                    for (int near = Math.max(0, s - 2); near <= Math.min(slots - 1, s + 2); near++) {
                        sum[near] += error;
                        count[near]++;
                    }
                }
            }
        }
        double mean = number == 0 ? 1e-9 : Math.max(1e-9, all / number);
        double[] scale = new double[slots];
        for (int s = 0; s < slots; s++) {
            scale[s] = count[s] < 10 ? mean : Math.max(sum[s] / count[s], 0.05 * mean);
        }
        return scale;
    }

    /** The bounds around one day's prediction; consumption never falls below zero. */
    public Band[] around(double[] predicted) {
        Band[] bands = new Band[predicted.length];
        for (int s = 0; s < bands.length; s++) {
            double value = predicted[s];
            double size = scale[value > split ? 1 : 0][s];
            double below = Math.max(0, value + low * size);
            bands[s] = new Band(Math.min(below, value), value, Math.max(value, value + high * size));
        }
        return bands;
    }
}
