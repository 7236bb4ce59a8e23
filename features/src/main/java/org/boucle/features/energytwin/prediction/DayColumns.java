package org.boucle.features.energytwin.prediction;

import java.time.LocalDate;
import java.util.Arrays;
import org.boucle.features.energytwin.DayGrid;

/**
 * The columns from which a slot of a coming day is predicted. Everything comes from days before {@code day - horizon +
 * 1} or from what is announced beforehand; a test changes the future and sees no column move.
 */
final class DayColumns {
    private static final int WEEKS = 8;
    private final DayGrid grid;
    private final DayDrivers drivers;
    private final double[][] smooth;
    private final double[] total;

    DayColumns(DayGrid grid, DayDrivers drivers) {
        this.grid = grid;
        this.drivers = drivers;
        this.smooth = new double[grid.days()][];
        this.total = new double[grid.days()];
        for (int d = 0; d < grid.days(); d++) {
            smooth[d] = smoothed(grid.day(d), Math.max(1, grid.slots() / 48));
            total[d] = grid.total(d);
        }
    }

    /** One row of columns for each slot of {@code day}, predicted {@code horizon} days ahead. */
    double[][] of(int day, int horizon) {
        int known = day - horizon + 1;
        double[] shared = dayColumns(day, known, horizon);
        double[][] rows = new double[grid.slots()][];
        for (int s = 0; s < rows.length; s++) {
            double[] own = slotColumns(day, known, s);
            rows[s] = Arrays.copyOf(own, own.length + shared.length);
            System.arraycopy(shared, 0, rows[s], own.length, shared.length);
        }
        return rows;
    }

    /** The plain profile that the model corrects: four weeks of the same weekday, or the last days of its kind. */
    static double profile(double[] row) {
        if (!Double.isNaN(row[1])) {
            return row[1];
        }
        return Double.isNaN(row[9]) ? 0 : row[9];
    }

    private double[] slotColumns(int day, int known, int slot) {
        double[] weeks = new double[WEEKS];
        double[] near = new double[WEEKS];
        for (int w = 0; w < WEEKS; w++) {
            int source = sameWeekday(day, known, w);
            weeks[w] = source < 0 ? Double.NaN : grid.at(source, slot);
            near[w] = source < 0 ? Double.NaN : smooth[source][slot];
        }
        double[] kind = sameKind(day, known, slot);
        return new double[] {
            slot,
            mean(weeks, 4),
            mean(near, 4),
            mean(near, WEEKS),
            weeks[0],
            near[1],
            extreme(near, 4, -1),
            extreme(near, 4, 1),
            mean(kind, 5),
            mean(kind, 20),
            known < 1 ? Double.NaN : smooth[known - 1][slot],
        };
    }

    private double[] dayColumns(int day, int known, int horizon) {
        double[] weeks = new double[WEEKS];
        for (int w = 0; w < WEEKS; w++) {
            int source = sameWeekday(day, known, w);
            weeks[w] = source < 0 ? Double.NaN : total[source];
        }
        double month = meanOf(total, known - 28, known);
        double[] planned = drivers.of(dateOf(day));
        double[] fixed = {
            (day + weekdayOfFirst()) % 7,
            horizon,
            drivers.isClosed(dateOf(day)) ? 1 : 0,
            mean(weeks, 1) / month,
            mean(weeks, 4) / month,
            known < 1 ? Double.NaN : total[known - 1] / month,
            known < 2 ? Double.NaN : total[known - 2] / month,
            meanOf(total, known - 7, known) / month,
            evening(known) * grid.slots() / month,
        };
        double[] all = Arrays.copyOf(fixed, fixed.length + planned.length);
        System.arraycopy(planned, 0, all, fixed.length, planned.length);
        return all;
    }

    /** Mean of the last two hours before the known midnight: a night shift shows there. */
    private double evening(int known) {
        return known < 1
                ? Double.NaN
                : meanOf(grid.day(known - 1), grid.slots() - Math.max(1, grid.slots() / 12), grid.slots());
    }

    private int sameWeekday(int day, int known, int week) {
        int source = day - 7 * (week + 1);
        while (source >= known) {
            source -= 7;
        }
        return source < 0 || source >= grid.days() ? -1 : source;
    }

    /** Slot values of the last days that are working days, or weekend days, as the target is. */
    private double[] sameKind(int day, int known, int slot) {
        boolean weekend = (day + weekdayOfFirst()) % 7 >= 5;
        double[] found = new double[20];
        int count = 0;
        for (int d = known - 1; d >= 0 && count < found.length; d--) {
            if ((d + weekdayOfFirst()) % 7 >= 5 == weekend) {
                found[count++] = smooth[d][slot];
            }
        }
        return Arrays.copyOf(found, Math.max(1, count));
    }

    private int weekdayOfFirst() {
        return grid.first().getDayOfWeek().getValue() - 1;
    }

    private LocalDate dateOf(int day) {
        return grid.first().plusDays(day);
    }

    private static double[] smoothed(double[] day, int reach) {
        double[] out = new double[day.length];
        for (int s = 0; s < day.length; s++) {
            out[s] = meanOf(day, s - reach, s + reach + 1);
        }
        return out;
    }

    private static double mean(double[] values, int first) {
        return meanOf(values, 0, first);
    }

    static double meanOf(double[] values, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, from); i < Math.min(values.length, to); i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double extreme(double[] values, int first, int sign) {
        double best = Double.NaN;
        for (int i = 0; i < Math.min(first, values.length); i++) {
            if (!Double.isNaN(values[i]) && (Double.isNaN(best) || sign * values[i] > sign * best)) {
                best = values[i];
            }
        }
        return best;
    }
}
