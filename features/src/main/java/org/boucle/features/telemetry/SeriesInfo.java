package org.boucle.features.telemetry;

/**
 * One registered series.
 *
 * @param id number given by the registry, from 1
 * @param site site it belongs to, for instance {@code "biscuiterie"}
 * @param name path inside the site, for instance {@code "line1/oven/power"}; unique within the site
 * @param unit symbol of the unit of its values, for instance {@code "kWh"}
 * @param kind how values add up
 * @param medium what is measured
 * @param source where it comes from, for instance {@code "mqtt"} or the name of an imported file
 * @param wrapAt for a counter: the value at which it starts again from 0; 0 where it never wraps
 * @param stepMillis nominal distance of two values in milliseconds; 0 where unknown
 */
public record SeriesInfo(
        long id,
        String site,
        String name,
        String unit,
        SeriesKind kind,
        Medium medium,
        String source,
        double wrapAt,
        long stepMillis) {
    public SeriesInfo {
        if (site.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A series needs a site and a name, got '" + site + "' and '" + name
                    + "'. Maybe a mapping left it empty.");
        }
        if (!(wrapAt >= 0) || stepMillis < 0) {
            throw new IllegalArgumentException(
                    "wrapAt " + wrapAt + " and stepMillis " + stepMillis + " must be >= 0 for " + name);
        }
    }

    /** A series that is not registered yet (id 0), without wrap-around and of unknown step. */
    public static SeriesInfo of(String site, String name, String unit, SeriesKind kind, Medium medium, String source) {
        return new SeriesInfo(0, site, name, unit, kind, medium, source, 0, 0);
    }

    public SeriesInfo withId(long newId) {
        return new SeriesInfo(newId, site, name, unit, kind, medium, source, wrapAt, stepMillis);
    }

    public SeriesInfo withStepMillis(long step) {
        return new SeriesInfo(id, site, name, unit, kind, medium, source, wrapAt, step);
    }

    public SeriesInfo withWrapAt(double wrap) {
        return new SeriesInfo(id, site, name, unit, kind, medium, source, wrap, stepMillis);
    }
}
