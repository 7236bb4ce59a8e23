package org.boucle.app.energytwin;

import org.boucle.core.twin.Measure;
import org.boucle.core.twin.Measure.Quantity;
import org.boucle.core.twin.Site;
import org.boucle.core.twin.Thing;
import org.boucle.features.telemetry.SeriesInfo;

/**
 * A series where it stands in the site's twin.
 *
 * @param series the series itself
 * @param measure what it measures
 * @param thing the thing that it measures
 * @param line number of the line that contains that thing, 0 for none
 */
public record Meter(SeriesInfo series, Measure measure, Thing thing, int line) {
    public long id() {
        return series.id();
    }

    /** How people call it. */
    public String label() {
        return measure.label();
    }

    /** Electricity of the whole site. */
    public boolean isSite() {
        return measure.quantity() == Quantity.ELECTRICITY && thing instanceof Site;
    }

    /** Electricity of one machine or use. */
    public boolean isMachine() {
        return measure.quantity() == Quantity.ELECTRICITY && !(thing instanceof Site);
    }

    /** Good quantity made by a line. */
    public boolean isProduction() {
        return measure.quantity() == Quantity.PRODUCTION;
    }

    /** Greenhouse gases of the grid, g per kWh. */
    public boolean isIntensity() {
        return measure.quantity() == Quantity.GRID_INTENSITY;
    }

    /** Shown, not summed. */
    public boolean isOther() {
        return measure.quantity() == Quantity.OTHER;
    }
}
