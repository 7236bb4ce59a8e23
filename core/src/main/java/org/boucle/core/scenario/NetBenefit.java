package org.boucle.core.scenario;

import java.util.List;
import org.boucle.core.impact.IndicatorCategory;

/**
 * What a digital solution really spares: {@code net = (1 − rebound) · (reference − observed) − own}.
 *
 * <p>Source: ITU-T L.1480 (12/2022): net second-order effect less the first-order effect, higher-order effects (rebound)
 * quantified or described. Positive spares, negative costs; both are shown. All figures in one category's unit over one
 * period. A tier 3 record is a screening and not for public claims.
 *
 * @param reference what would have been without the solution, for instance a baseline adjusted after IPMVP
 * @param observed what was with it
 * @param own first-order effect: the solution's own footprint over the period
 * @param rebound part of the saving that is spent again: 0 to 1, and beyond 1 where the solution backfires
 * @param tier of the standard: 1 full, 2 or 3 screening
 */
public record NetBenefit(
        IndicatorCategory category, Figure reference, Figure observed, Figure own, Figure rebound, int tier) {

    /** An expected value between its bounds. */
    public record Figure(double low, double expected, double high) {
        public Figure {
            if (!(low <= expected && expected <= high)) {
                throw new IllegalArgumentException("Not in order: " + low + ", " + expected + ", " + high);
            }
        }

        public static Figure exact(double value) {
            return new Figure(value, value, value);
        }

        /** The difference of two independent figures. */
        Figure minus(Figure other) {
            return new Figure(low - other.high, expected - other.expected, high - other.low);
        }

        Figure times(Figure other) {
            double[] corners = {low * other.low, low * other.high, high * other.low, high * other.high};
            java.util.Arrays.sort(corners);
            return new Figure(corners[0], expected * other.expected, corners[3]);
        }

        Figure opposite() {
            return new Figure(-high, -expected, -low);
        }
    }

    public NetBenefit {
        if (category.moreIsBetter()) {
            throw new IllegalArgumentException("A net benefit counts impacts; of " + category
                    + " more is better. Maybe compare scenarios instead.");
        }
        if (!(rebound.low >= 0) || tier < 1 || tier > 3) {
            throw new IllegalArgumentException(
                    "A net benefit needs a rebound >= 0 and a tier of 1 to 3, was " + rebound + ", " + tier);
        }
    }

    /** The second-order effect before rebound. */
    public Figure saving() {
        return reference.minus(observed);
    }

    /** What rebound takes back, positive where the saving is. */
    public Figure lostToRebound() {
        return saving().times(rebound);
    }

    /** What remains. */
    public Figure net() {
        return saving().times(Figure.exact(1).minus(rebound)).minus(own);
    }

    /** Whether even the worst end of the interval spares something. */
    public boolean isSure() {
        return net().low() > 0;
    }

    public boolean isForPublicClaims() {
        return tier < 3;
    }

    /** The same as a comparison of scenarios: observed minus reference, plus the own footprint, plus what came back. */
    public Comparison comparison() {
        return new Comparison(
                List.of(change(saving().opposite())), List.of(change(own)), List.of(change(lostToRebound())));
    }

    private IndicatorChange change(Figure figure) {
        return new IndicatorChange(category, figure.low(), figure.expected(), figure.high());
    }
}
