package org.boucle.features.energytwin.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * Change-point baselines: consumption that follows the weather only on one side of a balance temperature found by
 * search among whole degrees. A form is discarded where a coefficient is negative, where fewer than ten intervals lie
 * on its weather side (both as in CalTRACK 2.0) or where a slope has a t below 2; the highest adjusted R² wins.
 *
 * @param heating balance temperature below which one heats, in °C; {@code NaN} where nothing is heated
 * @param cooling balance temperature above which one cools, in °C; {@code NaN} where nothing is cooled
 * @param model the model on degrees below and above them
 */
public record BalancePoint(double heating, double cooling, BaselineModel model) {

    /** The best form for mean temperatures in °C and energies in kWh of the same intervals. */
    public static BalancePoint search(double[] temperature, double[] energy, int lowest, int highest) {
        BalancePoint best = new BalancePoint(
                Double.NaN, Double.NaN, BaselineModel.fit(List.of(), new double[energy.length][0], energy));
        List<BalancePoint> candidates = new ArrayList<>();
        for (int h = lowest; h <= highest; h++) {
            candidate(h, Double.NaN, temperature, energy, candidates);
            candidate(Double.NaN, h, temperature, energy, candidates);
            for (int c = h; c <= highest; c++) {
                candidate(h, c, temperature, energy, candidates);
            }
        }
        for (BalancePoint candidate : candidates) {
            if (candidate.model.fit().adjustedR2() > best.model.fit().adjustedR2()) {
                best = candidate;
            }
        }
        return best;
    }

    private static void candidate(
            double heating, double cooling, double[] temperature, double[] energy, List<BalancePoint> found) {
        List<String> names = new ArrayList<>();
        if (!Double.isNaN(heating)) {
            names.add("heating");
        }
        if (!Double.isNaN(cooling)) {
            names.add("cooling");
        }
        double[][] drivers = new double[temperature.length][];
        int[] active = new int[names.size()];
        for (int i = 0; i < drivers.length; i++) {
            drivers[i] = degrees(heating, cooling, temperature[i]);
            for (int j = 0; j < active.length; j++) {
                active[j] += drivers[i][j] > 0 ? 1 : 0;
            }
        }
        for (int count : active) {
            if (count < 10) {
                return;
            }
        }
        BaselineModel model = BaselineModel.fit(List.copyOf(names), drivers, energy, names.size());
        for (int j = 0; j < model.coefficients().length; j++) {
            if (model.coefficients()[j] < 0 || j > 0 && model.t(j) < 2) {
                return;
            }
        }
        found.add(new BalancePoint(heating, cooling, model));
    }

    private static double[] degrees(double heating, double cooling, double temperature) {
        double below = Math.max(0, heating - temperature);
        double above = Math.max(0, temperature - cooling);
        if (Double.isNaN(heating)) {
            return new double[] {above};
        }
        return Double.isNaN(cooling) ? new double[] {below} : new double[] {below, above};
    }

    /** Expected energy at a mean temperature, in kWh. */
    public double expected(double temperature) {
        boolean none = Double.isNaN(heating) && Double.isNaN(cooling);
        return model.expected(none ? new double[0] : degrees(heating, cooling, temperature));
    }
}
