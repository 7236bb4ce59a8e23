package org.boucle.features.itfootprint;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How equipment is used, as far as the user says.
 *
 * @param given power, workload, place, share of time in use, life
 * @param electricity own electricity factors, per kWh in the criterion's unit
 */
public record UsageSpec(Given given, Map<Criterion, Double> electricity) {
    public static final UsageSpec NOTHING = new UsageSpec(Given.NOTHING, Map.of());

    public UsageSpec {
        EnumMap<Criterion, Double> copy = new EnumMap<>(Criterion.class);
        copy.putAll(electricity);
        electricity = Collections.unmodifiableMap(copy);
    }

    public UsageSpec with(Field field, double value) {
        return new UsageSpec(given.with(field, value), electricity);
    }

    public UsageSpec with(Field field, String value) {
        return new UsageSpec(given.with(field, value), electricity);
    }

    public UsageSpec with(Field field, Workload value) {
        return new UsageSpec(given.with(field, value), electricity);
    }

    public UsageSpec with(Criterion criterion, double perKilowattHour) {
        EnumMap<Criterion, Double> all = new EnumMap<>(Criterion.class);
        all.putAll(electricity);
        all.put(criterion, perKilowattHour);
        return new UsageSpec(given, all);
    }
}
