package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A supplier's price from an amount on, as known on the territory.
 *
 * @param what resource, or what people call it
 * @param from yearly amount from which the price holds for the whole amount
 * @param eurPerUnit EUR per base unit
 */
public record PriceTier(String supplier, String what, double from, double eurPerUnit) {
    public PriceTier {
        if (supplier.isBlank() || what.isBlank() || !(from >= 0) || !(eurPerUnit >= 0)) {
            throw new IllegalArgumentException(
                    "An offer of '" + supplier + "' for '" + what + "' from " + from + " at " + eurPerUnit);
        }
    }

    /** The offers for one thing, supplier by supplier; a supplier without a price from 0 asks the first one from there. */
    public static List<GroupPurchase.Offer> offers(List<PriceTier> tiers, String what) {
        Map<String, List<GroupPurchase.Tier>> bySupplier = new LinkedHashMap<>();
        for (PriceTier tier : tiers) {
            if (tier.what().equalsIgnoreCase(what)) {
                bySupplier
                        .computeIfAbsent(tier.supplier(), key -> new ArrayList<>())
                        .add(new GroupPurchase.Tier(tier.from(), tier.eurPerUnit()));
            }
        }
        List<GroupPurchase.Offer> offers = new ArrayList<>();
        bySupplier.forEach((supplier, steps) -> {
            if (steps.stream().noneMatch(step -> step.from() == 0)) {
                double first = steps.stream()
                        .min(java.util.Comparator.comparingDouble(GroupPurchase.Tier::from))
                        .orElseThrow()
                        .eurPerUnit();
                steps.add(new GroupPurchase.Tier(0, first));
            }
            offers.add(new GroupPurchase.Offer(supplier, steps));
        });
        return offers;
    }
}
