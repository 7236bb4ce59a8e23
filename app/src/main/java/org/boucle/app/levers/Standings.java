package org.boucle.app.levers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Scope;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.DataNeed;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.LeverSheet;
import org.boucle.core.scenario.Proposal;
import org.boucle.core.twin.Site;

/** Where the levers at work stand on the sites of a scope. */
public final class Standings {
    private final List<LeverPractice> practices;

    Standings(List<LeverPractice> practices) {
        this.practices = List.copyOf(practices);
    }

    /** A lever on one site. */
    public record OfSite(Site site, Standing standing) {
        /** The changes of all its proposals, one for each category that they touch. */
        public List<IndicatorChange> sums() {
            List<IndicatorChange> sums = new ArrayList<>();
            for (IndicatorCategory category : IndicatorCategory.values()) {
                List<IndicatorChange> changes = standing.proposals().stream()
                        .flatMap(proposal -> proposal.changes().stream())
                        .filter(change -> change.category() == category)
                        .toList();
                if (!changes.isEmpty()) {
                    sums.add(Cell.sum(category, changes));
                }
            }
            return sums;
        }
    }

    Optional<LeverPractice> practice(LeverSheet sheet) {
        return practices.stream()
                .filter(practice -> practice.acronym().equals(sheet.acronym()))
                .findFirst();
    }

    boolean isPerSite(LeverSheet sheet) {
        return practice(sheet).map(LeverPractice::isPerSite).orElse(true);
    }

    /** One standing for each site of the scope; one in all for a lever of the whole territory. */
    List<OfSite> of(LeverSheet sheet, Scope scope) {
        return practice(sheet)
                .map(practice -> scope.sites().stream()
                        .limit(practice.isPerSite() ? Long.MAX_VALUE : 1)
                        .map(site -> new OfSite(site, practice.standing(site)))
                        .toList())
                .orElse(List.of());
    }

    /** The sites together; empty for a lever that isn't built. */
    Optional<Standing> together(LeverSheet sheet, List<OfSite> all) {
        return practice(sheet)
                .map(practice -> all.isEmpty()
                        ? Standing.missing(List.of(new DataNeed("site", "/imports")))
                        : Standing.together(all.stream().map(OfSite::standing).toList()));
    }

    Optional<Proposal> proposal(Site site, String id) {
        return practices.stream()
                .flatMap(practice -> practice.standing(site).proposals().stream())
                .filter(proposal -> proposal.id().equals(id))
                .findFirst();
    }
}
