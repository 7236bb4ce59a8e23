package org.boucle.features.territory.matching;

import java.util.EnumMap;
import java.util.Map;

/** Exponents of the factors; not negative, sum 1. */
public final class Weights {
    /** Our defaults: the code decides most, then what the receiver's process tolerates. */
    public static final Weights DEFAULT = of(0.25, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05);

    private final double[] values;

    private Weights(double[] values) {
        this.values = values;
    }

    /** In the order of {@link FactorName}. */
    public static Weights of(double... values) {
        double sum = 0;
        for (double value : values) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("A weight of " + value + " is negative");
            }
            sum += value;
        }
        if (values.length != FactorName.values().length || Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("Seven weights of sum 1 are needed, got a sum of " + sum);
        }
        return new Weights(values.clone());
    }

    public double of(FactorName name) {
        return values[name.ordinal()];
    }

    /** The score of factors in the order of {@link FactorName}: product of their weighted powers. */
    public double score(double[] factors) {
        double log = 0;
        for (int i = 0; i < values.length; i++) {
            log += values[i] * Math.log(factors[i]);
        }
        return Math.exp(log);
    }

    public Map<FactorName, Double> asMap() {
        Map<FactorName, Double> map = new EnumMap<>(FactorName.class);
        for (FactorName name : FactorName.values()) {
            map.put(name, of(name));
        }
        return map;
    }
}
