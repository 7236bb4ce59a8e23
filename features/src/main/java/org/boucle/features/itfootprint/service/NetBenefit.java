package org.boucle.features.itfootprint.service;

import org.boucle.features.itfootprint.Estimate;

/**
 * What a digital solution really spares: {@code net = (1 − rebound) · (reference − observed) − own}.
 *
 * <p>Source: ITU-T L.1480 (12/2022): net second-order effect less the first-order effect, higher-order effects (rebound)
 * quantified or described. Positive spares, negative costs; both are shown. All figures in one criterion's unit over one
 * period. A tier 3 record is a screening and not for public claims.
 *
 * @param reference what would have been without the solution, for instance a baseline adjusted after IPMVP
 * @param observed what was with it
 * @param own first-order effect: the solution's own footprint over the period
 * @param rebound part of the saving that is spent again, 0 to 1 and beyond 1 where the solution backfires
 * @param tier of the standard: 1 full, 2 or 3 screening
 */
public record NetBenefit(Estimate reference, Estimate observed, Estimate own, Estimate rebound, int tier) {
    public NetBenefit {
        if (!(rebound.min() >= 0) || tier < 1 || tier > 3) {
            throw new IllegalArgumentException(
                    "A net benefit needs a rebound >= 0 and a tier of 1 to 3, was " + rebound + ", " + tier);
        }
    }

    /** The second-order effect before rebound; its bounds take the reference and the observation as independent. */
    public Estimate saving() {
        return new Estimate(
                reference.value() - observed.value(),
                reference.min() - observed.max(),
                reference.max() - observed.min());
    }

    /** What rebound takes back, positive where the saving is. */
    public Estimate lostToRebound() {
        return product(saving(), rebound);
    }

    /** What remains. */
    public Estimate net() {
        Estimate kept = product(saving(), new Estimate(1 - rebound.value(), 1 - rebound.max(), 1 - rebound.min()));
        return new Estimate(kept.value() - own.value(), kept.min() - own.max(), kept.max() - own.min());
    }

    /** Whether even the worst end of the interval spares something. */
    public boolean isSure() {
        return net().min() > 0;
    }

    public boolean isForPublicClaims() {
        return tier < 3;
    }

    private static Estimate product(Estimate a, Estimate b) {
        double[] corners = {a.min() * b.min(), a.min() * b.max(), a.max() * b.min(), a.max() * b.max()};
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double corner : corners) {
            min = Math.min(min, corner);
            max = Math.max(max, corner);
        }
        return new Estimate(a.value() * b.value(), min, max);
    }
}
