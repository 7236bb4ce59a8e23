package org.boucle.core.factors;

/** The part of the life cycle that a factor covers. */
public enum Boundary {
    /** Combustion, leakage or other direct release at the place of use (tank to wheel). */
    DIRECT,
    /** Extraction, refining, transport and losses before the place of use (well to tank). */
    UPSTREAM,
    /** Both together (well to wheel). */
    DIRECT_AND_UPSTREAM,
    /** Everything up to the gate of the producer. */
    CRADLE_TO_GATE,
    /** The whole life. */
    CRADLE_TO_GRAVE,
    /** Collection and treatment of a waste. */
    END_OF_LIFE,
    /** True by definition, nothing is modelled. */
    DEFINITION
}
