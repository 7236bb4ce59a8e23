package org.boucle.core.factors;

/** The set of global warming potentials (100 years) behind a figure in kg CO2e. */
public enum GwpSet {
    AR4,
    AR5,
    AR6,
    /** The source mixes sets, as several national bases do. */
    MIXED,
    /** The source does not say. */
    UNSTATED,
    /** The figure is no greenhouse gas figure. */
    NOT_APPLICABLE
}
