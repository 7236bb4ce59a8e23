package org.boucle.features.energytwin.production;

import java.time.Instant;
import java.util.Objects;

/**
 * A quantity of one product made on one line between two times.
 *
 * @param id name of the batch
 * @param product what was made
 * @param family family to which the product belongs
 * @param from beginning
 * @param to end, later than the beginning
 * @param quantity good quantity, in {@code unit}
 * @param unit unit of the quantity (kg, pieces…)
 */
public record Batch(String id, String product, String family, Instant from, Instant to, double quantity, String unit) {
    public Batch {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(unit, "unit");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("batch " + id + " ends " + to + " before it begins " + from);
        }
        if (!(quantity >= 0)) {
            throw new IllegalArgumentException("batch " + id + " has the quantity " + quantity);
        }
    }
}
