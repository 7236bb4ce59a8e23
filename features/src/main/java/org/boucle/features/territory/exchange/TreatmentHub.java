package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.features.territory.inventory.Place;

/**
 * A plant that prepares wastes for use.
 *
 * @param accepts waste codes, or resources, that it takes
 * @param gives resource or waste code that it lets out
 * @param capacity per year, base unit
 * @param yield units let out per unit taken in
 * @param limitName property whose mean over all that it takes is limited; empty where none is
 */
public record TreatmentHub(
        String id,
        String name,
        Place place,
        Set<String> accepts,
        String gives,
        double capacity,
        double fixedEur,
        double yield,
        String limitName,
        double limit) {
    public TreatmentHub {
        accepts = Set.copyOf(accepts);
    }

    /** A hub that, over other hubs or by itself, would take what it lets out. */
    public static Optional<TreatmentHub> findCircular(List<TreatmentHub> hubs) {
        Map<String, List<TreatmentHub>> takers = new HashMap<>();
        for (TreatmentHub hub : hubs) {
            hub.accepts()
                    .forEach(what -> takers.computeIfAbsent(what, key -> new ArrayList<>())
                            .add(hub));
        }
        return hubs.stream()
                .filter(hub -> reaches(hub.gives(), hub, takers, new HashSet<>()))
                .findFirst();
    }

    private static boolean reaches(
            String what, TreatmentHub goal, Map<String, List<TreatmentHub>> takers, Set<String> seen) {
        if (!seen.add(what)) {
            return false;
        }
        for (TreatmentHub taker : takers.getOrDefault(what, List.of())) {
            if (taker == goal || reaches(taker.gives(), goal, takers, seen)) {
                return true;
            }
        }
        return false;
    }
}
