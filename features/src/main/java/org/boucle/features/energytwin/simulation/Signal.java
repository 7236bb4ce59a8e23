package org.boucle.features.energytwin.simulation;

import java.util.List;

/**
 * One thing that the simulated factory measures.
 *
 * @param machine machine or place that is measured
 * @param quantity what is measured
 * @param unit unit of the value
 * @param line line to which the machine belongs; 0 for the utilities
 * @param cumulative whether the value is an index that only rises
 */
public record Signal(String machine, String quantity, String unit, int line, boolean cumulative) {
    /** All signals, in the order in which the factory gives their values. */
    public static final List<Signal> ALL = List.of(
            power("mixer-1", 1),
            power("mixer-2", 2),
            power("oven-1", 1),
            power("oven-2", 2),
            power("packer-1", 1),
            power("packer-2", 2),
            power("cold-1", 0),
            power("air-1", 0),
            power("building", 0),
            power("site", 0),
            new Signal("oven-2", "gas", "kW", 2, false),
            new Signal("oven-1", "temperature", "°C", 1, false),
            new Signal("oven-2", "temperature", "°C", 2, false),
            new Signal("cold-1", "temperature", "°C", 0, false),
            new Signal("air-1", "pressure", "bar", 0, false),
            new Signal("line-1", "produced", "kg", 1, true),
            new Signal("line-2", "produced", "kg", 2, true),
            new Signal("site", "water", "m3", 0, true),
            new Signal("weather", "temperature", "°C", 0, false),
            new Signal("grid", "intensity", "g/kWh", 0, false),
            new Signal("site", "energy", "kWh", 0, true));

    private static Signal power(String machine, int line) {
        return new Signal(machine, "power", "kW", line, false);
    }

    /** Name under which the series is kept: {@code machine.quantity}. */
    public String name() {
        return machine + "." + quantity;
    }

    /** Index of a signal by name. */
    public static int index(String name) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no signal " + name + " in the simulated factory");
    }
}
