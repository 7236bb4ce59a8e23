package org.boucle.features.territory.pooling;

import java.util.Comparator;
import java.util.List;

/**
 * Buying together from the supplier whose price for the common amount is lowest.
 *
 * @param supplier chosen
 * @param eurAlone what the members pay each on their own, per year
 * @param eurTogether what they pay together
 */
public record GroupPurchase(String supplier, double eurAlone, double eurTogether) {
    public double saved() {
        return eurAlone - eurTogether;
    }

    /**
     * A price from an amount on.
     *
     * @param from yearly amount from which the price holds for the whole amount
     */
    public record Tier(double from, double eurPerUnit) {}

    /** Tiers of a supplier, the first from 0. */
    public record Offer(String supplier, List<Tier> tiers) {
        public Offer {
            tiers = tiers.stream()
                    .sorted(Comparator.comparingDouble(Tier::from))
                    .toList();
            if (tiers.isEmpty() || tiers.getFirst().from() != 0) {
                throw new IllegalArgumentException("The offer of " + supplier + " has no price from 0 on");
            }
        }

        /** What a yearly amount costs. */
        public double eur(double amount) {
            return tiers.stream()
                    .filter(tier -> tier.from() <= amount)
                    .mapToDouble(tier -> tier.eurPerUnit() * amount)
                    .reduce((earlier, later) -> later)
                    .orElse(0);
        }
    }

    public static GroupPurchase of(List<Offer> offers, double[] amounts) {
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("A group purchase needs an offer");
        }
        double alone = 0;
        double all = 0;
        for (double amount : amounts) {
            double each = amount;
            alone += offers.stream().mapToDouble(offer -> offer.eur(each)).min().orElseThrow();
            all += amount;
        }
        double total = all;
        Offer best = offers.stream()
                .min(Comparator.comparingDouble(offer -> offer.eur(total)))
                .orElseThrow();
        return new GroupPurchase(best.supplier(), alone, best.eur(total));
    }
}
