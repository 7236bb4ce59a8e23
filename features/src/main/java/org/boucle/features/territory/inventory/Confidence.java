package org.boucle.features.territory.inventory;

/** How a figure of a flow is known, best first. */
public enum Confidence {
    MEASURED,
    AUDITED,
    DECLARED,
    /** Inferred from the activity code and the number of employees: a hint to ask, never a fact. */
    PRESUMED
}
