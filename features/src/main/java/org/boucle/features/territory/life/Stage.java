package org.boucle.features.territory.life;

import java.util.Set;

/** Where a synergy stands. */
public enum Stage {
    IDEA,
    STUDIED,
    NEGOTIATED,
    RUNNING,
    STOPPED;

    /** The stages that may follow; one step forward at a time, or the end. */
    public Set<Stage> next() {
        return switch (this) {
            case IDEA -> Set.of(STUDIED, STOPPED);
            case STUDIED -> Set.of(NEGOTIATED, STOPPED);
            case NEGOTIATED -> Set.of(RUNNING, STOPPED);
            case RUNNING -> Set.of(STOPPED);
            case STOPPED -> Set.of();
        };
    }
}
