package org.boucle.core.impact.product;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boucle.core.factors.Geography;
import org.boucle.core.units.Units;

/**
 * A product as designed, one functional unit of it.
 *
 * @param name as the user calls it, variant included
 * @param functionalUnit what the footprint is per, for example one chair used for ten years
 * @param lifetimeMonths expected life, positive
 * @param place where it is made, and the place of every item that does not say its own
 * @param year to which the figures belong
 */
public record Product(
        String name, String functionalUnit, double lifetimeMonths, Geography place, int year, List<ProductItem> items) {
    public Product {
        items = List.copyOf(items);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A product needs a name");
        }
        if (!(lifetimeMonths > 0) || lifetimeMonths > 12_000) {
            throw new IllegalArgumentException("A lifetime of " + lifetimeMonths + " months. Maybe it is in hours.");
        }
        Set<String> names = new HashSet<>();
        for (ProductItem item : items) {
            if (!names.add(item.name())) {
                throw new IllegalArgumentException("Two items are called '" + item.name() + "'");
            }
        }
    }

    public Product withName(String other) {
        return new Product(other, functionalUnit, lifetimeMonths, place, year, items);
    }

    public Product withItems(List<ProductItem> other) {
        return new Product(name, functionalUnit, lifetimeMonths, place, year, other);
    }

    /** Mass of the finished product, kg: the sum of its materials. */
    public double kilograms() {
        return items.stream()
                .mapToDouble(
                        i -> i instanceof ProductItem.Material m ? m.quantity().in(Units.KILOGRAM) : 0)
                .sum();
    }
}
