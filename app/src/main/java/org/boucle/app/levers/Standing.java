package org.boucle.app.levers;

import java.util.List;
import org.boucle.core.scenario.DataNeed;
import org.boucle.core.scenario.Proposal;

/**
 * Where a lever stands on a site.
 *
 * @param missing data without which it can propose nothing; empty where it can
 * @param proposals what could still be saved, best first
 */
public record Standing(List<DataNeed> missing, List<Proposal> proposals) {
    public Standing {
        missing = List.copyOf(missing);
        proposals = List.copyOf(proposals);
    }

    /** Several sites together: the proposals of all that can propose; what the first lacks where none can. */
    public static Standing together(List<Standing> all) {
        List<Standing> telling =
                all.stream().filter(one -> one.missing().isEmpty()).toList();
        return telling.isEmpty()
                ? all.getFirst()
                : new Standing(
                        List.of(),
                        telling.stream()
                                .flatMap(one -> one.proposals().stream())
                                .toList());
    }

    public static Standing missing(List<DataNeed> missing) {
        return new Standing(missing, List.of());
    }
}
