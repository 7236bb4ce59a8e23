package org.boucle.features.territory.inventory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How the flow is dealt with today.
 *
 * @param operation R or D operation of an outgoing waste, for instance {@code D5}; empty where unknown
 * @param eurPerUnit price paid for an incoming flow, or cost of getting rid of an outgoing one, EUR per base unit
 * @param contractEnd until when today's contract binds
 */
public record Terms(String operation, double eurPerUnit, Optional<LocalDate> contractEnd) {
    public static final Terms NONE = new Terms("", 0, Optional.empty());

    public Terms {
        if (!Double.isFinite(eurPerUnit)) {
            throw new IllegalArgumentException("Terms of " + eurPerUnit + " EUR per unit are not finite");
        }
    }
}
