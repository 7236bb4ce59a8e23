package org.boucle.features.energytwin;

import java.util.Arrays;

/**
 * The figures by which an energy manager reads a load curve.
 *
 * @param energy sum in kWh
 * @param peak highest mean power of a step in kW
 * @param peakIndex step of that peak, −1 where nothing was measured
 * @param mean mean power in kW
 * @param baseload power in kW that is exceeded 95 % of the time
 * @param loadFactor mean over peak, 0 to 1
 */
public record LoadFigures(double energy, double peak, int peakIndex, double mean, double baseload, double loadFactor) {

    public static LoadFigures of(LoadCurve curve) {
        double peak = 0;
        int at = -1;
        for (int i = 0; i < curve.size(); i++) {
            if (curve.kW(i) > peak || at < 0 && !Double.isNaN(curve.kW(i))) {
                peak = curve.kW(i);
                at = i;
            }
        }
        double[] duration = duration(curve);
        double mean = Arrays.stream(duration).average().orElse(0);
        double base = duration.length == 0 ? 0 : duration[(int) Math.min(duration.length - 1, 0.95 * duration.length)];
        return new LoadFigures(curve.total(), peak, at, mean, base, peak == 0 ? 0 : mean / peak);
    }

    /** Load duration curve: the measured powers in kW, highest first. */
    public static double[] duration(LoadCurve curve) {
        double[] sorted = Arrays.stream(curve.kW())
                .filter(power -> !Double.isNaN(power))
                .sorted()
                .toArray();
        for (int i = 0, j = sorted.length - 1; i < j; i++, j--) {
            double swap = sorted[i];
            sorted[i] = sorted[j];
            sorted[j] = swap;
        }
        return sorted;
    }

    /** Mean power in kW of each hour of the week: 7 rows from Monday, 24 columns; {@code NaN} where never measured. */
    public static double[][] week(LoadCurve curve) {
        double[][] sum = new double[7][24];
        int[][] count = new int[7][24];
        for (int i = 0; i < curve.size(); i++) {
            if (!Double.isNaN(curve.kW(i))) {
                var local = curve.startOf(i).atZone(curve.zone());
                int day = local.getDayOfWeek().getValue() - 1;
                sum[day][local.getHour()] += curve.kW(i);
                count[day][local.getHour()]++;
            }
        }
        for (int d = 0; d < 7; d++) {
            for (int h = 0; h < 24; h++) {
                sum[d][h] = count[d][h] == 0 ? Double.NaN : sum[d][h] / count[d][h];
            }
        }
        return sum;
    }
}
