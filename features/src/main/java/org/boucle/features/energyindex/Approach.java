package org.boucle.features.energyindex;

import java.util.Optional;

/** The three ways to settle an entrant's reference specific consumption, in the note's order of priority. */
public enum Approach {
    /** 1: comparison with identical or equivalent processes or products. */
    COMPARISON,
    /** 2: technical characteristics announced or guaranteed by the supplier. */
    SUPPLIER,
    /** 3: measurement campaign or energy audit over a whole production year after the ramp-up; applies by default. */
    MEASUREMENT;

    public int number() {
        return ordinal() + 1;
    }

    public Optional<Approach> next() {
        return this == MEASUREMENT ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
