package org.boucle.features.itfootprint.measurement;

import java.util.OptionalDouble;

/**
 * An energy counter of the RAPL kind: it only grows, then wraps around to zero after its range.
 *
 * <p>Source: Linux kernel documentation, power capping framework, {@code energy_uj} and {@code max_energy_range_uj}.
 *
 * @param rangeMicrojoules the value after which the counter starts again from zero, in µJ
 */
public record EnergyCounter(long rangeMicrojoules) {

    public EnergyCounter {
        if (rangeMicrojoules <= 0) {
            throw new IllegalArgumentException("rangeMicrojoules must be positive, was " + rangeMicrojoules
                    + ". Maybe max_energy_range_uj could not be read.");
        }
    }

    /** Energy between two readings in µJ, supposing at most one wrap between them. */
    public long microjoules(long before, long after) {
        requireReading(before);
        requireReading(after);
        return after >= before ? after - before : after - before + rangeMicrojoules;
    }

    /**
     * Mean power between two readings in W.
     *
     * @param seconds time between the readings, positive
     * @param ceilingWatts a power that this domain cannot exceed
     * @return empty where the counter may have wrapped more than once within that time, so that nothing can be said
     */
    public OptionalDouble watts(long before, long after, double seconds, double ceilingWatts) {
        if (!(seconds > 0) || !(ceilingWatts > 0)) {
            throw new IllegalArgumentException(
                    "seconds and ceilingWatts must be positive, were " + seconds + " and " + ceilingWatts);
        }
        if (seconds * ceilingWatts * 1e6 >= rangeMicrojoules) {
            return OptionalDouble.empty();
        }
        double watts = microjoules(before, after) / 1e6 / seconds;
        return watts <= ceilingWatts ? OptionalDouble.of(watts) : OptionalDouble.empty();
    }

    private void requireReading(long microjoules) {
        if (microjoules < 0 || microjoules > rangeMicrojoules) {
            throw new IllegalArgumentException(
                    "A reading must lie in [0, " + rangeMicrojoules + "] µJ, was " + microjoules);
        }
    }
}
