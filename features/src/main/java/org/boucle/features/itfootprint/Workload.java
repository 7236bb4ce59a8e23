package org.boucle.features.itfootprint;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How busy a processor is: one load all the time, or loads with the share of time of each.
 *
 * @param shares time and load in per cent; a single load has one share of 100 %
 * @param constant whether it was given as a single load
 */
public record Workload(List<Share> shares, boolean constant) {
    /** A share of the time, in per cent, at a load, in per cent. */
    public record Share(double timePercent, double loadPercent) {}

    public Workload {
        shares = List.copyOf(shares);
    }

    public static Workload of(double loadPercent) {
        return new Workload(List.of(new Share(100, loadPercent)), true);
    }

    public static Workload of(List<Share> shares) {
        return new Workload(shares, false);
    }

    /** The mean of a function of the load over the time shares; they are not normalised to 100 %. */
    public double mean(DoubleUnaryOperator ofLoad) {
        if (constant) {
            return ofLoad.applyAsDouble(shares.getFirst().loadPercent());
        }
        double sum = 0;
        for (Share share : shares) {
            sum += share.timePercent() / 100 * ofLoad.applyAsDouble(share.loadPercent());
        }
        return sum;
    }
}
