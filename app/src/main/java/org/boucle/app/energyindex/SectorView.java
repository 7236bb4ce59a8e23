package org.boucle.app.energyindex;

import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Account;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.IndexOutcome;
import org.boucle.features.energyindex.Site;

/**
 * What the page of an agreement shows.
 *
 * @param sites the user's sites of the present page, with their last index
 * @param from position of the first of them
 * @param count how many there are in all
 */
public record SectorView(Agreement agreement, List<Consolidation> years, List<Line> sites, int from, int count) {
    static final int PAGE = 25;

    /** A site and its index in the last year. */
    public record Line(Site site, Optional<IndexOutcome> index, Optional<Double> weight) {}

    static SectorView of(Agreement agreement, List<Consolidation> years, Account account, Optional<String> from) {
        List<Site> visible =
                agreement.sites().stream().filter(s -> Desk.sees(account, s)).toList();
        int start = from.filter(f -> f.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .map(f -> Math.min(f, Math.max(0, visible.size() - 1)))
                .orElse(0);
        List<Line> lines = visible.stream()
                .skip(start)
                .limit(PAGE)
                .map(s -> line(s, years))
                .toList();
        return new SectorView(agreement, years, lines, start, visible.size());
    }

    private static Line line(Site site, List<Consolidation> years) {
        if (years.isEmpty()) {
            return new Line(site, Optional.empty(), Optional.empty());
        }
        Consolidation last = years.getLast();
        Optional<Consolidation.Member> member =
                last.members().stream().filter(m -> m.id().equals(site.id())).findFirst();
        Optional<IndexOutcome> index = member.<IndexOutcome>map(Consolidation.Member::index)
                .or(() -> last.absent().stream()
                        .filter(a -> a.id().equals(site.id()))
                        .<IndexOutcome>map(Consolidation.Absent::why)
                        .findFirst());
        Optional<Double> weight = member.flatMap(
                m -> last.weight(m).isPresent() ? Optional.of(last.weight(m).getAsDouble()) : Optional.empty());
        return new Line(site, index, weight);
    }
}
