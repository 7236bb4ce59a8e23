package org.boucle.features.territory.sharing;

import java.util.function.LongToDoubleFunction;

/**
 * Whether a sharing lies in the core: no coalition would earn more on its own.
 *
 * @param worstCoalition the coalition with the best reason to leave, as a mask; 0 where none has
 * @param deficit what it would gain by leaving
 */
public record CoreCheck(long worstCoalition, double deficit) {
    /** Differences below this share of the whole surplus are rounding. */
    private static final double ROUNDING = 1e-9;

    public boolean isInCore() {
        return worstCoalition == 0;
    }

    /** Looks at all coalitions; up to {@link Shapley#MOST_EXACT} parties. */
    public static CoreCheck of(double[] shares, LongToDoubleFunction value) {
        if (shares.length > Shapley.MOST_EXACT) {
            throw new IllegalArgumentException("A core check of " + shares.length + " parties has too many coalitions");
        }
        long all = (1L << shares.length) - 1;
        double whole = Math.max(1e-9, Math.abs(value.applyAsDouble(all)));
        long worst = 0;
        double most = ROUNDING * whole;
        for (long mask = 1; mask <= all; mask++) {
            double given = 0;
            for (int i = 0; i < shares.length; i++) {
                if ((mask & 1L << i) != 0) {
                    given += shares[i];
                }
            }
            double deficit = value.applyAsDouble(mask) - given;
            if (deficit > most) {
                most = deficit;
                worst = mask;
            }
        }
        return new CoreCheck(worst, worst == 0 ? 0 : most);
    }
}
