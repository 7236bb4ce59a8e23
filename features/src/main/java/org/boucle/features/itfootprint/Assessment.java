package org.boucle.features.itfootprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The impacts of some equipment, unrounded.
 *
 * @param impacts by criterion, in the order asked
 * @param durationHours the hours they belong to
 * @param warnings what concerns the whole answer, such as an instance replaced by the closest name
 * @param explanation how the figures came about, if it was asked for
 */
public record Assessment(
        Map<Criterion, StageImpacts> impacts,
        double durationHours,
        List<String> warnings,
        Optional<Explanation> explanation) {
    public Assessment {
        impacts = Collections.unmodifiableMap(new LinkedHashMap<>(impacts));
        warnings = List.copyOf(warnings);
    }

    /** The figure of a stage and criterion, if there is one. */
    public Optional<Estimate> find(Criterion criterion, Stage stage) {
        StageImpacts stages = impacts.get(criterion);
        return stages != null && stages.of(stage) instanceof Impact.Known known
                ? Optional.of(known.estimate())
                : Optional.empty();
    }

    /** The sum of the stages that are known; empty where none is. */
    public Optional<Estimate> findTotal(Criterion criterion) {
        Optional<Estimate> embedded = find(criterion, Stage.EMBEDDED);
        Optional<Estimate> use = find(criterion, Stage.USE);
        return embedded.map(e -> use.map(e::plus).orElse(e)).or(() -> use);
    }
}
