package org.boucle.features.itfootprint;

/** Where the value of an attribute comes from. */
public enum Status {
    /** Nothing known, or never looked at. */
    NONE,
    /** Given by the user. */
    INPUT,
    /** Derived from other data, its source named. */
    COMPLETED,
    /** The general default. */
    DEFAULT,
    /** Given by the user and replaced by the nearest known value. */
    CHANGED,
    /** Taken from the archetype. */
    ARCHETYPE
}
