package org.boucle.features.telemetry;

/** What one value of a series says about time; it decides how values add up. */
public enum SeriesKind {
    /** The state at an instant (a power, a temperature): it integrates over time. */
    GAUGE,
    /** A quantity over the interval that <em>begins</em> at the time stamp: it sums. */
    INTERVAL,
    /** An index that only grows (a meter, a part counter), apart from resets and wrap-around: it differences. */
    COUNTER
}
