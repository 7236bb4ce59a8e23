package org.boucle.features.energytwin.simulation;

/**
 * A tunnel oven as one lump of steel: {@code C·dT/dt = heat − UA·(T − ambient) − dough}. The controller gives the heat
 * that brings it to its set point within a few minutes, as far as the burner allows.
 */
final class Oven {
    private static final double AMBIENT = 24;
    private static final double SETTLING = 0.06;
    private final double capacity;
    private final double loss;
    private final double burner;
    private final double fans;
    private double temperature = AMBIENT;

    /**
     * @param capacity heat that warms it by one kelvin, in kWh
     * @param loss heat lost per kelvin, in kW
     * @param burner most heat, in kW
     * @param fans electric power of fans and belt while hot, in kW
     */
    Oven(double capacity, double loss, double burner, double fans) {
        this.capacity = capacity;
        this.loss = loss;
        this.burner = burner;
        this.fans = fans;
    }

    /** Heat in kW over the coming seconds, towards {@code set} °C (0 = off) with {@code dough} kW taken by dough. */
    double step(double set, double dough, double seconds) {
        double hours = seconds / 3600;
        double lost = loss * (temperature - AMBIENT);
        double wanted = set <= 0 ? 0 : lost + dough + capacity * (set - temperature) / Math.max(SETTLING, hours);
        double heat = Math.clamp(wanted, 0, burner);
        temperature += (heat - lost - dough) * hours / capacity;
        temperature = Math.max(AMBIENT, temperature);
        return heat;
    }

    double temperature() {
        return temperature;
    }

    /** Electric power of fans, belt and controls in kW. */
    double auxiliaries(boolean on) {
        return on ? fans : 0.6;
    }
}
