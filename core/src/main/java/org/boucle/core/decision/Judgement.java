package org.boucle.core.decision;

/** What a measured saving says of the promise. */
public enum Judgement {
    /** The intervals of promise and measurement meet, and the measurement is sharp enough to say so. */
    KEPT,
    /** Even the upper end of the measured interval stays under the lower end of the promise. */
    BELOW,
    /** Even the lower end of the measured interval is over the upper end of the promise. */
    ABOVE,
    /** The intervals meet only because the measurement is uncertain: its half width is over half of the saving. */
    OPEN
}
