package org.boucle.core.units;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a unit measures: exponents of base dimensions. Besides the SI bases there are money by currency, items, data,
 * and marks that keep apart what shares an SI dimension but must never be added: primary and final energy, kilograms
 * of CO2 equivalent and kilograms of matter.
 *
 * @param exponents base dimension to exponent, zero exponents left out
 */
public record Dimension(Map<String, Integer> exponents) {
    public static final Dimension ONE = new Dimension(Map.of());
    public static final Dimension MASS = base("mass");
    public static final Dimension LENGTH = base("length");
    public static final Dimension TIME = base("time");
    public static final Dimension TEMPERATURE = base("temperature");
    public static final Dimension ITEM = base("item");
    public static final Dimension DATA = base("data");
    public static final Dimension CURRENT = base("current");
    public static final Dimension PERSON = base("person");
    public static final Dimension AREA = LENGTH.times(LENGTH);
    public static final Dimension VOLUME = AREA.times(LENGTH);
    public static final Dimension ENERGY = MASS.times(AREA).dividedBy(TIME.times(TIME));
    public static final Dimension POWER = ENERGY.dividedBy(TIME);
    public static final Dimension TRANSPORT = MASS.times(LENGTH);
    public static final Dimension PRIMARY_ENERGY = ENERGY.marked("primary");
    public static final Dimension GHG = MASS.marked("CO2e");

    public Dimension {
        TreeMap<String, Integer> kept = new TreeMap<>(exponents);
        kept.values().removeIf(exponent -> exponent == 0);
        exponents = Collections.unmodifiableMap(kept);
    }

    /** A base dimension of its own, for instance a currency. */
    public static Dimension base(String name) {
        return new Dimension(Map.of(name, 1));
    }

    /** This dimension kept apart from its like by a mark, such as {@code "Sb"} for antimony equivalents. */
    public Dimension marked(String mark) {
        return times(base("~" + mark));
    }

    public Dimension times(Dimension other) {
        return combine(other, 1);
    }

    public Dimension dividedBy(Dimension other) {
        return combine(other, -1);
    }

    private Dimension combine(Dimension other, int sign) {
        TreeMap<String, Integer> sum = new TreeMap<>(exponents);
        other.exponents.forEach((name, exponent) -> sum.merge(name, sign * exponent, Integer::sum));
        return new Dimension(sum);
    }
}
