package org.boucle.features.itfootprint;

import java.util.Optional;

/**
 * An attribute as it was used: where its value comes from, and its bounds.
 *
 * @param name as in the answers
 * @param value {@link Double}, {@link String}, {@link Workload} or {@link PowerCurve}; empty where nothing is known
 * @param unit empty where there is none
 * @param source what completed it, empty for the user's own and for archetypes
 * @param min empty where the value is the user's or no bound was needed
 * @param warning empty where all is well
 */
public record AttributeView(
        String name,
        Optional<Object> value,
        Status status,
        String unit,
        String source,
        Optional<Object> min,
        Optional<Object> max,
        String warning) {}
