package org.boucle.features.itfootprint;

/**
 * A figure between two bounds, unrounded.
 *
 * @param value best estimate
 * @param min least that the unknown attributes allow, in the same unit
 * @param max most that they allow
 */
public record Estimate(double value, double min, double max) {
    public static final Estimate ZERO = new Estimate(0, 0, 0);

    public static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }

    public Estimate plus(Estimate other) {
        return new Estimate(value + other.value, min + other.min, max + other.max);
    }

    public Estimate times(double factor) {
        return factor >= 0
                ? new Estimate(value * factor, min * factor, max * factor)
                : new Estimate(value * factor, max * factor, min * factor);
    }

    /** The product bound by bound, for factors that are not negative. */
    public Estimate times(Estimate other) {
        return new Estimate(value * other.value, min * other.min, max * other.max);
    }

    public boolean isExact() {
        return min == max;
    }

    public boolean isOrdered() {
        return min <= value && value <= max;
    }

    /** The same figure with its bounds widened, where they need it, to contain the value. */
    public Estimate containing() {
        return isOrdered()
                ? this
                : new Estimate(value, Math.min(Math.min(min, max), value), Math.max(Math.max(min, max), value));
    }
}
