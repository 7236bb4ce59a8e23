package org.boucle.features.energytwin.simulation;

/** A screw compressor that loads and unloads on a vessel between 6.5 and 7.5 bar, and stops when unloaded for long. */
final class AirStation {
    private static final double FLOW = 7.2;
    private static final double VOLUME = 5;
    private double pressure = 7;
    private boolean loaded;
    private double unloadedSeconds;

    /** Electric power in kW over the coming seconds, for a demand in m³/min. */
    double step(double demand, double seconds) {
        loaded = pressure < 6.5 || loaded && pressure < 7.5;
        pressure += ((loaded ? FLOW : 0) - demand) * seconds / 60 / VOLUME;
        pressure = Math.max(5, pressure);
        unloadedSeconds = loaded ? 0 : unloadedSeconds + seconds;
        if (loaded) {
            return 44;
        }
        return unloadedSeconds > 120 ? 0.8 : 12.5;
    }

    double pressure() {
        return pressure;
    }
}
