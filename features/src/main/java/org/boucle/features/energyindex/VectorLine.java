package org.boucle.features.energyindex;

import java.util.OptionalDouble;

/**
 * One vector of the numerator with the conversion that was used.
 *
 * @param primary primary energy, in the agreement's energy unit
 * @param co2 emission in kg, absent where the scheme gives no rule
 */
public record VectorLine(VectorUse use, Conversion conversion, double primary, OptionalDouble co2) {

    static VectorLine of(VectorUse use, Conversion conversion, EnergyUnit unit) {
        double perUnit = conversion.primaryGigajoules() / unit.gigajoules();
        OptionalDouble co2 = conversion.co2().isPresent()
                ? OptionalDouble.of(use.quantity() * conversion.co2().getAsDouble())
                : OptionalDouble.empty();
        return new VectorLine(use, conversion, use.quantity() * perUnit, co2);
    }
}
