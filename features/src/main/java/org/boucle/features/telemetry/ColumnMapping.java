package org.boucle.features.telemetry;

/**
 * What one column of a table becomes.
 *
 * @param column its name in the header
 * @param use whether it is imported
 * @param series name of the series
 * @param unit symbol of the unit of the values after scaling
 * @param kind how values add up
 * @param medium what is measured
 * @param scale factor on each value, for instance 0.001 from Wh to kWh
 * @param note key of the reason for the guess, empty where it needs none
 */
public record ColumnMapping(
        String column,
        boolean use,
        String series,
        String unit,
        SeriesKind kind,
        Medium medium,
        double scale,
        String note) {
    public ColumnMapping {
        if (!Double.isFinite(scale) || scale == 0) {
            throw new IllegalArgumentException("Scale " + scale + " of column " + column + ". Maybe 1 was meant.");
        }
    }
}
