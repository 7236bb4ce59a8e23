package org.boucle.core.impact;

/** Where an emission falls in the GHG Protocol, seen from the reporting company. */
public enum Scope {
    /** Direct, from what the company owns or controls. */
    SCOPE_1,
    /** From purchased electricity, steam, heat and cold. */
    SCOPE_2,
    /** Everything else of the value chain. */
    SCOPE_3,
    /** Reported beside the scopes: biogenic CO2, gases outside the Kyoto basket. */
    OUTSIDE
}
