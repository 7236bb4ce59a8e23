package org.boucle.features.territory.inventory;

import java.util.Set;

/**
 * A place of work.
 *
 * @param id unique in the territory
 * @param company the company that runs it, unique name
 * @param activity NACE class or division, for instance {@code 23.62} or {@code 23}; empty where unknown
 * @param employees full-time equivalents, 0 where unknown
 * @param socialEconomy whether it belongs to the social and solidarity economy (the Florange note asks for its share)
 * @param permits waste-treatment permits held, for instance the French headings {@code 2771}, {@code 2780}
 */
public record Site(
        String id,
        String company,
        String name,
        Place place,
        String activity,
        double employees,
        boolean socialEconomy,
        Set<String> permits) {
    public Site {
        permits = Set.copyOf(permits);
        if (id.isBlank() || company.isBlank()) {
            throw new IllegalArgumentException("A site needs an id and a company; got '" + id + "', '" + company + "'");
        }
        if (!(employees >= 0) || Double.isInfinite(employees)) {
            throw new IllegalArgumentException("Site " + id + " has " + employees + " employees");
        }
    }
}
