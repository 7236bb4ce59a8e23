package org.boucle.features.itfootprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How an element's figures came about.
 *
 * @param name as answers number it, for instance {@code CPU-1}; empty for the whole
 * @param durationHours the hours counted; empty where the element has no life of its own
 * @param attributes what the element was taken to be
 * @param usage how it was taken to be used
 * @param impacts its own impacts; for parts of a cloud instance, the instance's share
 * @param parts the elements it is made of
 */
public record Explanation(
        String name,
        OptionalDouble durationHours,
        List<AttributeView> attributes,
        List<AttributeView> usage,
        Map<Criterion, StageImpacts> impacts,
        List<Explanation> parts) {
    public Explanation {
        attributes = List.copyOf(attributes);
        usage = List.copyOf(usage);
        impacts = Collections.unmodifiableMap(new LinkedHashMap<>(impacts));
        parts = List.copyOf(parts);
    }
}
