package org.boucle.features.territory.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answer of the matcher: the best candidates of each flow, best first, from both sides.
 *
 * @param ratedPairs pairs that passed the index and were gated and scored
 */
public record Matching(Map<String, List<Candidate>> byFlow, long ratedPairs) {
    public Matching {
        byFlow = Map.copyOf(byFlow);
    }

    public List<Candidate> of(String flow) {
        return byFlow.getOrDefault(flow, List.of());
    }

    /** All candidates once, best first. */
    public List<Candidate> ranked() {
        Set<Candidate> all = new HashSet<>();
        byFlow.values().forEach(all::addAll);
        List<Candidate> ranked = new ArrayList<>(all);
        ranked.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(Candidate::out)
                .thenComparing(Candidate::in));
        return ranked;
    }
}
