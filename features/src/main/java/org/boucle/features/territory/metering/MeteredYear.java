package org.boucle.features.territory.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Profile;

/**
 * A usual year of a flow from at most a year of hourly readings: each month's mean rate over its known hours, times the
 * hours of the month; a month without reading counts at the mean rate of all known hours.
 *
 * @param amount expected with the 95 % interval of the days drawn from a year (finite population): a whole year known has
 *     no width
 * @param profile shares of the months
 * @param hours shares of the 24 hours of the day, local time
 * @param days with at least {@value #HOURS_OF_A_DAY} known hours
 */
public record MeteredYear(
        Amount amount, Profile profile, List<Double> hours, int days, LocalDate first, LocalDate last) {
    /** Below so many days a meter says too little of a year. */
    public static final int FEWEST_DAYS = 7;

    static final int HOURS_OF_A_DAY = 20;
    private static final double DAYS = 365.25;
    private static final double[] MONTH_DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    public MeteredYear {
        hours = List.copyOf(hours);
    }

    /** The sums of a kind of hours. */
    private static final class Bin {
        private double sum;
        private int count;

        void add(double amount) {
            sum += amount;
            count++;
        }

        double rate(double otherwise) {
            return count == 0 ? otherwise : sum / count;
        }
    }

    /**
     * From hourly amounts, or empty where fewer than {@value #FEWEST_DAYS} days are known or nothing flowed.
     *
     * @param from start of the first hour
     * @param amounts of each hour, in the flow's base unit; negative ones (a meter that ran back) count as nothing
     * @param known whether the hour has readings
     */
    public static Optional<MeteredYear> of(Instant from, double[] amounts, boolean[] known, ZoneId zone) {
        Bin all = new Bin();
        Bin[] months = bins(Profile.MONTHS);
        Bin[] hours = bins(24);
        Map<LocalDate, Bin> days = new TreeMap<>();
        for (int i = 0; i < amounts.length; i++) {
            if (known[i] && Double.isFinite(amounts[i])) {
                ZonedDateTime time = from.plusSeconds(3600L * i).atZone(zone);
                double amount = Math.max(0, amounts[i]);
                all.add(amount);
                months[time.getMonthValue() - 1].add(amount);
                hours[time.getHour()].add(amount);
                days.computeIfAbsent(time.toLocalDate(), day -> new Bin()).add(amount);
            }
        }
        days.values().removeIf(bin -> bin.count < HOURS_OF_A_DAY);
        if (days.size() < FEWEST_DAYS || !(all.sum > 0)) {
            return Optional.empty();
        }
        double mean = all.rate(0);
        double[] perMonth = new double[Profile.MONTHS];
        for (int m = 0; m < perMonth.length; m++) {
            perMonth[m] = months[m].rate(mean) * 24 * MONTH_DAYS[m];
        }
        double year = Arrays.stream(perMonth).sum();
        double half = Math.min(year, halfRange(List.copyOf(days.values())));
        List<LocalDate> dates = List.copyOf(days.keySet());
        return Optional.of(new MeteredYear(
                new Amount(year, year - half, year + half),
                Profile.of(perMonth),
                shares(hours),
                days.size(),
                dates.getFirst(),
                dates.getLast()));
    }

    private static Bin[] bins(int count) {
        Bin[] bins = new Bin[count];
        Arrays.setAll(bins, i -> new Bin());
        return bins;
    }

    private static List<Double> shares(Bin[] hours) {
        double sum = Arrays.stream(hours).mapToDouble(bin -> bin.rate(0)).sum();
        List<Double> shares = new ArrayList<>();
        for (Bin bin : hours) {
            shares.add(bin.rate(0) / sum);
        }
        return shares;
    }

    /** {@code 1.96 · s/√n · 365 · √(1 − n/365)} of the daily amounts. */
    private static double halfRange(List<Bin> days) {
        double mean =
                days.stream().mapToDouble(bin -> 24 * bin.rate(0)).average().orElse(0);
        double squares = days.stream()
                .mapToDouble(bin -> Math.pow(24 * bin.rate(0) - mean, 2))
                .sum();
        double deviation = Math.sqrt(squares / Math.max(1, days.size() - 1));
        double left = Math.max(0, 1 - days.size() / 364.0);
        return 1.96 * deviation / Math.sqrt(days.size()) * DAYS * Math.sqrt(left);
    }
}
