package org.boucle.features.energytwin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Objects;

/**
 * A load curve laid out on the wall clock: one row for each local day, one column for each slot of the day. The hour
 * that the spring skips is missing ({@code NaN}); the hour that the autumn repeats is the mean of its two passes, so
 * that a slot always compares with the same slot of another day.
 *
 * @param first the local day of row 0
 * @param slots columns of a row
 * @param kWh energy of each slot in kWh; {@code NaN} where unknown
 */
public record DayGrid(LocalDate first, int slots, double[][] kWh) {
    public DayGrid {
        Objects.requireNonNull(first, "first");
        kWh = Arrays.stream(kWh).map(double[]::clone).toArray(double[][]::new);
        for (double[] day : kWh) {
            if (day.length != slots) {
                throw new IllegalArgumentException("a day has " + day.length + " slots where " + slots + " were said");
            }
        }
    }

    /** Lays a curve out on its own zone's clock; partial first and last days are kept with missing slots. */
    public static DayGrid of(LoadCurve curve) {
        long stepSeconds = curve.step().toSeconds();
        if (stepSeconds == 0 || 86_400 % stepSeconds != 0) {
            throw new IllegalArgumentException(
                    "a day is not a whole number of steps of " + curve.step() + ". Maybe roll up to 15 minutes first?");
        }
        int slots = (int) (86_400 / stepSeconds);
        if (curve.size() == 0) {
            return new DayGrid(LocalDate.ofInstant(curve.start(), curve.zone()), slots, new double[0][]);
        }
        LocalDate first = LocalDate.ofInstant(curve.start(), curve.zone());
        LocalDate last = LocalDate.ofInstant(curve.startOf(curve.size() - 1), curve.zone());
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        return new DayGrid(first, slots, fill(curve, first, days, slots));
    }

    private static double[][] fill(LoadCurve curve, LocalDate first, int days, int slots) {
        double[][] sums = new double[days][slots];
        int[][] counts = new int[days][slots];
        int slotSeconds = 86_400 / slots;
        for (int i = 0; i < curve.size(); i++) {
            if (Double.isNaN(curve.kWh(i))) {
                continue;
            }
            ZonedDateTime local = curve.startOf(i).atZone(curve.zone());
            int day = (int) (local.toLocalDate().toEpochDay() - first.toEpochDay());
            int slot = local.toLocalTime().toSecondOfDay() / slotSeconds;
            sums[day][slot] += curve.kWh(i);
            counts[day][slot]++;
        }
        for (int d = 0; d < days; d++) {
            for (int s = 0; s < slots; s++) {
                sums[d][s] = counts[d][s] == 0 ? Double.NaN : sums[d][s] / counts[d][s];
            }
        }
        return sums;
    }

    public int days() {
        return kWh.length;
    }

    public double at(int day, int slot) {
        return kWh[day][slot];
    }

    /** One day's slots, as a copy. */
    public double[] day(int day) {
        return kWh[day].clone();
    }

    public LocalDate date(int day) {
        return first.plusDays(day);
    }

    /** 0 for Monday to 6 for Sunday. */
    public int weekday(int day) {
        return date(day).getDayOfWeek().getValue() - 1;
    }

    /** Local wall-clock time at which a slot begins. */
    public LocalDateTime startOf(int day, int slot) {
        return date(day).atStartOfDay().plusSeconds(slot * (86_400L / slots));
    }

    /** Sum of a day's measured slots in kWh; {@code NaN} where fewer than nine slots in ten were measured. */
    public double total(int day) {
        double sum = 0;
        int known = 0;
        for (double energy : kWh[day]) {
            if (!Double.isNaN(energy)) {
                sum += energy;
                known++;
            }
        }
        return known < 0.9 * slots ? Double.NaN : sum * slots / known;
    }

    /** The grid's days before {@code day}: what was known at that midnight. */
    public DayGrid before(int day) {
        return new DayGrid(first, slots, Arrays.copyOf(kWh, day));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayGrid that
                && first.equals(that.first)
                && slots == that.slots
                && Arrays.deepEquals(kWh, that.kWh);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, slots, Arrays.deepHashCode(kWh));
    }

    @Override
    public String toString() {
        return "DayGrid[" + days() + " days of " + slots + " slots from " + first + "]";
    }
}
