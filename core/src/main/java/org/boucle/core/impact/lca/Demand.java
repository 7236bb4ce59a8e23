package org.boucle.core.impact.lca;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Amounts of products asked for, each in its product's unit.
 *
 * @param amounts the amount for each product number; negative amounts are credits
 */
public record Demand(Map<Integer, Double> amounts) {
    public Demand {
        SortedMap<Integer, Double> sorted = new TreeMap<>(amounts);
        sorted.forEach((product, amount) -> {
            if (product < 0 || !Double.isFinite(amount)) {
                throw new IllegalArgumentException("A demand of " + amount + " of product " + product + " is not one.");
            }
        });
        amounts = Collections.unmodifiableSortedMap(sorted);
    }

    /** A demand of one product. */
    public static Demand of(int product, double amount) {
        return new Demand(Map.of(product, amount));
    }

    /** This demand and another one together. */
    public Demand plus(Demand other) {
        Map<Integer, Double> sum = new TreeMap<>(amounts);
        other.amounts.forEach((product, amount) -> sum.merge(product, amount, Double::sum));
        return new Demand(sum);
    }

    /** This demand multiplied. */
    public Demand times(double factor) {
        Map<Integer, Double> scaled = new TreeMap<>();
        amounts.forEach((product, amount) -> scaled.put(product, amount * factor));
        return new Demand(scaled);
    }

    /** What this demand asks beyond another: its difference, for a comparison on shared data. */
    public Demand minus(Demand other) {
        return plus(other.times(-1));
    }

    /** The demand as a vector over all products. */
    public double[] toVector(int products) {
        double[] f = new double[products];
        amounts.forEach((product, amount) -> {
            if (product >= products) {
                throw new IllegalArgumentException(
                        "Product " + product + " is not among the " + products + " products.");
            }
            f[product] = amount;
        });
        return f;
    }
}
