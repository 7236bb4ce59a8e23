package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A branch agreement (accord de branche) between a sector's federation and the public authorities.
 *
 * @param scheme key of the rules that convert energy to primary energy, see {@link Conversions}
 * @param energyUnit the unit of every amount of primary energy in this agreement
 */
public record Agreement(
        String id, String name, String federation, String scheme, EnergyUnit energyUnit, List<Site> sites) {

    public Agreement {
        Checks.named(id, "id of an agreement");
        Checks.named(scheme, "conversion scheme of agreement " + id);
        name = name.isBlank() ? id : name;
        sites = List.copyOf(sites);
        if (sites.stream().map(Site::id).distinct().count() != sites.size()) {
            throw new IllegalArgumentException("Agreement " + id + " has two sites of the same id.");
        }
    }

    public Optional<Site> findSite(String site) {
        return sites.stream().filter(s -> s.id().equals(site)).findFirst();
    }

    /** Every year for which some site has an entry. */
    public SortedSet<Integer> years() {
        SortedSet<Integer> all = new TreeSet<>();
        sites.forEach(s -> s.years().forEach(y -> all.add(y.year())));
        return all;
    }

    /** The agreement with the site added, or replaced in its place. */
    public Agreement with(Site site) {
        List<Site> all = new ArrayList<>(sites);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(site.id())) {
                all.set(i, site);
                return withSites(all);
            }
        }
        all.add(site);
        return withSites(all);
    }

    public Agreement withSites(List<Site> other) {
        return new Agreement(id, name, federation, scheme, energyUnit, other);
    }
}
