package org.boucle.features.energyindex;

/** How a new post is read; the choice is documented and approved by the steering committee (note). */
public enum Treatment {
    /** Its own reference: it enters with the specific consumption that the committee settled. */
    AS_ENTRANT,
    /** An improvement of what it replaces: the old specific consumption stays its reference. */
    AS_IMPROVEMENT
}
