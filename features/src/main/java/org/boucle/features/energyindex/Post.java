package org.boucle.features.energyindex;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A consuming post (poste consommateur): one row of the note's table 5.
 *
 * @param id short name, unique in its site
 * @param group the product of a production step, or the group of a building
 * @param label the step or the building
 * @param unit the unit of its quantity: t, m2, piece, m2·DD ...
 * @param reference e0, absent as long as the steering committee has not settled an entrant's
 * @param firstYear first year of operation counted in the index, after the ramp-up
 * @param lastYear last year of operation, for a leaver
 */
public record Post(
        String id,
        PostKind kind,
        String group,
        String label,
        String unit,
        Optional<ReferenceConsumption> reference,
        int firstYear,
        OptionalInt lastYear) {

    public Post {
        Checks.named(id, "id of a post");
        Checks.named(group, "product or group of post " + id);
        Checks.named(unit, "unit of post " + id);
        label = label.isBlank() ? group : label;
        if (lastYear.isPresent() && lastYear.getAsInt() < firstYear) {
            throw new IllegalArgumentException("Post " + id + " stops in " + lastYear.getAsInt()
                    + ", before it starts in " + firstYear + ". Maybe the years are swapped?");
        }
    }

    /** A production post known from the reference year on. */
    public static Post production(String id, String unit, double perUnit, int year) {
        return new Post(
                id,
                PostKind.PRODUCTION,
                id,
                "",
                unit,
                Optional.of(ReferenceConsumption.of(perUnit, year)),
                year,
                OptionalInt.empty());
    }

    public boolean operatesIn(int year) {
        return year >= firstYear && (lastYear.isEmpty() || year <= lastYear.getAsInt());
    }

    public Post withReference(ReferenceConsumption settled) {
        return new Post(id, kind, group, label, unit, Optional.of(settled), firstYear, lastYear);
    }

    public Post withLastYear(int year) {
        return new Post(id, kind, group, label, unit, reference, firstYear, OptionalInt.of(year));
    }

    public Post withUnit(String newUnit) {
        return new Post(id, kind, group, label, newUnit, reference, firstYear, lastYear);
    }
}
