package org.boucle.features.territory.inventory;

/**
 * A yearly amount in the base unit of the flow's kind.
 *
 * @param perYear expected, positive
 * @param min lowest year, not above {@code perYear}
 * @param max highest year, not below {@code perYear}
 */
public record Amount(double perYear, double min, double max) {
    public Amount {
        if (!(perYear > 0) || !(min >= 0 && min <= perYear && perYear <= max) || Double.isInfinite(max)) {
            throw new IllegalArgumentException(
                    "Amount " + perYear + " with range " + min + " to " + max + " is negative or reversed");
        }
    }

    public static Amount of(double perYear) {
        return new Amount(perYear, perYear, perYear);
    }
}
