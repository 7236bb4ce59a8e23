package org.boucle.features.energytwin.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Greenhouse gases of a kWh taken from the grid, hour by hour where known.
 *
 * @param start beginning of the first hour known
 * @param perHour kg CO2e per kWh of each hour from {@code start} on; {@code NaN} where unknown
 * @param otherwise kg CO2e per kWh outside those hours: the yearly mean
 * @param uncertainty relative half width of the 90 % interval of the factor, 0 to 1
 * @param source where the figures come from
 */
public record GridIntensity(Instant start, double[] perHour, double otherwise, double uncertainty, String source) {
    public GridIntensity {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(source, "source");
        perHour = perHour.clone();
        if (!(otherwise >= 0) || !(uncertainty >= 0)) {
            throw new IllegalArgumentException("intensity " + otherwise + " ± " + uncertainty);
        }
    }

    /** One figure for every hour. */
    public static GridIntensity constant(double kgPerKWh, double uncertainty, String source) {
        return new GridIntensity(Instant.EPOCH, new double[0], kgPerKWh, uncertainty, source);
    }

    /** kg CO2e per kWh at a time. */
    public double at(Instant time) {
        long hour = Math.floorDiv(Duration.between(start, time).toSeconds(), 3600);
        if (hour < 0 || hour >= perHour.length || Double.isNaN(perHour[(int) hour])) {
            return otherwise;
        }
        return perHour[(int) hour];
    }

    /** Whether at least one hour is known on its own. */
    public boolean isHourly() {
        return perHour.length > 0;
    }
}
