package org.boucle.features.energytwin.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.prediction.DayDrivers;

/**
 * The days of a history that were measured and whose drivers are all known: what a daily baseline is learnt from.
 *
 * @param names names of the drivers: workday, then what was announced (temperatures as degrees below 15 °C)
 * @param days the days, in order
 * @param drivers one row of driver values for each day
 * @param energy energy (or water) of each day
 */
public record MeasuredDays(List<String> names, List<LocalDate> days, double[][] drivers, double[] energy) {
    private static final double HEATING_BASE = 15;

    public MeasuredDays {
        names = List.copyOf(names);
        days = List.copyOf(days);
        if (drivers.length != days.size() || energy.length != days.size()) {
            throw new IllegalArgumentException(days.size() + " days, " + drivers.length + " rows of drivers, "
                    + energy.length + " energies. Maybe one was filtered alone.");
        }
    }

    public static MeasuredDays of(DayGrid history, DayDrivers drivers) {
        List<String> names = new ArrayList<>();
        names.add("workday");
        drivers.names().forEach(name -> names.add(name.equals("temperature") ? "HDD15" : name));
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
        return new MeasuredDays(
                names,
                days,
                rows.toArray(double[][]::new),
                energy.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int size() {
        return days.size();
    }

    /** How many of the days lie before a date. */
    public int before(LocalDate date) {
        return (int) days.stream().filter(day -> day.isBefore(date)).count();
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
}
