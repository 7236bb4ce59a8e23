package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Rule;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;

/**
 * A local activity that is missing: several sites let out what a rule could turn into a resource, and nobody here
 * takes it (the Florange note's "innovation").
 *
 * @param perYear let out beyond what the territory's sites ask for, t
 * @param activities NACE prefixes that usually take it
 */
public record NewActivity(String resource, double perYear, List<String> flows, List<String> activities) {
    public NewActivity {
        flows = List.copyOf(flows);
        activities = List.copyOf(activities);
    }

    /**
     * Resources whose local supply exceeds the local need.
     *
     * @param leastPerYear smallest surplus worth an activity
     */
    public static List<NewActivity> of(Inventory inventory, Catalog catalog, double leastPerYear) {
        Map<String, Double> supply = new LinkedHashMap<>();
        Map<String, Set<String>> donors = new LinkedHashMap<>();
        Map<String, Set<String>> branches = new LinkedHashMap<>();
        for (Flow flow : inventory.flows(Direction.OUT)) {
            for (Rule rule : catalog.rules()) {
                if (rule.donor().equals(flow.wasteCode())) {
                    for (String resource : rule.resources()) {
                        supply.merge(resource, flow.perYear() * rule.ratio(), Double::sum);
                        donors.computeIfAbsent(resource, key -> new LinkedHashSet<>())
                                .add(flow.id());
                        branches.computeIfAbsent(resource, key -> new LinkedHashSet<>())
                                .addAll(rule.activities());
                    }
                }
            }
        }
        for (Flow flow : inventory.flows(Direction.IN)) {
            supply.computeIfPresent(flow.resource(), (key, amount) -> amount - flow.perYear());
        }
        List<NewActivity> found = new ArrayList<>();
        supply.forEach((resource, surplus) -> {
            if (surplus >= leastPerYear && donors.get(resource).size() > 1) {
                found.add(new NewActivity(
                        resource, surplus, List.copyOf(donors.get(resource)), List.copyOf(branches.get(resource))));
            }
        });
        found.sort(Comparator.comparingDouble(NewActivity::perYear).reversed());
        return found;
    }
}
