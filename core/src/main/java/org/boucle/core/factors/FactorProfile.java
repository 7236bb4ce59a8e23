package org.boucle.core.factors;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * How a varying factor runs through the day and the year.
 *
 * @param byMonthAndHour mean of each month (12) and hour of the day (24), in rows; NaN where nothing is known
 * @param byHour mean of each hour of the day
 * @param byDay mean of each calendar day from the first
 * @param known steps with a value
 */
public record FactorProfile(double[][] byMonthAndHour, double[] byHour, double[] byDay, int known) {
    public static FactorProfile of(VaryingFactor factor, ZoneId zone) {
        double[] values = factor.values();
        Mean months = new Mean(12 * 24);
        Mean hours = new Mean(24);
        Instant end = factor.start().plus(factor.step().multipliedBy(values.length - 1L));
        long firstDay = factor.start().atZone(zone).toLocalDate().toEpochDay();
        Mean days = new Mean((int) (end.atZone(zone).toLocalDate().toEpochDay() - firstDay) + 1);
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                ZonedDateTime time =
                        factor.start().plus(factor.step().multipliedBy(i)).atZone(zone);
                months.add(24 * (time.getMonthValue() - 1) + time.getHour(), values[i]);
                hours.add(time.getHour(), values[i]);
                days.add((int) (time.toLocalDate().toEpochDay() - firstDay), values[i]);
                known++;
            }
        }
        double[] cells = months.means();
        double[][] table = new double[12][];
        Arrays.setAll(table, m -> Arrays.copyOfRange(cells, 24 * m, 24 * m + 24));
        return new FactorProfile(table, hours.means(), days.means(), known);
    }

    private static final class Mean {
        private final double[] sum;
        private final int[] count;

        Mean(int size) {
            sum = new double[size];
            count = new int[size];
        }

        void add(int index, double value) {
            sum[index] += value;
            count[index]++;
        }

        double[] means() {
            double[] means = new double[sum.length];
            Arrays.setAll(means, i -> count[i] == 0 ? Double.NaN : sum[i] / count[i]);
            return means;
        }
    }
}
