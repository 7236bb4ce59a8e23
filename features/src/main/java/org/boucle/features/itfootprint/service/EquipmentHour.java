package org.boucle.features.itfootprint.service;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;

/**
 * What one hour of a piece of equipment costs: for hosting an hour of the calendar, for terminals an hour in use.
 *
 * @param embedded the hour's share of making, carrying and ending it; criteria without a figure are absent
 * @param use the electricity of the hour
 * @param category whose division into stages applies, such as {@code laptop}
 * @param sources where the figures come from
 */
public record EquipmentHour(
        Map<Criterion, Estimate> embedded, Map<Criterion, Estimate> use, String category, List<String> sources) {
    public EquipmentHour {
        embedded = copy(embedded);
        use = copy(use);
        sources = List.copyOf(sources);
    }

    private static Map<Criterion, Estimate> copy(Map<Criterion, Estimate> map) {
        Map<Criterion, Estimate> copy = new EnumMap<>(Criterion.class);
        copy.putAll(map);
        return java.util.Collections.unmodifiableMap(copy);
    }
}
