package org.boucle.core.impact;

import java.util.Objects;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.units.Quantity;

/**
 * How much of a flow a line takes.
 *
 * @param key stable name of the datum inside the model, the same in every variant that keeps it, so that a comparison
 *     varies it only once
 * @param quantity how much, of any unit that converts to the factor's
 * @param origin where the quantity comes from
 * @param uncertainty its spread
 * @param evidence what proves it: an invoice, a meter, a page of the model; may be empty
 */
public record Activity(String key, Quantity quantity, Origin origin, Uncertainty uncertainty, String evidence) {
    public Activity {
        if (key.isBlank()) {
            throw new IllegalArgumentException("An activity needs a key");
        }
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(uncertainty, "uncertainty");
        Objects.requireNonNull(evidence, "evidence");
    }

    public static Activity of(String key, Quantity quantity, Origin origin) {
        return new Activity(key, quantity, origin, Uncertainty.unknown(), "");
    }
}
