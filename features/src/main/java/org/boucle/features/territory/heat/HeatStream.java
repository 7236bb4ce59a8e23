package org.boucle.features.territory.heat;

/**
 * A stream that is cooled (hot) or heated (cold).
 *
 * @param supply temperature at the start, °C
 * @param target temperature at the end, °C, other than the start
 * @param capacity heat capacity flow rate, kW/K, positive
 */
public record HeatStream(String id, double supply, double target, double capacity) {
    public HeatStream {
        if (!(capacity > 0) || !(Math.abs(supply - target) > 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException(
                    "Stream " + id + " from " + supply + " to " + target + " °C at " + capacity + " kW/K");
        }
    }

    public boolean isHot() {
        return supply > target;
    }

    /** Heat given or taken, kW. */
    public double duty() {
        return Math.abs(supply - target) * capacity;
    }

    /** The upper end shifted by half the least difference: hot streams down, cold streams up. */
    double shiftedTop(double leastDifference) {
        return isHot() ? supply - leastDifference / 2 : target + leastDifference / 2;
    }

    double shiftedBottom(double leastDifference) {
        return isHot() ? target - leastDifference / 2 : supply + leastDifference / 2;
    }
}
