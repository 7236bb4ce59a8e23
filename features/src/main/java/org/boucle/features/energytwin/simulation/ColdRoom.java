package org.boucle.features.energytwin.simulation;

/** A cold room for butter and eggs with a compressor that is on or off, between 2 and 4 °C. */
final class ColdRoom {
    private static final double CAPACITY = 4;
    private static final double LOSS = 1.1;
    private static final double COOLING = 62;
    private double temperature = 3;
    private boolean on;

    /** Electric power in kW over the coming seconds; {@code fouling} is the lost share of performance. */
    double step(double outside, boolean open, double fouling, double seconds) {
        on = temperature > 4 || on && temperature > 2;
        double gains = LOSS * (Math.max(12, outside) - temperature) + (open ? 8 : 1.5);
        temperature += (gains - (on ? COOLING : 0)) * seconds / 3600 / CAPACITY;
        double performance = Math.clamp(4.2 - 0.05 * (outside - 15), 2.2, 5.5) * (1 - fouling);
        return on ? COOLING / performance : 0.7;
    }

    double temperature() {
        return temperature;
    }
}
