package org.boucle.features.energyindex;

import java.util.OptionalDouble;

/**
 * How much an entrant disturbs an index (annex of the note). Indices as fractions of 1, consumptions in one unit.
 */
public final class Perturbation {
    private Perturbation() {}

    /**
     * {@code delta = x (1 - I_A) / (1 + x)} for an entrant that does not improve.
     *
     * @param index I_A without the entrant
     * @param share x = C_B / R_A
     */
    public static double delta(double index, double share) {
        return share * (1 - index) / (1 + share);
    }

    /** {@code I_(A+B) = (I_A + x) / (1 + x)}. */
    public static double with(double index, double share) {
        return (index + share) / (1 + share);
    }

    /**
     * The largest entrant for an accepted disturbance: {@code x* = delta* / (1 - I_A - delta*)}; empty where no entrant,
     * however large, reaches {@code delta*}.
     */
    public static OptionalDouble largestShare(double index, double accepted) {
        double room = 1 - index - accepted;
        return accepted >= 0 && room > 0 ? OptionalDouble.of(accepted / room) : OptionalDouble.empty();
    }

    /**
     * General case, the entrant improves too: {@code delta = w_B (I_B - I_A)} with {@code w_B = R_B / (R_A + R_B)}.
     */
    public static double delta(double indexA, double theoreticalA, double indexB, double theoreticalB) {
        return theoreticalB / (theoreticalA + theoreticalB) * (indexB - indexA);
    }
}
