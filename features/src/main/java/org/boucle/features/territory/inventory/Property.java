package org.boucle.features.territory.inventory;

/**
 * A property of what flows, such as a temperature, a moisture or a chloride content. On an outgoing flow the limits are
 * the range met; on an incoming one they are what is tolerated and the target is what is wished.
 *
 * @param name lower-case key, for instance {@code temperature}, {@code moisture}, {@code chloride}
 * @param unit as written by the user; both sides of a pair are compared in the same unit
 * @param min lowest value, −∞ where open
 * @param max highest value, ∞ where open
 * @param targetMin lower end of the wished range, within the limits
 * @param targetMax upper end of the wished range, within the limits
 */
public record Property(String name, String unit, double min, double max, double targetMin, double targetMax) {
    public static final String TEMPERATURE = "temperature";
    public static final String CONTAMINANT = "contaminant";
    /** What a giver can keep for later. */
    public static final String STORAGE = "storage";
    /** Concentration at the outlet of a use of water. */
    public static final String OUTLET = "outlet-contaminant";
    /** Mean length of one use of shared equipment. */
    public static final String USE = "use-length";
    /** Machines that stand ready. */
    public static final String MACHINES = "machines";
    /** Longest mean wait accepted. */
    public static final String WAIT = "wait";

    /** Properties that describe how a flow is run rather than what flows: no partner is judged by them. */
    private static final java.util.Set<String> MANNERS =
            java.util.Set.of(STORAGE, OUTLET, USE, MACHINES, WAIT, "return-temperature");

    public Property {
        if (name.isBlank() || !(min <= max) || !(min <= targetMin && targetMin <= targetMax && targetMax <= max)) {
            throw new IllegalArgumentException("Property '" + name + "' has limits " + min + " to " + max
                    + " and target " + targetMin + " to " + targetMax + ". Maybe an end is reversed.");
        }
    }

    /** A range without a narrower wish. */
    public static Property of(String name, String unit, double min, double max) {
        return new Property(name, unit, min, max, min, max);
    }

    public static Property exactly(String name, String unit, double value) {
        return of(name, unit, value, value);
    }

    public static Property atMost(String name, String unit, double max) {
        return of(name, unit, Double.NEGATIVE_INFINITY, max);
    }

    public static Property atLeast(String name, String unit, double min) {
        return of(name, unit, min, Double.POSITIVE_INFINITY);
    }

    /** The same limits with a wish; outside the limits is an {@link IllegalArgumentException}. */
    public Property wishing(double from, double to) {
        return new Property(name, unit, min, max, from, to);
    }

    public boolean isManner() {
        return MANNERS.contains(name);
    }

    /** One value to stand for the range: its middle, or its closed end. */
    public double typical() {
        if (Double.isInfinite(min)) {
            return max;
        }
        return Double.isInfinite(max) ? min : (min + max) / 2;
    }

    /** The same property in another scale: {@code value · scale + offset}. */
    public Property rescaled(String otherUnit, double scale, double offset) {
        return new Property(
                name,
                otherUnit,
                min * scale + offset,
                max * scale + offset,
                targetMin * scale + offset,
                targetMax * scale + offset);
    }
}
