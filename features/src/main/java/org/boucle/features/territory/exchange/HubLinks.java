package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.exchange.ExchangeProblem.End;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Property;

/** Adds hubs and their links to an exchange case; hub links stand after those of the candidates. */
final class HubLinks {
    private static final double REACH_KM = 150;

    private final ExchangeCase base;
    private final Inventory inventory;
    private final Catalog catalog;
    private final List<TreatmentHub> hubs;
    private final Periods periods;
    private final Map<String, Integer> donors = new HashMap<>();
    private final Map<String, Integer> receivers = new HashMap<>();
    private final List<ExchangeProblem.Donor> donorList;
    private final List<ExchangeProblem.Receiver> receiverList;
    private final List<Link> links;

    HubLinks(ExchangeCase base, Inventory inventory, Catalog catalog, List<TreatmentHub> hubs, Periods periods) {
        this.periods = periods;
        this.base = base;
        this.inventory = inventory;
        this.catalog = catalog;
        this.hubs = hubs;
        donorList = new ArrayList<>(base.problem().donors());
        receiverList = new ArrayList<>(base.problem().receivers());
        links = new ArrayList<>(base.problem().links());
        for (int i = 0; i < donorList.size(); i++) {
            donors.put(donorList.get(i).id(), i);
        }
        for (int i = 0; i < receiverList.size(); i++) {
            receivers.put(receiverList.get(i).id(), i);
        }
    }

    ExchangeCase joined() {
        List<ExchangeProblem.Hub> plants = new ArrayList<>();
        for (int k = 0; k < hubs.size(); k++) {
            TreatmentHub hub = hubs.get(k);
            Optional<Double> limit = hub.limitName().isEmpty() ? Optional.empty() : Optional.of(hub.limit());
            plants.add(new ExchangeProblem.Hub(
                    hub.id(), hub.capacity() * periods.share(), hub.fixedEur(), hub.yield(), limit));
            for (Flow flow : inventory.flows()) {
                double km = inventory.siteOf(flow).place().kmTo(hub.place());
                if (km <= REACH_KM) {
                    link(flow, hub, k, km);
                }
            }
        }
        ExchangeProblem problem = new ExchangeProblem(base.problem().periods(), donorList, receiverList, plants, links);
        return new ExchangeCase(problem, base.candidates(), base.benefits());
    }

    private void link(Flow flow, TreatmentHub hub, int number, double km) {
        double road = km * catalog.economics().get("detour");
        double transport = road * catalog.economics().get("lorry_eur_per_tkm");
        double carbon = road * catalog.economics().get("lorry_kg_co2e_per_tkm");
        boolean offered = flow.direction() == Direction.OUT
                && (hub.accepts().contains(flow.wasteCode()) || hub.accepts().contains(flow.resource()));
        boolean wanted = flow.direction() == Direction.IN
                && (hub.gives().equals(flow.resource()) || hub.gives().equals(flow.wasteCode()));
        if (offered) {
            int donor = donors.computeIfAbsent(flow.id(), id -> {
                donorList.add(new ExchangeProblem.Donor(id, periods.amounts(flow), ExchangeCase.storage(flow)));
                return donorList.size() - 1;
            });
            double avoided = flow.terms().eurPerUnit() > 0
                    ? flow.terms().eurPerUnit()
                    : flow.status() == LegalStatus.WASTE ? catalog.economics().get("disposal_eur_per_t") : 0;
            double quality =
                    flow.findProperty(hub.limitName()).map(Property::typical).orElse(hub.limit());
            links.add(new Link(
                    flow.id() + " → " + hub.id(),
                    new End.Site(donor),
                    new End.Hub(number),
                    avoided - transport,
                    0,
                    0,
                    hub.capacity(),
                    1,
                    catalog.economics().get("disposal_kg_co2e_per_t") - carbon,
                    quality));
        }
        if (wanted) {
            int receiver = receivers.computeIfAbsent(flow.id(), id -> {
                receiverList.add(new ExchangeProblem.Receiver(id, periods.amounts(flow)));
                return receiverList.size() - 1;
            });
            Optional<Resource> resource = catalog.findResource(hub.gives());
            double price = flow.terms().eurPerUnit() > 0
                    ? flow.terms().eurPerUnit()
                    : resource.map(Resource::eurPerUnit).orElse(0.0);
            links.add(new Link(
                    hub.id() + " → " + flow.id(),
                    new End.Hub(number),
                    new End.Site(receiver),
                    price - transport,
                    0,
                    0,
                    hub.capacity() * hub.yield(),
                    1,
                    resource.map(Resource::kgCo2ePerUnit).orElse(0.0) - carbon,
                    0));
        }
    }
}
