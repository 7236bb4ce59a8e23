package org.boucle.core.factors;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * A load put against a factor of the same hours, beside the same load at the factor's plain mean over those hours. The
 * difference is exactly the covariance of load and factor times the number of hours, and divides without rest into what
 * comes from the months (a load that is high when the grid is), from the hours of the day inside each month, and from the
 * days inside those.
 *
 * @param hours steps in which both are known
 * @param load sum of the load over them
 * @param matched sum of load times factor
 * @param meanFactor plain mean of the factor over those steps
 * @param bySeason part of the difference that comes from the months
 * @param byHour part that comes from the hours of the day
 * @param byDay the rest: one day against another
 */
public record HourlyMatch(
        int hours, double load, double matched, double meanFactor, double bySeason, double byHour, double byDay) {

    /**
     * Matches a load with a factor of the same step.
     *
     * @param from start of the load's first step
     * @param load amounts by step in the factor's unit; NaN where unknown
     * @param zone in which months and hours of the day are told
     */
    public static HourlyMatch of(VaryingFactor factor, Instant from, double[] load, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        Cells whole = new Cells(1);
        Cells months = new Cells(12);
        Cells hours = new Cells(12 * 24);
        double matched = 0;
        double[] values = factor.values();
        for (int i = 0; i < load.length; i++) {
            Instant time = from.plus(factor.step().multipliedBy(i));
            int index = factor.index(time);
            if (index < 0 || index >= values.length || Double.isNaN(values[index]) || Double.isNaN(load[i])) {
                continue;
            }
            ZonedDateTime local = time.atZone(zone);
            int month = local.getMonthValue() - 1;
            whole.add(0, load[i], values[index]);
            months.add(month, load[i], values[index]);
            hours.add(24 * month + local.getHour(), load[i], values[index]);
            matched += load[i] * values[index];
        }
        int n = whole.count[0];
        double mean = n == 0 ? 0 : whole.factor[0] / n;
        double flat = whole.load[0] * mean;
        double bySeason = months.products() - flat;
        double byHour = hours.products() - months.products();
        return new HourlyMatch(n, whole.load[0], matched, mean, bySeason, byHour, matched - hours.products());
    }

    /** The same load at the factor's mean. */
    public double averaged() {
        return load * meanFactor;
    }

    /** Matched minus averaged: negative where the load prefers the clean hours. */
    public double difference() {
        return matched - averaged();
    }

    /** The factor that this load has: matched over load; the mean where there is no load. */
    public double weightedFactor() {
        return load == 0 ? meanFactor : matched / load;
    }

    /** Sums by cell; the product of a cell is its load at its mean factor. */
    private static final class Cells {
        private final int[] count;
        private final double[] load;
        private final double[] factor;

        Cells(int size) {
            count = new int[size];
            load = new double[size];
            factor = new double[size];
        }

        void add(int cell, double amount, double value) {
            count[cell]++;
            load[cell] += amount;
            factor[cell] += value;
        }

        double products() {
            double sum = 0;
            for (int i = 0; i < count.length; i++) {
                sum += count[i] == 0 ? 0 : load[i] * factor[i] / count[i];
            }
            return sum;
        }
    }
}
