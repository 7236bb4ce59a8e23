package org.boucle.features.energyindex;

import java.util.OptionalDouble;

/**
 * One row of the table of primary-energy conversions.
 *
 * @param scheme the rules it belongs to, e.g. {@code wallonia-adb-2}
 * @param vector energy vector
 * @param unit unit of the amount to convert
 * @param gigajoules final energy (net calorific value) per unit, in GJ
 * @param primaryFactor primary energy per final energy, f_p
 * @param co2 emission in kg CO2 per unit, by the scheme's own rule; absent where it gives none
 * @param validFrom first year
 * @param validTo last year
 * @param source where the figures come from
 */
public record Conversion(
        String scheme,
        String vector,
        String unit,
        double gigajoules,
        double primaryFactor,
        OptionalDouble co2,
        int validFrom,
        int validTo,
        String source) {

    public Conversion {
        Checks.named(scheme, "scheme of a conversion");
        Checks.named(vector, "vector of a conversion");
        Checks.named(unit, "unit of the conversion of " + vector);
        Checks.positive(gigajoules, "energy content of " + vector);
        Checks.nonNegative(primaryFactor, "primary factor of " + vector);
        co2.ifPresent(c -> Checks.nonNegative(c, "emission of " + vector));
        Checks.named(source, "source of the conversion of " + vector);
    }

    public boolean holdsIn(int year) {
        return year >= validFrom && year <= validTo;
    }

    /** GJp per unit of the vector. */
    public double primaryGigajoules() {
        return gigajoules * primaryFactor;
    }
}
