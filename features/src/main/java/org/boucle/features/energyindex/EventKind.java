package org.boucle.features.energyindex;

/** Structural changes that the note asks to document and to submit to the steering committee. */
public enum EventKind {
    /** A company, line, phase or building that stops: its quantity becomes zero, no formula changes. */
    LEAVER,
    /** A new company, line, step or building, or a product whose consumption is very different. */
    ENTRANT,
    /** A new line that replaces an old one for the same product. */
    REPLACEMENT,
    /** A production step replaced by another (the note's example 3). */
    STEP_CHANGED,
    /** A production step added (the note's example 4). */
    STEP_ADDED,
    /** All reference specific consumptions established anew on a new reference year. */
    RECALIBRATION;

    /** Whether the event brings a row into table 5. */
    public boolean addsPost() {
        return switch (this) {
            case ENTRANT, REPLACEMENT, STEP_CHANGED, STEP_ADDED -> true;
            case LEAVER, RECALIBRATION -> false;
        };
    }
}
