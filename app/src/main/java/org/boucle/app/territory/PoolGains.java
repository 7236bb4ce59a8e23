package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.pooling.CollectionRound;
import org.boucle.features.territory.pooling.Pool;

/** What joint collection would save for a pool of wastes: kilometres of rounds of a lorry of 12 t every fortnight, from the middle of the pool. */
public final class PoolGains {
    private static final double LORRY_TONNES = 12;
    private static final double ROUNDS_PER_YEAR = 26;

    private PoolGains() {}

    /**
     * The gain of one pool.
     *
     * @param kmAlone a year, each on its own
     * @param kmTogether a year
     * @param isExact whether no shorter rounds exist
     */
    public record Gain(double kmAlone, double kmTogether, boolean isExact) {}

    /** One gain per pool; zero where nothing is collected by road. */
    static List<Gain> of(Inventory inventory, List<Pool> pools) {
        List<Gain> gains = new ArrayList<>();
        for (Pool pool : pools) {
            boolean road = inventory.flow(pool.flows().getFirst()).kind() == FlowKind.MATERIAL
                    && pool.direction() == Direction.OUT;
            gains.add(road ? gain(inventory, pool) : new Gain(0, 0, true));
        }
        return gains;
    }

    private static Gain gain(Inventory inventory, Pool pool) {
        List<Place> places = pool.flows().stream()
                .map(id -> inventory.siteOf(inventory.flow(id)).place())
                .toList();
        double[] loads = pool.flows().stream()
                .mapToDouble(id -> Math.min(LORRY_TONNES, inventory.flow(id).perYear() / ROUNDS_PER_YEAR))
                .toArray();
        double latitude = places.stream().mapToDouble(Place::latitude).average().orElse(0);
        double longitude =
                places.stream().mapToDouble(Place::longitude).average().orElse(0);
        Place depot = new Place(latitude, longitude);
        CollectionRound round = CollectionRound.of(depot, places, loads, LORRY_TONNES);
        return new Gain(
                round.kmAlone() * ROUNDS_PER_YEAR, round.km() * ROUNDS_PER_YEAR, round.kmBound() >= round.km() - 1e-9);
    }
}
