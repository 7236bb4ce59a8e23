package org.boucle.features.territory.catalog;

import java.util.List;
import java.util.Set;
import org.boucle.features.territory.inventory.Property;

/**
 * One unit of the donor's flow replaces {@code ratio} units of a resource.
 *
 * @param donor six digits of the waste list, or a kind of flow, alone or with a resource ({@code HEAT}, {@code GAS:co2})
 * @param resources keys of the resources that it can replace
 * @param activities NACE prefixes of usual receivers; empty where any
 * @param operation R operation, or our own codes of {@link Operation}
 * @param limits what the receiver's process tolerates where the receiver says nothing itself
 */
public record Rule(
        String donor,
        Set<String> resources,
        List<String> activities,
        double ratio,
        String operation,
        List<Property> limits,
        String source) {
    public Rule {
        resources = Set.copyOf(resources);
        activities = List.copyOf(activities);
        limits = List.copyOf(limits);
        if (!(ratio > 0 && ratio <= 1)) {
            throw new IllegalArgumentException("Rule for " + donor + " replaces " + ratio + " units per unit");
        }
    }

    public boolean isForWasteCode() {
        return Character.isDigit(donor.charAt(0));
    }

    /** Whether the activity is one of the usual receivers. */
    public boolean isUsualFor(String activity) {
        return activities.isEmpty() || activities.stream().anyMatch(activity::startsWith);
    }
}
