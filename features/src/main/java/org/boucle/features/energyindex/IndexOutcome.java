package org.boucle.features.energyindex;

import java.util.OptionalDouble;

/** An index, or why there is none. */
public sealed interface IndexOutcome {

    /**
     * An index that is defined.
     *
     * @param real numerator: what was really consumed (or emitted)
     * @param theoretical denominator: what the same quantities would have taken in the reference year, above zero
     */
    record Defined(double real, double theoretical) implements IndexOutcome {
        public Defined {
            Checks.nonNegative(real, "numerator of an index");
            Checks.positive(theoretical, "denominator of an index");
        }

        /** {@code 100 real / theoretical}, in %. */
        public double value() {
            return 100 * real / theoretical;
        }
    }

    /**
     * An index that cannot be computed; the rest of the grid stands.
     *
     * @param subject the post or vector concerned, may be empty
     */
    record Undefined(Reason reason, String subject) implements IndexOutcome {}

    /** Why an index is absent. */
    enum Reason {
        /** No post produced anything: the note leaves the cell blank. */
        NOTHING_PRODUCED,
        /** The site has no entry for the year. */
        NO_ENTRY,
        /** A post operated but its quantity was not recorded. */
        QUANTITY_MISSING,
        /** Neither the site's energy nor sub-meters of all posts were recorded. */
        ENERGY_MISSING,
        /** The committee has not yet settled an entrant's reference specific consumption. */
        REFERENCE_PENDING,
        /** The scheme has no conversion for this vector, unit and year. */
        CONVERSION_MISSING,
        /** A post has no reference emission. */
        EMISSION_MISSING
    }

    static IndexOutcome of(double real, double theoretical) {
        return theoretical > 0 ? new Defined(real, theoretical) : undefined(Reason.NOTHING_PRODUCED, "");
    }

    static IndexOutcome undefined(Reason reason, String subject) {
        return new Undefined(reason, subject);
    }

    /** The index in %, if there is one. */
    default OptionalDouble percent() {
        return switch (this) {
            case Defined d -> OptionalDouble.of(d.value());
            case Undefined _ -> OptionalDouble.empty();
        };
    }

    /** {@code AEE = 100 - IEE}, the improvement in points, if there is an index. */
    default OptionalDouble improvement() {
        return switch (this) {
            case Defined d -> OptionalDouble.of(100 - d.value());
            case Undefined _ -> OptionalDouble.empty();
        };
    }

    /** {@code theoretical - real}: what was saved against the reference year, if there is an index. */
    default OptionalDouble saving() {
        return switch (this) {
            case Defined d -> OptionalDouble.of(d.theoretical() - d.real());
            case Undefined _ -> OptionalDouble.empty();
        };
    }
}
