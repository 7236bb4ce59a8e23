package org.boucle.features.territory.sharing;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongToDoubleFunction;

/**
 * The Shapley value of a surplus (Shapley 1953): what each party brings on average over all orders of joining.
 * Coalitions are bit masks; the value of nobody is 0.
 *
 * @param shares of each party, same unit as the value
 * @param errors standard error of each share, 0 where exact
 * @param isExact whether all coalitions were looked at
 */
public record Shapley(double[] shares, double[] errors, boolean isExact) {
    /** Up to so many parties all coalitions are looked at: a million of them. */
    public static final int MOST_EXACT = 20;

    public Shapley {
        shares = shares.clone();
        errors = errors.clone();
    }

    /** Exact up to {@link #MOST_EXACT} parties, by {@code samples} random orders above. */
    public static Shapley of(int parties, LongToDoubleFunction value, int samples, long seed) {
        if (parties < 1 || parties > 62) {
            throw new IllegalArgumentException("Shapley value of " + parties + " parties: 1 to 62 are possible");
        }
        return parties <= MOST_EXACT ? exact(parties, value) : sampled(parties, value, samples, seed);
    }

    public static Shapley exact(int parties, LongToDoubleFunction value) {
        int coalitions = 1 << parties;
        double[] worth = new double[coalitions];
        for (int mask = 1; mask < coalitions; mask++) {
            worth[mask] = value.applyAsDouble(mask);
        }
        return exact(parties, worth);
    }

    /** From the values of all coalitions, by mask. */
    public static Shapley exact(int parties, double[] worth) {
        double[] weight = weights(parties);
        double[] shares = new double[parties];
        for (int mask = 0; mask < worth.length; mask++) {
            int size = Integer.bitCount(mask);
            for (int i = 0; i < parties; i++) {
                if ((mask & 1 << i) == 0) {
                    shares[i] += weight[size] * (worth[mask | 1 << i] - worth[mask]);
                }
            }
        }
        return new Shapley(shares, new double[parties], true);
    }

    private static double[] weights(int parties) {
        double[] weight = new double[parties];
        weight[0] = 1.0 / parties;
        for (int size = 1; size < parties; size++) {
            weight[size] = weight[size - 1] * size / (parties - size);
        }
        return weight;
    }

    /** By random orders, each taken forward and backward, which lessens the error (Lomelí and others 2019). */
    public static Shapley sampled(int parties, LongToDoubleFunction value, int samples, long seed) {
        if (samples < 2) {
            throw new IllegalArgumentException("Sampling needs two orders or more, not " + samples);
        }
        Random random = new Random(seed);
        double[] sum = new double[parties];
        double[] squares = new double[parties];
        int[] order = new int[parties];
        Arrays.setAll(order, i -> i);
        double[] pair = new double[parties];
        int pairs = (samples + 1) / 2;
        for (int sample = 0; sample < pairs; sample++) {
            shuffle(order, random);
            Arrays.fill(pair, 0);
            join(order, value, pair);
            reverse(order);
            join(order, value, pair);
            for (int i = 0; i < parties; i++) {
                double mean = pair[i] / 2;
                sum[i] += mean;
                squares[i] += mean * mean;
            }
        }
        double[] shares = new double[parties];
        double[] errors = new double[parties];
        for (int i = 0; i < parties; i++) {
            shares[i] = sum[i] / pairs;
            double variance = Math.max(0, squares[i] / pairs - shares[i] * shares[i]);
            errors[i] = Math.sqrt(variance / Math.max(1, pairs - 1));
        }
        return new Shapley(shares, errors, false);
    }

    private static void join(int[] order, LongToDoubleFunction value, double[] gains) {
        long mask = 0;
        double before = 0;
        for (int party : order) {
            mask |= 1L << party;
            double after = value.applyAsDouble(mask);
            gains[party] += after - before;
            before = after;
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private static void reverse(int[] order) {
        for (int i = 0; i < order.length / 2; i++) {
            int kept = order[i];
            order[i] = order[order.length - 1 - i];
            order[order.length - 1 - i] = kept;
        }
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    @Override
    public double[] errors() {
        return errors.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shapley s
                && isExact == s.isExact
                && Arrays.equals(shares, s.shares)
                && Arrays.equals(errors, s.errors);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }
}
