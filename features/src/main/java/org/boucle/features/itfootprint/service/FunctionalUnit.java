package org.boucle.features.itfootprint.service;

/**
 * What the business counts.
 *
 * @param name such as {@code booking}
 * @param perYear how many in a year
 */
public record FunctionalUnit(String name, double perYear) {
    public FunctionalUnit {
        if (name.isBlank() || !(perYear > 0) || !Double.isFinite(perYear)) {
            throw new IllegalArgumentException(
                    "A functional unit needs a name and a positive count, was '" + name + "', " + perYear);
        }
    }
}
