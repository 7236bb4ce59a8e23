package org.boucle.features.energytwin.states;

import java.util.EnumMap;
import java.util.Map;
import org.boucle.features.energytwin.LoadCurve;

/**
 * Time and energy that a machine spends in each state; the total is the sum of its lines.
 *
 * @param hours hours in each state
 * @param energy kWh in each state
 */
public record StateBalance(Map<PowerState, Double> hours, Map<PowerState, Double> energy) {
    public StateBalance {
        hours = Map.copyOf(hours);
        energy = Map.copyOf(energy);
    }

    /** Sums a curve by the state of each of its steps; unmeasured steps count for nothing. */
    public static StateBalance of(LoadCurve curve, PowerState[] states) {
        if (curve.size() != states.length) {
            throw new IllegalArgumentException(curve.size() + " steps for " + states.length + " states");
        }
        Map<PowerState, Double> hours = new EnumMap<>(PowerState.class);
        Map<PowerState, Double> energy = new EnumMap<>(PowerState.class);
        for (PowerState state : PowerState.values()) {
            hours.put(state, 0.0);
            energy.put(state, 0.0);
        }
        for (int i = 0; i < states.length; i++) {
            if (!Double.isNaN(curve.kWh(i))) {
                hours.merge(states[i], curve.hours(), Double::sum);
                energy.merge(states[i], curve.kWh(i), Double::sum);
            }
        }
        return new StateBalance(hours, energy);
    }

    public double hours(PowerState state) {
        return hours.get(state);
    }

    public double energy(PowerState state) {
        return energy.get(state);
    }

    /** Energy in kWh while nothing was made: standby and idle. */
    public double waiting() {
        return energy(PowerState.STANDBY) + energy(PowerState.IDLE);
    }

    public double total() {
        return energy.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Share of the energy used while nothing was made, 0 to 1. */
    public double waitingShare() {
        return total() == 0 ? 0 : waiting() / total();
    }
}
