package org.boucle.app.energytwin;

import org.boucle.features.telemetry.SeriesInfo;

/**
 * A series as the energy pages know it.
 *
 * @param series the series itself
 * @param label how people call it
 * @param role what it measures
 * @param line production line, 0 for none
 */
public record Meter(SeriesInfo series, String label, Role role, int line) {
    /** What a meter stands for. */
    public enum Role {
        /** Electricity of the whole site. */
        SITE,
        /** Electricity of one machine or use. */
        MACHINE,
        /** Good quantity made by a line. */
        PRODUCTION,
        /** Greenhouse gases of the grid, g per kWh. */
        INTENSITY,
        /** Anything else: shown, not summed. */
        OTHER
    }

    public long id() {
        return series.id();
    }
}
