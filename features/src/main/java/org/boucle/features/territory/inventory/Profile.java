package org.boucle.features.territory.inventory;

import java.util.Arrays;

/** How a yearly amount spreads over the twelve months; shares are not negative and sum to 1. */
public final class Profile {
    public static final int MONTHS = 12;
    /** The same amount every month. */
    public static final Profile EVEN = new Profile(filled());

    private final double[] shares;

    private Profile(double[] shares) {
        this.shares = shares;
    }

    private static double[] filled() {
        double[] even = new double[MONTHS];
        Arrays.fill(even, 1.0 / MONTHS);
        return even;
    }

    /** From twelve weights of any scale, not negative and not all zero. */
    public static Profile of(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("A month weighs " + weight + " in " + Arrays.toString(weights));
            }
            sum += weight;
        }
        if (weights.length != MONTHS || !(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException(
                    "A profile needs 12 weights, not all zero; got " + Arrays.toString(weights));
        }
        double[] shares = new double[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            shares[month] = weights[month] / sum;
        }
        return new Profile(shares);
    }

    public double share(int month) {
        return shares[month];
    }

    /** Common part of two profiles, 1 where they are the same and 0 where they never meet. */
    public double overlap(Profile other) {
        if (this == other) {
            return 1;
        }
        double common = 0;
        for (int month = 0; month < MONTHS; month++) {
            common += Math.min(shares[month], other.shares[month]);
        }
        return Math.min(1, common);
    }

    public double[] shares() {
        return shares.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile profile && Arrays.equals(shares, profile.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return Arrays.toString(shares);
    }
}
