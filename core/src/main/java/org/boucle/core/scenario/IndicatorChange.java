package org.boucle.core.scenario;

import org.boucle.core.impact.IndicatorCategory;

/**
 * What a scenario changes in one indicator category, after minus before, over one year unless its proposal says
 * otherwise, in the category's unit: negative is less.
 *
 * @param low the 2.5 % quantile
 * @param expected the best estimate
 * @param high the 97.5 % quantile
 */
public record IndicatorChange(IndicatorCategory category, double low, double expected, double high) {
    public IndicatorChange {
        if (!(low <= expected && expected <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("Change of " + category + " from " + low + " by " + expected + " to "
                    + high + " is not ordered. Maybe the signs are mixed up.");
        }
    }

    /** A change without known spread. */
    public static IndicatorChange exactly(IndicatorCategory category, double change) {
        return new IndicatorChange(category, change, change, change);
    }

    /** The change scaled, for instance to another period; a negative factor swaps the ends. */
    public IndicatorChange times(double factor) {
        double a = low * factor;
        double b = high * factor;
        return new IndicatorChange(category, Math.min(a, b), expected * factor, Math.max(a, b));
    }

    /** The change turned so that positive is better, with its interval. */
    public IndicatorChange asImprovement() {
        return category.moreIsBetter() ? this : times(-1);
    }

    /** The change towards the better as a positive figure: less impact, or a longer life, or more recycled. */
    public double improvement() {
        return category.moreIsBetter() ? expected : -expected;
    }
}
