package org.boucle.core.impact.lca;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * Characterisation that depends on where an intervention happens: the factor of the place, else of the wider region it
 * lies in, and so on, else the one without a place.
 *
 * @param base the factors without a place
 * @param factors further factors, at most one for each category, intervention and place
 * @param wider for each place the region that it lies in
 */
public record RegionalFactors(Characterisation base, List<Factor> factors, Map<String, String> wider) {
    private static final int MOST_STEPS = 20;

    /** Impact per unit of an intervention that happens in a place. */
    public record Factor(int category, int intervention, String place, double value) {}

    /**
     * A factor that was not found for the place itself.
     *
     * @param used the wider region whose factor was used; absent where it was the one without a place
     */
    public record Fallback(int category, int intervention, String place, Optional<String> used) {}

    /**
     * Direct impacts with the fallbacks that were taken.
     *
     * @param fallbacks each once, whatever the number of activities
     */
    public record Regionalised(DirectImpacts direct, List<Fallback> fallbacks) {}

    private record Key(int category, int intervention, String place) {}

    public RegionalFactors {
        factors = List.copyOf(factors);
        wider = Map.copyOf(wider);
        Map<Key, Factor> seen = new HashMap<>();
        for (Factor factor : factors) {
            Key key = new Key(factor.category(), factor.intervention(), factor.place());
            if (seen.put(key, factor) != null) {
                throw new IllegalArgumentException("Two factors for " + key + ".");
            }
        }
    }

    /**
     * The direct impacts of activities that each happen in a place.
     *
     * @param places the place of each activity, empty where it is not known
     */
    public Regionalised of(SparseMatrix biosphere, List<String> places) {
        DirectImpacts plain = base.of(biosphere);
        Map<Key, Double> byKey = new HashMap<>();
        Map<Integer, List<Integer>> categoriesOf = new HashMap<>();
        for (Factor factor : factors) {
            byKey.put(new Key(factor.category(), factor.intervention(), factor.place()), factor.value());
            List<Integer> categories = categoriesOf.computeIfAbsent(factor.intervention(), flow -> new ArrayList<>());
            if (!categories.contains(factor.category())) {
                categories.add(factor.category());
            }
        }
        double[] values = plain.values().clone();
        Map<Key, Fallback> fallbacks = new HashMap<>();
        biosphere.forEach((flow, activity, amount) -> {
            for (int category : categoriesOf.getOrDefault(flow, List.of())) {
                Key key = new Key(category, flow, places.get(activity));
                double without = base.factors().get(category, flow);
                double factor = find(key, byKey, fallbacks).orElse(without);
                values[activity * plain.categories() + category] += (factor - without) * amount;
            }
        });
        return new Regionalised(new DirectImpacts(plain.categories(), values), List.copyOf(fallbacks.values()));
    }

    private Optional<Double> find(Key key, Map<Key, Double> byKey, Map<Key, Fallback> fallbacks) {
        String place = key.place();
        for (int step = 0; step < MOST_STEPS && place != null; step++) {
            Double found = byKey.get(new Key(key.category(), key.intervention(), place));
            if (found != null) {
                if (step > 0) {
                    fallbacks.put(key, fallback(key, Optional.of(place)));
                }
                return Optional.of(found);
            }
            place = wider.get(place);
        }
        fallbacks.put(key, fallback(key, Optional.empty()));
        return Optional.empty();
    }

    private static Fallback fallback(Key key, Optional<String> used) {
        return new Fallback(key.category(), key.intervention(), key.place(), used);
    }
}
