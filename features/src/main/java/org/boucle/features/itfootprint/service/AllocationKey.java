package org.boucle.features.itfootprint.service;

/**
 * Which part of shared equipment serves the service.
 *
 * @param kind by what the equipment is shared out
 * @param ours the service's amount
 * @param whole the amount of all who use the equipment, same unit
 */
public record AllocationKey(Kind kind, double ours, double whole) {
    /** By what equipment is shared out. */
    public enum Kind {
        /** The equipment serves this service alone. */
        ENTIRE,
        /** A share that somebody estimated. */
        SHARE,
        /** Processor cores or processor time. */
        PROCESSOR,
        MEMORY,
        STORAGE,
        /** Requests answered. */
        REQUESTS,
        /** Users or subscribers. */
        USERS
    }

    public static final AllocationKey ENTIRE = new AllocationKey(Kind.ENTIRE, 1, 1);

    public AllocationKey {
        if (!(ours >= 0) || !(whole > 0) || ours > whole) {
            throw new IllegalArgumentException(
                    "An allocation key needs 0 <= ours <= whole, was " + ours + " of " + whole);
        }
        if (kind == Kind.ENTIRE && ours != whole) {
            throw new IllegalArgumentException(
                    "Equipment that serves one service alone is shared " + ours + " of " + whole);
        }
    }

    /** Between 0 and 1. */
    public double share() {
        return ours / whole;
    }
}
