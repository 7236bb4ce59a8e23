package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.units.Units;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.matching.Candidate;
import org.boucle.features.territory.matching.Explanation;
import org.boucle.features.territory.matching.Matcher;

/**
 * The exchange problem of a territory: its candidates that can pay for themselves, with their benefits.
 *
 * @param candidates in the order of the problem's links
 * @param benefits in the same order
 */
public record ExchangeCase(ExchangeProblem problem, List<Candidate> candidates, List<Benefit> benefits) {
    public ExchangeCase {
        candidates = List.copyOf(candidates);
        benefits = List.copyOf(benefits);
    }

    /** @param periods how the year is cut; an outgoing flow with a property {@code storage} can be kept in between */
    public static ExchangeCase of(
            Inventory inventory, Catalog catalog, Matcher matcher, List<Candidate> candidates, Periods periods) {
        Map<String, Integer> donors = new HashMap<>();
        Map<String, Integer> receivers = new HashMap<>();
        List<ExchangeProblem.Donor> donorList = new ArrayList<>();
        List<ExchangeProblem.Receiver> receiverList = new ArrayList<>();
        List<ExchangeProblem.Link> links = new ArrayList<>();
        List<Candidate> kept = new ArrayList<>();
        List<Benefit> benefits = new ArrayList<>();
        double lotShare = catalog.economics().get("min_lot_share");
        for (Candidate candidate : candidates) {
            Flow out = inventory.flow(candidate.out());
            Flow in = inventory.flow(candidate.in());
            if (!(matcher.explain(out.id(), in.id()) instanceof Explanation.Scored scored)) {
                continue;
            }
            Benefit benefit = Benefit.of(out, in, scored.ratio(), scored.km(), catalog);
            double most = Math.min(out.perYear(), in.perYear() / scored.ratio());
            if (benefit.eurPerYear(most) <= 0) {
                continue;
            }
            int donor = donors.computeIfAbsent(out.id(), id -> {
                donorList.add(new ExchangeProblem.Donor(id, periods.amounts(out), storage(out)));
                return donorList.size() - 1;
            });
            int receiver = receivers.computeIfAbsent(in.id(), id -> {
                receiverList.add(new ExchangeProblem.Receiver(id, periods.amounts(in)));
                return receiverList.size() - 1;
            });
            double lot = periods == Periods.YEAR ? lotShare * most : 0;
            links.add(ExchangeProblem.Link.direct(
                    out.id() + " → " + in.id(),
                    donor,
                    receiver,
                    benefit.eurPerUnit(),
                    benefit.fixedEur(),
                    lot,
                    most,
                    scored.ratio(),
                    benefit.kgCo2ePerUnit()));
            kept.add(candidate);
            benefits.add(benefit);
        }
        return new ExchangeCase(
                new ExchangeProblem(periods.count(), donorList, receiverList, List.of(), links), kept, benefits);
    }

    /**
     * The same with treatment hubs: links from every flow that a hub accepts and to every need for what it gives, as far
     * as the need's or donor's resource reaches.
     */
    public ExchangeCase withHubs(Inventory inventory, Catalog catalog, List<TreatmentHub> hubs, Periods periods) {
        if (hubs.isEmpty()) {
            return this;
        }
        return new HubLinks(this, inventory, catalog, hubs, periods).joined();
    }

    /** What the giver can keep for later, in the base unit of the flow. */
    static double storage(Flow flow) {
        return flow.findProperty(Property.STORAGE)
                .filter(property -> property.typical() > 0)
                .flatMap(property -> Units.find(property.unit())
                        .filter(unit -> unit.isCompatible(flow.kind().unit()))
                        .map(unit ->
                                unit.convert(property.typical(), flow.kind().unit())))
                .orElse(0.0);
    }
}
