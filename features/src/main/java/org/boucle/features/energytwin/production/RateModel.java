package org.boucle.features.energytwin.production;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Power of a line against its rate, learnt from its own readings: {@code kW = fixed + perUnit · rate}. The fixed part
 * is what makes a slow line expensive; a fast one may be limited by the contract or by quality.
 *
 * @param fixed power at rate zero while the line is on, in kW
 * @param perUnit energy that each unit adds, in kWh per unit
 * @param sigma standard deviation of the readings around the line, in kW
 * @param meanRate mean rate of the readings, in units per hour
 * @param rateSquares sum of squared deviations of the rates
 * @param count number of readings
 * @param slowest slowest rate seen: below it the model is silent
 * @param fastest fastest rate seen: above it the model is silent
 */
public record RateModel(
        double fixed,
        double perUnit,
        double sigma,
        double meanRate,
        double rateSquares,
        int count,
        double slowest,
        double fastest) {

    /** One way of making a quantity: rate, hours, energy with its interval, and the waiting that remains. */
    public record Option(
            double rate, double hours, double energy, double low, double high, double specific, boolean efficient) {}

    /** Fits the line to readings of rate (units per hour) and power (kW) taken while the line made something. */
    public static RateModel fit(double[] rate, double[] power) {
        int n = rate.length;
        if (n < 3 || n != power.length) {
            throw new IllegalArgumentException(n + " rates for " + power.length + " powers; three are needed");
        }
        double meanRate = mean(rate);
        double meanPower = mean(power);
        double xx = 0;
        double xy = 0;
        double slowest = Double.POSITIVE_INFINITY;
        double fastest = 0;
        for (int i = 0; i < n; i++) {
            xx += (rate[i] - meanRate) * (rate[i] - meanRate);
            xy += (rate[i] - meanRate) * (power[i] - meanPower);
            slowest = Math.min(slowest, rate[i]);
            fastest = Math.max(fastest, rate[i]);
        }
        if (xx <= 0) {
            throw new IllegalArgumentException("the line always ran at " + meanRate
                    + " units an hour. Maybe run it a day at another rate before asking?");
        }
        double slope = xy / xx;
        double fixed = meanPower - slope * meanRate;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double error = power[i] - fixed - slope * rate[i];
            squares += error * error;
        }
        return new RateModel(fixed, slope, Math.sqrt(squares / (n - 2)), meanRate, xx, n, slowest, fastest);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Half width in kW of the confidence interval of the mean power at a rate. */
    public double halfWidth(double rate, double confidence) {
        double t = new TDistribution(count - 2).inverseCumulativeProbability(0.5 + confidence / 2);
        double away = rate - meanRate;
        return t * sigma * Math.sqrt(1.0 / count + away * away / rateSquares);
    }

    /**
     * The ways of making {@code quantity} within {@code available} hours, from the slowest to the fastest rate seen.
     * After the work the line waits with {@code waiting} kW for the rest of the time (0 where it is switched off). An
     * option is efficient where none other is both faster and thriftier.
     */
    public List<Option> options(double quantity, double available, double waiting, int steps) {
        List<Option> all = new ArrayList<>();
        double start = Math.max(slowest, quantity / available);
        for (int k = 0; k <= steps && start <= fastest; k++) {
            double rate = start + (fastest - start) * k / steps;
            double hours = quantity / rate;
            double energy = (fixed + perUnit * rate) * hours + waiting * (available - hours);
            double half = halfWidth(rate, 0.9) * hours;
            all.add(new Option(rate, hours, energy, energy - half, energy + half, energy / quantity, false));
        }
        return all.stream()
                .map(option -> new Option(
                        option.rate(),
                        option.hours(),
                        option.energy(),
                        option.low(),
                        option.high(),
                        option.specific(),
                        all.stream()
                                .noneMatch(other ->
                                        other.hours() <= option.hours() && other.energy() < option.energy() - 1e-9)))
                .toList();
    }
}
