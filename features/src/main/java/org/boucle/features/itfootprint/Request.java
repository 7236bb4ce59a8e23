package org.boucle.features.itfootprint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an assessment should answer.
 *
 * @param criteria which impacts, each once, in the order of the answer
 * @param durationHours how long, in hours; empty for the whole life
 * @param rules which defects of the peer are kept
 * @param explains whether the answer tells how it came about
 */
public record Request(List<Criterion> criteria, OptionalDouble durationHours, Rules rules, boolean explains) {
    public Request {
        criteria = List.copyOf(new LinkedHashSet<>(criteria));
        if (durationHours.isPresent() && !(durationHours.getAsDouble() >= 0 && durationHours.getAsDouble() < 1e9)) {
            throw new IllegalArgumentException(
                    "A duration of " + durationHours.getAsDouble() + " h. Maybe its sign or its unit is wrong.");
        }
    }

    /** The usual three criteria over the whole life, by our rules. */
    public static Request usual() {
        return new Request(Criterion.USUAL, OptionalDouble.empty(), Rules.OURS, false);
    }

    public Request over(double hours) {
        return new Request(criteria, OptionalDouble.of(hours), rules, explains);
    }

    public Request on(List<Criterion> criteria) {
        return new Request(criteria, durationHours, rules, explains);
    }

    public Request by(Rules rules) {
        return new Request(criteria, durationHours, rules, explains);
    }

    public Request explained() {
        return new Request(criteria, durationHours, rules, true);
    }
}
