package org.boucle.features.energyindex;

import java.util.OptionalDouble;

/**
 * The reference specific consumption e0 of a post.
 *
 * @param perUnit primary energy per unit of quantity, in the agreement's energy unit, zero or more
 * @param year the year in which it was established; an entrant's differs from the agreement's (note, footnote 2)
 * @param uncertainty standard uncertainty u(e0), in the same unit as {@code perUnit}
 * @param co2PerUnit reference emission in kg CO2 per unit of quantity, where the CO2 index is followed too
 * @param evidence where the value comes from: audit, comparison, supplier's guarantee, measurement campaign
 */
public record ReferenceConsumption(
        double perUnit, int year, double uncertainty, OptionalDouble co2PerUnit, String evidence) {

    public ReferenceConsumption {
        Checks.nonNegative(perUnit, "reference specific consumption");
        Checks.nonNegative(uncertainty, "uncertainty of the reference specific consumption");
        co2PerUnit.ifPresent(c -> Checks.nonNegative(c, "reference emission"));
        evidence = evidence.strip();
    }

    public static ReferenceConsumption of(double perUnit, int year) {
        return new ReferenceConsumption(perUnit, year, 0, OptionalDouble.empty(), "");
    }

    public ReferenceConsumption withPerUnit(double newPerUnit, int newYear) {
        return new ReferenceConsumption(newPerUnit, newYear, uncertainty, co2PerUnit, evidence);
    }

    public ReferenceConsumption withUncertainty(double newUncertainty) {
        return new ReferenceConsumption(perUnit, year, newUncertainty, co2PerUnit, evidence);
    }

    public ReferenceConsumption withCo2(double kilogramsPerUnit) {
        return new ReferenceConsumption(perUnit, year, uncertainty, OptionalDouble.of(kilogramsPerUnit), evidence);
    }
}
