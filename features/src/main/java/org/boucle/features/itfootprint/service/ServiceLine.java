package org.boucle.features.itfootprint.service;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;

/**
 * One line of a service's footprint over a year.
 *
 * @param name of the hosting, network or terminal
 * @param cloud whether it is rented in a cloud, which decides its scope
 * @param impacts in each criterion's unit per year
 * @param amount the physical amount behind the line, such as equipment-hours or gigabytes a year
 * @param amountUnit {@code h} or {@code GB}
 */
public record ServiceLine(
        Tier tier,
        String name,
        boolean cloud,
        LifeStage stage,
        Map<Criterion, Estimate> impacts,
        double amount,
        String amountUnit,
        List<String> sources) {
    public ServiceLine {
        Map<Criterion, Estimate> copy = new EnumMap<>(Criterion.class);
        copy.putAll(impacts);
        impacts = Collections.unmodifiableMap(copy);
        sources = List.copyOf(sources);
    }

    public Optional<Estimate> find(Criterion criterion) {
        return Optional.ofNullable(impacts.get(criterion));
    }
}
