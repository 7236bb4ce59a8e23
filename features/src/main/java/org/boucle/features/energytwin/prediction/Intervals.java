package org.boucle.features.energytwin.prediction;

import java.util.Arrays;
import java.util.List;

/**
 * Prediction intervals by split conformal calibration: the errors that the model made on days later than its learning,
 * each divided by the usual size of the error in that slot, tell how wide the interval has to be so that the wished
 * share of days falls inside.
 *
 * <p>Source: Lei et al., "Distribution-free predictive inference for regression", JASA 113 (2018), locally weighted
 * form. Valid where the coming days resemble the calibration days; the coverage is measured again on each replay.
 */
public final class Intervals {
    private final double[] scale;
    private final double low;
    private final double high;

    private Intervals(double[] scale, double low, double high) {
        this.scale = scale;
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
        double[] scale = scale(measured, predicted);
        double[] ratios = new double[measured.size() * scale.length];
        int count = 0;
        for (int d = 0; d < measured.size(); d++) {
            for (int s = 0; s < scale.length; s++) {
                double error = measured.get(d)[s] - predicted.get(d)[s];
                if (!Double.isNaN(error)) {
                    ratios[count++] = error / scale[s];
                }
            }
        }
        double[] sorted = Arrays.copyOf(ratios, count);
        Arrays.sort(sorted);
        double tail = (1 - coverage) / 2;
        return new Intervals(
                scale,
                rank(sorted, Math.floor(tail * (count + 1)) - 1),
                rank(sorted, Math.ceil((1 - tail) * (count + 1)) - 1));
    }

    private static double rank(double[] sorted, double index) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.clamp(index, 0, sorted.length - 1)];
    }

    /** Mean absolute error of each slot and its neighbours, never zero. */
    private static double[] scale(List<double[]> measured, List<double[]> predicted) {
        int slots = measured.getFirst().length;
        double[] mean = new double[slots];
        for (int s = 0; s < slots; s++) {
            double sum = 0;
            int count = 0;
            for (int d = 0; d < measured.size(); d++) {
                for (int near = Math.max(0, s - 2); near <= Math.min(slots - 1, s + 2); near++) {
                    double error = Math.abs(measured.get(d)[near] - predicted.get(d)[near]);
                    if (!Double.isNaN(error)) {
                        sum += error;
                        count++;
                    }
                }
            }
            mean[s] = count == 0 ? 0 : sum / count;
        }
        double floor = Math.max(1e-9, 0.05 * Arrays.stream(mean).average().orElse(0));
        return Arrays.stream(mean).map(value -> Math.max(value, floor)).toArray();
    }

    /** The bounds around one day's prediction; consumption never falls below zero. */
    public Band[] around(double[] predicted) {
        Band[] bands = new Band[predicted.length];
        for (int s = 0; s < bands.length; s++) {
            double value = predicted[s];
            double below = Math.max(0, value + low * scale[s]);
            bands[s] = new Band(Math.min(below, value), value, Math.max(value, value + high * scale[s]));
        }
        return bands;
    }
}
