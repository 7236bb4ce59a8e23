package org.boucle.features.energyindex;

/**
 * One vector of the numerator with the conversion that was used.
 *
 * @param primary primary energy, in the agreement's energy unit
 * @param co2 emission in kg
 */
public record VectorLine(VectorUse use, Conversion conversion, double primary, double co2) {

    static VectorLine of(VectorUse use, Conversion conversion, EnergyUnit unit) {
        double perUnit = conversion.primaryGigajoules() / unit.gigajoules();
        return new VectorLine(use, conversion, use.quantity() * perUnit, use.quantity() * conversion.co2());
    }
}
