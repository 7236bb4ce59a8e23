package org.boucle.core.factors;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A factor that varies in time, such as the carbon intensity of a grid by the hour.
 *
 * @param base the flow, unit, place and source; its value is the mean over the period and answers outside it
 * @param start of the first step
 * @param step length of each step
 * @param values impact per unit in each step; NaN where unknown
 */
public record VaryingFactor(Factor base, Instant start, Duration step, double[] values) {
    public VaryingFactor {
        Objects.requireNonNull(start, "start");
        if (step.isZero() || step.isNegative() || values.length == 0) {
            throw new IllegalArgumentException("A varying factor needs a positive step and at least one value, got "
                    + step + " and " + values.length + " values");
        }
        values = values.clone();
    }

    /** A copy, so that nobody changes it. */
    @Override
    public double[] values() {
        return values.clone();
    }

    /** Impact per unit at an instant; the base factor's value where the series has none. */
    public double at(Instant instant) {
        int index = index(instant);
        boolean known = index >= 0 && index < values.length && !Double.isNaN(values[index]);
        return known ? values[index] : base.value();
    }

    /** The step in which an instant lies; negative or beyond the last where it lies outside. */
    public int index(Instant instant) {
        long index = Math.floorDiv(Duration.between(start, instant).toMillis(), step.toMillis());
        return Math.clamp(index, -1, Integer.MAX_VALUE);
    }

    /**
     * The factor of a consumption with this profile: the mean of the intensity weighted by what was consumed in each step.
     *
     * @param from start of the consumption's first step, which is as long as the factor's
     * @param consumption amounts in the base factor's unit, not negative in total
     */
    public Factor weighted(Instant from, double[] consumption) {
        double amount = 0;
        double impact = 0;
        for (int i = 0; i < consumption.length; i++) {
            amount += consumption[i];
            impact += consumption[i] * at(from.plus(step.multipliedBy(i)));
        }
        if (!(amount > 0)) {
            throw new IllegalArgumentException("Nothing was consumed over " + consumption.length
                    + " steps, so there is no weighted factor. Maybe use the base factor.");
        }
        return base.withValue(
                impact / amount,
                base.uncertainty(),
                new Source(
                        base.source().title() + ", weighted by the load",
                        base.source().reference(),
                        base.source().licence()));
    }

    /** The start of the step with the lowest mean over a window of so many steps; where to put a load that can wait. */
    public Instant cleanestStart(int steps) {
        if (steps < 1 || steps > values.length) {
            throw new IllegalArgumentException("A window of " + steps + " steps does not fit in " + values.length);
        }
        double best = Double.POSITIVE_INFINITY;
        int bestIndex = 0;
        for (int i = 0; i + steps <= values.length; i++) {
            double sum = 0;
            for (int j = i; j < i + steps; j++) {
                sum += Double.isNaN(values[j]) ? base.value() : values[j];
            }
            if (sum < best) {
                best = sum;
                bestIndex = i;
            }
        }
        return start.plus(step.multipliedBy(bestIndex));
    }
}
