package org.boucle.core.impact.company;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What an organisation can show for the origin of a part of its electricity: the market-based view of scope 2 takes it,
 * the location-based view does not.
 *
 * @param share part of the electricity bought that it covers, above 0 to 1
 * @param flow code of the technology in the factor library, used where the supplier states no figure
 * @param kilograms kg CO2e per kWh as the supplier states it
 * @param evidence certificate, cancellation statement or invoice
 */
public record Contract(
        String name, Instrument instrument, double share, String flow, OptionalDouble kilograms, String evidence) {
    /** Kinds of instrument, best proof first (GHG Protocol, Scope 2 Guidance, table 6.3). */
    public enum Instrument {
        GUARANTEE_OF_ORIGIN,
        POWER_PURCHASE,
        SUPPLIER_MIX,
        /** What is left of a grid once all claims are taken out; covers what no other contract covers. */
        RESIDUAL_MIX
    }

    public Contract {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(evidence, "evidence");
        if (name.isBlank() || name.contains("#") || (flow.isBlank() && kilograms.isEmpty())) {
            throw new IllegalArgumentException("A contract needs a name without # and a flow or a figure: " + name);
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("Contract '" + name + "' covers " + share + ". Maybe in per cent.");
        }
        if (kilograms.isPresent() && !(kilograms.getAsDouble() >= 0 && kilograms.getAsDouble() <= 5)) {
            throw new IllegalArgumentException("Contract '" + name + "' states " + kilograms.getAsDouble()
                    + " kg CO2e per kWh. Maybe it is in grams.");
        }
    }
}
