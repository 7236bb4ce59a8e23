package org.boucle.app.territory;

import java.util.List;
import java.util.Optional;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.pooling.CollectionRound;
import org.boucle.features.territory.pooling.EquipmentPool;
import org.boucle.features.territory.pooling.GroupPurchase;
import org.boucle.features.territory.pooling.Pool;
import org.boucle.features.territory.pooling.PriceTier;
import org.boucle.features.territory.pooling.PurchasePool;

/** What neighbours gain by collecting, buying or using together. */
public final class PoolDesk {
    static final double POOL_KM = 20;
    static final int MOST_SHOWN = 400;

    private final TerritoryDesk desk;

    PoolDesk(TerritoryDesk desk) {
        this.desk = desk;
    }

    /** How the work is done; what a page may change. */
    public record Manner(double lorryTonnes, double roundsPerYear, double openHours) {
        static final Manner USUAL = new Manner(12, 26, 2_000);
    }

    /** Which kind of pooling a pool is for. */
    public enum Family {
        ROUND,
        PURCHASE,
        EQUIPMENT
    }

    /** A pool with its family and what it gains. */
    public record Pooled(Family family, Pool pool, List<Flow> flows, Gain gain) {
        public Pooled {
            flows = List.copyOf(flows);
        }
    }

    /** What a pool gains. */
    public sealed interface Gain {
        /** Rounds of one day, driven so many times a year. */
        record Rounds(Place depot, String depotName, CollectionRound round, double perYear) implements Gain {
            /** Kilometres a year saved; below a metre nothing. */
            public double saved() {
                double saved = round.saved() * perYear;
                return saved < 1e-3 ? 0 : saved;
            }
        }

        /** A price. */
        record Purchase(PurchasePool purchase, List<GroupPurchase.Offer> offers) implements Gain {
            public Purchase {
                offers = List.copyOf(offers);
            }
        }

        /** Machines. */
        record Equipment(EquipmentPool equipment) implements Gain {}
    }

    /** All pools that gain by one of the families, in the order of their sizes. */
    List<Pooled> all(Inventory inventory, Manner manner) {
        List<PriceTier> offers = desk.offers();
        return Pool.of(inventory, POOL_KM).stream()
                .limit(MOST_SHOWN)
                .flatMap(pool -> pooled(inventory, pool, offers, manner).stream())
                .toList();
    }

    Optional<Pooled> find(Inventory inventory, String seed, Manner manner) {
        List<PriceTier> offers = desk.offers();
        return Pool.of(inventory, POOL_KM).stream()
                .filter(pool -> pool.flows().getFirst().equals(seed))
                .findFirst()
                .flatMap(pool -> pooled(inventory, pool, offers, manner));
    }

    private Optional<Pooled> pooled(Inventory inventory, Pool pool, List<PriceTier> tiers, Manner manner) {
        List<Flow> flows = pool.flows().stream().map(inventory::flow).toList();
        FlowKind kind = flows.getFirst().kind();
        if (pool.direction() == Direction.OUT) {
            return kind == FlowKind.MATERIAL
                    ? Optional.of(new Pooled(Family.ROUND, pool, flows, rounds(inventory, flows, manner)))
                    : Optional.empty();
        }
        if (kind == FlowKind.EQUIPMENT || kind == FlowKind.SKILL) {
            List<Flow> ready = inventory.flows(Direction.OUT).stream()
                    .filter(flow -> flow.kind() == kind && isSame(flow, flows.getFirst()))
                    .toList();
            EquipmentPool equipment = EquipmentPool.of(flows, ready, manner.openHours());
            return Optional.of(new Pooled(Family.EQUIPMENT, pool, flows, new Gain.Equipment(equipment)));
        }
        if (kind == FlowKind.HEAT || kind == FlowKind.SPACE) {
            return Optional.empty();
        }
        List<GroupPurchase.Offer> offers = PriceTier.offers(tiers, pool.what());
        double table = desk.catalog()
                .findResource(pool.what())
                .map(Resource::eurPerUnit)
                .orElse(0.0);
        PurchasePool purchase = PurchasePool.of(flows, offers, table);
        return Optional.of(new Pooled(Family.PURCHASE, pool, flows, new Gain.Purchase(purchase, offers)));
    }

    private static boolean isSame(Flow a, Flow b) {
        return a.resource().isEmpty() && b.resource().isEmpty()
                ? a.label().strip().equalsIgnoreCase(b.label().strip())
                : a.resource().equals(b.resource());
    }

    /** The lorry comes from who would take the matter, else from the middle of the group. */
    private Gain rounds(Inventory inventory, List<Flow> flows, Manner manner) {
        List<Place> places =
                flows.stream().map(flow -> inventory.siteOf(flow).place()).toList();
        double[] loads = flows.stream()
                .mapToDouble(flow -> Math.min(manner.lorryTonnes(), flow.perYear() / manner.roundsPerYear()))
                .toArray();
        Optional<Site> taker = desk.matched().matching().of(flows.getFirst().id()).stream()
                .map(candidate -> candidate.in())
                .filter(inventory::hasFlow)
                .map(id -> inventory.siteOf(inventory.flow(id)))
                .findFirst();
        Place depot = taker.map(Site::place).orElseGet(() -> middle(places));
        return new Gain.Rounds(
                depot,
                taker.map(Site::name).orElse(""),
                CollectionRound.of(depot, places, loads, manner.lorryTonnes()),
                manner.roundsPerYear());
    }

    private static Place middle(List<Place> places) {
        return new Place(
                places.stream().mapToDouble(Place::latitude).average().orElse(0),
                places.stream().mapToDouble(Place::longitude).average().orElse(0));
    }
}
