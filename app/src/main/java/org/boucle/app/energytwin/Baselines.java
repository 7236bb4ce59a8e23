package org.boucle.app.energytwin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.baseline.BaselineModel;
import org.boucle.features.energytwin.baseline.Savings;
import org.boucle.features.energytwin.prediction.DayDrivers;

/**
 * A site's daily baseline: learnt on the first part of its history, followed on the rest.
 *
 * @param days the days used, in order
 * @param measured energy of each in kWh
 * @param expected energy that the baseline gives for each in kWh
 * @param learnt how many of them the baseline was learnt on
 * @param model the baseline
 * @param savings what was saved since, with its uncertainty
 */
public record Baselines(
        List<LocalDate> days, double[] measured, double[] expected, int learnt, BaselineModel model, Savings savings) {
    private static final double HEATING_BASE = 15;

    /** Learns on 70 % of the history; empty where there are fewer than 60 days. */
    static Optional<Baselines> of(DayGrid history, DayDrivers drivers) {
        List<String> names = new ArrayList<>();
        names.add("workday");
        names.addAll(drivers.names());
        List<LocalDate> days = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        List<Double> energy = new ArrayList<>();
        for (int d = 0; d < history.days(); d++) {
            double[] row = row(history, d, drivers);
            if (!Double.isNaN(history.total(d)) && isKnown(row)) {
                days.add(history.date(d));
                rows.add(row);
                energy.add(history.total(d));
            }
        }
        int learnt = (int) (0.7 * days.size());
        return days.size() < 60 ? Optional.empty() : fit(names, days, rows, energy, learnt);
    }

    private static Optional<Baselines> fit(
            List<String> names, List<LocalDate> days, List<double[]> rows, List<Double> energy, int learnt) {
        double[] y = energy.stream().mapToDouble(Double::doubleValue).toArray();
        double[][] x = rows.toArray(double[][]::new);
        try {
            BaselineModel model = BaselineModel.fit(
                    names.stream().map(Baselines::shown).toList(),
                    java.util.Arrays.copyOf(x, learnt),
                    java.util.Arrays.copyOf(y, learnt));
            double[] expected = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                expected[i] = model.expected(x[i]);
            }
            Savings savings = Savings.exact(
                    model,
                    java.util.Arrays.copyOfRange(x, learnt, x.length),
                    java.util.Arrays.copyOfRange(y, learnt, y.length),
                    0.9);
            return Optional.of(new Baselines(days, y, expected, learnt, model, savings));
        } catch (IllegalArgumentException twice) {
            return Optional.empty();
        }
    }

    private static String shown(String driver) {
        return driver.equals("temperature") ? "HDD15" : driver;
    }

    private static double[] row(DayGrid history, int day, DayDrivers drivers) {
        List<String> names = drivers.names();
        double[] planned = drivers.of(history.date(day));
        double[] row = new double[names.size() + 1];
        row[0] = history.weekday(day) < 5 && !drivers.isClosed(history.date(day)) ? 1 : 0;
        for (int j = 0; j < planned.length; j++) {
            row[j + 1] = names.get(j).equals("temperature") ? Math.max(0, HEATING_BASE - planned[j]) : planned[j];
        }
        return row;
    }

    private static boolean isKnown(double[] row) {
        for (double value : row) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** Sum of measured minus expected since the baseline ended, day by day, in kWh. */
    double[] cusum() {
        double[] sums = new double[measured.length - learnt];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += measured[learnt + i] - expected[learnt + i];
            sums[i] = sum;
        }
        return sums;
    }
}
