package org.boucle.features.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;

/**
 * Energy of one meter in equal time steps: value {@code i} is what was consumed in kWh between {@code start + i·step}
 * and {@code start + (i+1)·step}. A step that nobody measured is {@code NaN}.
 *
 * @param start beginning of the first step
 * @param step length of a step
 * @param zone zone in which the site lives: days, nights and tariffs follow its clock
 * @param kWh energy of each step in kWh, copied
 */
public record LoadCurve(Instant start, Duration step, ZoneId zone, double[] kWh) {
    public LoadCurve {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(zone, "zone");
        if (step.isZero() || step.isNegative()) {
            throw new IllegalArgumentException("step is " + step + ". Maybe end and start were exchanged?");
        }
        kWh = kWh.clone();
    }

    /** The energies in kWh, as a copy that the caller may change. */
    @Override
    public double[] kWh() {
        return kWh.clone();
    }

    public int size() {
        return kWh.length;
    }

    public double kWh(int index) {
        return kWh[index];
    }

    /** Mean power of a step in kW. */
    public double kW(int index) {
        return kWh[index] / hours();
    }

    /** Mean powers in kW, step by step. */
    public double[] kW() {
        double hours = hours();
        return Arrays.stream(kWh).map(energy -> energy / hours).toArray();
    }

    public double hours() {
        return step.toNanos() / 3.6e12;
    }

    public Instant startOf(int index) {
        return start.plus(step.multipliedBy(index));
    }

    public Instant end() {
        return startOf(size());
    }

    /** Sum of the measured steps in kWh. */
    public double total() {
        double sum = 0;
        for (double energy : kWh) {
            sum += Double.isNaN(energy) ? 0 : energy;
        }
        return sum;
    }

    /** Share of the steps that were measured, 0 to 1. */
    public double coverage() {
        return size() == 0
                ? 0
                : Arrays.stream(kWh).filter(energy -> !Double.isNaN(energy)).count() / (double) size();
    }

    /** The part of this curve from one index to before another. */
    public LoadCurve slice(int from, int to) {
        return new LoadCurve(startOf(from), step, zone, Arrays.copyOfRange(kWh, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoadCurve that
                && start.equals(that.start)
                && step.equals(that.step)
                && zone.equals(that.zone)
                && Arrays.equals(kWh, that.kWh);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, step, zone, Arrays.hashCode(kWh));
    }

    @Override
    public String toString() {
        return "LoadCurve[" + size() + " steps of " + step + " from " + start + "]";
    }
}
