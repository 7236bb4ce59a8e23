package org.boucle.features.energyindex;

/**
 * What a site really took of one energy vector in a year.
 *
 * @param vector key of the vector in the conversion table, e.g. {@code electricity}, {@code natural-gas}
 * @param quantity amount bought or consumed, zero or more
 * @param unit unit of the amount, one of those that the conversion table lists for the vector
 */
public record VectorUse(String vector, double quantity, String unit) {

    /** The vector of energy that is already stated as primary energy. */
    public static final String PRIMARY = "primary";

    public VectorUse {
        Checks.named(vector, "energy vector");
        Checks.named(unit, "unit of energy vector " + vector);
        Checks.nonNegative(quantity, "quantity of energy vector " + vector);
    }

    public static VectorUse primary(double quantity, EnergyUnit unit) {
        return new VectorUse(PRIMARY, quantity, unit.symbol());
    }
}
