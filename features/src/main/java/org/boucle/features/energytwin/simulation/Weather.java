package org.boucle.features.energytwin.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * Simulated weather and grid of a temperate place: a year, a day, and the whims of each day, which turn smoothly into
 * those of the next. Figures of no real place or year.
 *
 * @param seed seed of the whims
 */
public record Weather(long seed) {
    /** Outdoor temperature in °C. */
    public double temperature(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        double year = 2 * Math.PI * (utc.getDayOfYear() - 25) / 365.25;
        double day = 2 * Math.PI * (utc.toLocalTime().toSecondOfDay() / 86_400.0 - 0.12);
        return 12.5 - 7.5 * Math.cos(year) - 3.2 * Math.cos(day) + 3.5 * whim(time, 1);
    }

    /** Temperature forecast for a day, published the evening before: right within a degree or so. */
    public double forecast(LocalDate day) {
        double truth = 0;
        for (int hour = 0; hour < 24; hour += 3) {
            truth += temperature(day.atTime(hour, 0).toInstant(ZoneOffset.UTC)) / 8;
        }
        return truth + gaussian(day.toEpochDay(), 5);
    }

    /** Simulated greenhouse-gas intensity of the grid in g CO2e per kWh: low with wind and sun, high on winter evenings. */
    public double gridIntensity(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        double hour = utc.getHour() + utc.getMinute() / 60.0;
        double winter = 0.5 + 0.5 * Math.cos(2 * Math.PI * (utc.getDayOfYear() - 20) / 365.25);
        double evening = Math.exp(-Math.pow((hour - 18.5) / 2.2, 2));
        double sun = (1 - winter) * Math.exp(-Math.pow((hour - 12.5) / 3, 2));
        return Math.max(12, 34 + 30 * winter + (14 + 16 * winter) * evening - 12 * sun + 11 * whim(time, 9));
    }

    /** A number that wanders between days with standard deviation near one. */
    private double whim(Instant time, int stream) {
        double days = time.getEpochSecond() / 86_400.0;
        long day = (long) Math.floor(days);
        double part = days - day;
        double smooth = part * part * (3 - 2 * part);
        return gaussian(day, stream) * (1 - smooth) + gaussian(day + 1, stream) * smooth;
    }

    private double gaussian(long day, int stream) {
        SplittableRandom random = new SplittableRandom(seed + 1_000_003 * day + stream);
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
