package org.boucle.core.impact.company;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.boucle.core.factors.Geography;

/**
 * The description of an organisation's year, from which its footprint follows.
 *
 * @param place where its activities take place unless they say so themselves
 * @param year to which they belong; factors are asked for this year
 * @param consolidation the organisational boundary
 * @param boundary what is inside and what is left out, in words
 * @param contracts for electricity; together they cover at most all of it
 */
public record CompanyAccount(
        String organisation,
        Geography place,
        int year,
        Consolidation consolidation,
        String boundary,
        List<CompanyActivity> activities,
        List<Contract> contracts) {
    public CompanyAccount {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(consolidation, "consolidation");
        Objects.requireNonNull(boundary, "boundary");
        activities = List.copyOf(activities);
        contracts = List.copyOf(contracts);
        if (organisation.isBlank() || year < 1900 || year > 2200) {
            throw new IllegalArgumentException(
                    "An account needs an organisation and a year, got '" + organisation + "', " + year);
        }
        Set<String> names = new HashSet<>();
        for (CompanyActivity activity : activities) {
            if (!names.add(activity.name())) {
                throw new IllegalArgumentException("Two activities are called '" + activity.name() + "'");
            }
        }
        if (covered(contracts) > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "The contracts cover " + covered(contracts) + " of the electricity, more than all of it");
        }
    }

    /** Part of the electricity that contracts other than the residual mix cover, 0 to 1. */
    public static double covered(List<Contract> contracts) {
        return contracts.stream()
                .filter(c -> c.instrument() != Contract.Instrument.RESIDUAL_MIX)
                .mapToDouble(Contract::share)
                .sum();
    }

    public CompanyAccount withActivities(List<CompanyActivity> other) {
        return new CompanyAccount(organisation, place, year, consolidation, boundary, other, contracts);
    }

    public CompanyAccount withConsolidation(Consolidation other) {
        return new CompanyAccount(organisation, place, year, other, boundary, activities, contracts);
    }
}
