package org.boucle.app.footprint;

import java.util.OptionalDouble;

/**
 * One input of a calculator.
 *
 * @param name the name that commands, programs and forms use
 * @param unit its unit as written, empty for a share or a ratio
 * @param low smallest value taken
 * @param high largest value taken
 * @param preset what it is where nothing is given; empty where the field may stay empty
 * @param required whether something must be given
 */
public record MethodField(String name, String unit, double low, double high, OptionalDouble preset, boolean required) {
    private static final double LARGEST = 1e12;

    static MethodField share(String name, double preset) {
        return new MethodField(name, "", 0, 1, OptionalDouble.of(preset), false);
    }

    /** A quantity that is never negative. */
    static MethodField amount(String name, String unit) {
        return new MethodField(name, unit, 0, LARGEST, OptionalDouble.empty(), false);
    }

    /** A quantity of either sign, such as an impact that may be a credit. */
    static MethodField signed(String name, String unit, double preset) {
        return new MethodField(name, unit, -LARGEST, LARGEST, OptionalDouble.of(preset), false);
    }

    MethodField above(double smallest) {
        return new MethodField(name, unit, smallest, high, preset, required);
    }

    MethodField orElse(double value) {
        return new MethodField(name, unit, low, high, OptionalDouble.of(value), required);
    }

    MethodField needed() {
        return new MethodField(name, unit, low, high, OptionalDouble.empty(), true);
    }
}
