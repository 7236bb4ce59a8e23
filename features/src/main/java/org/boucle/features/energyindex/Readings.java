package org.boucle.features.energyindex;

import java.util.List;

/**
 * Both readings of a new post of one year, side by side, for the choice that the note leaves to the company and the
 * committee.
 *
 * @param asImprovement the post counted with the specific consumption of what it replaces
 * @param asEntrant leaver and entrant: the post counted with its own
 */
public record Readings(IndexOutcome asImprovement, IndexOutcome asEntrant) {

    public static Readings of(
            Agreement agreement, Site site, StructuralEvent event, int year, Conversions conversions) {
        return new Readings(
                read(agreement, site, event, Treatment.AS_IMPROVEMENT, year, conversions),
                read(agreement, site, event, Treatment.AS_ENTRANT, year, conversions));
    }

    private static IndexOutcome read(
            Agreement agreement,
            Site site,
            StructuralEvent event,
            Treatment treatment,
            int year,
            Conversions conversions) {
        if (treatment == Treatment.AS_IMPROVEMENT && event.replaces().isEmpty()) {
            return IndexOutcome.undefined(IndexOutcome.Reason.REFERENCE_PENDING, event.post());
        }
        List<StructuralEvent> events = site.events().stream()
                .map(e -> e.equals(event) ? event.withTreatment(treatment) : e)
                .toList();
        return SiteYears.of(agreement, site.withEvents(events), year, conversions)
                .index();
    }
}
