package org.boucle.core.twin;

import java.util.Objects;

/**
 * That a series measures something of a thing.
 *
 * @param series name of the series within its site
 * @param quantity what it measures
 * @param thing id of the thing
 * @param label how people call the series
 */
public record Measure(String series, Quantity quantity, String thing, String label) {
    public Measure {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(thing, "thing");
        if (series.isBlank()) {
            throw new IllegalArgumentException(
                    "A measure of " + thing + " names no series. Maybe it isn't registered.");
        }
    }

    /** What a series measures, as far as sums depend on it. */
    public enum Quantity {
        /** Electricity, which adds up along containment. */
        ELECTRICITY,
        /** Good quantity made. */
        PRODUCTION,
        /** Greenhouse gases of the grid per kWh. */
        GRID_INTENSITY,
        /** Anything else: shown, not summed. */
        OTHER
    }
}
