package org.boucle.features.energyindex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was recorded for one year.
 *
 * @param quantities quantity of each post that operated, by post id, zero or more
 * @param energy real consumption of the site by vector; where it is empty the sub-meters of all posts make the total
 * @param metered real consumption of the posts that have a sub-meter, in the agreement's energy unit
 * @param energyUncertainty relative standard uncertainty u(E)/E of the site's consumption
 */
public record YearEntry(
        int year,
        Map<String, Double> quantities,
        List<VectorUse> energy,
        Map<String, Double> metered,
        double energyUncertainty) {

    public YearEntry {
        quantities = Checks.ordered(quantities);
        metered = Checks.ordered(metered);
        energy = List.copyOf(energy);
        quantities.forEach((post, q) -> Checks.nonNegative(q, "quantity of post " + post + " in " + year));
        metered.forEach((post, e) -> Checks.nonNegative(e, "metered energy of post " + post + " in " + year));
        Checks.nonNegative(energyUncertainty, "relative uncertainty of the energy of " + year);
    }

    public static YearEntry of(int year, Map<String, Double> quantities, List<VectorUse> energy) {
        return new YearEntry(year, quantities, energy, Map.of(), 0);
    }

    public static YearEntry metered(int year, Map<String, Double> quantities, Map<String, Double> metered) {
        return new YearEntry(year, quantities, List.of(), metered, 0);
    }

    public OptionalDouble findQuantity(String post) {
        return find(quantities, post);
    }

    public OptionalDouble findMetered(String post) {
        return find(metered, post);
    }

    public YearEntry withQuantities(Map<String, Double> other) {
        return new YearEntry(year, other, energy, metered, energyUncertainty);
    }

    public YearEntry withEnergy(List<VectorUse> other) {
        return new YearEntry(year, quantities, other, metered, energyUncertainty);
    }

    public YearEntry withMetered(Map<String, Double> other) {
        return new YearEntry(year, quantities, energy, other, energyUncertainty);
    }

    /** The entry as if the post had never been written in it. */
    public YearEntry without(String post) {
        return withQuantities(except(quantities, post)).withMetered(except(metered, post));
    }

    private static Map<String, Double> except(Map<String, Double> map, String post) {
        Map<String, Double> rest = new LinkedHashMap<>(map);
        rest.remove(post);
        return rest;
    }

    private static OptionalDouble find(Map<String, Double> map, String post) {
        Double value = map.get(post);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
