package org.boucle.features.itfootprint.service;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something rented in a cloud.
 *
 * @param provider as the tables name it, such as {@code aws}
 * @param place country of its electricity, three letters; empty where the region's country applies
 * @param hours how long it ran, where that is known for itself, as a bill does
 */
public record CloudResource(
        String provider,
        String id,
        String region,
        String place,
        Details details,
        SortedMap<String, String> tags,
        OptionalDouble hours) {
    /** What it is. */
    public sealed interface Details {}

    /**
     * A virtual machine.
     *
     * @param load of its processors in %, empty where nobody measured it
     * @param running a stopped one draws nothing, and its place serves others
     */
    public record Instance(String type, OptionalDouble load, boolean running) implements Details {}

    /**
     * A disk by name of its kind at the provider.
     *
     * @param attached instances that use it; none means that nobody does
     */
    public record Volume(String kind, double gigabytes, List<String> attached) implements Details {
        public Volume {
            attached = List.copyOf(attached);
        }
    }

    public CloudResource {
        if (provider.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException(
                    "A cloud resource needs a provider and an id, had '" + provider + "', '" + id + "'");
        }
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
