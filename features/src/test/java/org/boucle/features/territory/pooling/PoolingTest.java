package org.boucle.features.territory.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.demo.GeneratedTerritory;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Place;
import org.junit.jupiter.api.Test;

class PoolingTest {
    @Property(tries = 30)
    void exactRoundsAreNoLongerThanSavingsAndNeverLongerThanAlone(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll @IntRange(min = 1, max = 8) int sites) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>();
        double[] loads = new double[sites];
        for (int i = 0; i < sites; i++) {
            places.add(new Place(49 + random.nextDouble() / 5, 6 + random.nextDouble() / 5));
            loads[i] = 1 + random.nextInt(6);
        }
        Place depot = new Place(49.1, 6.1);
        CollectionRound exact = CollectionRound.of(depot, places, loads, 10);
        List<Place> all = new ArrayList<>(List.of(depot));
        all.addAll(places);
        double[][] km = new double[all.size()][all.size()];
        for (int i = 0; i < km.length; i++) {
            for (int j = 0; j < km.length; j++) {
                km[i][j] = all.get(i).kmTo(all.get(j));
            }
        }
        double bySavings = Savings.rounds(km, loads, 10).stream()
                .mapToDouble(round -> Savings.length(km, round))
                .sum();
        assertThat(exact.km()).isLessThanOrEqualTo(bySavings + 1e-9);
        assertThat(exact.km()).isLessThanOrEqualTo(exact.kmAlone() + 1e-9);
        assertThat(exact.rounds().stream().flatMap(List::stream)).hasSize(sites).doesNotHaveDuplicates();
        double walked = exact.rounds().stream()
                .mapToDouble(round -> Savings.length(km, round))
                .sum();
        assertThat(walked).isCloseTo(exact.km(), within(1e-6));
        for (List<Integer> round : exact.rounds()) {
            assertThat(round.stream().mapToDouble(i -> loads[i]).sum()).isLessThanOrEqualTo(10 + 1e-9);
        }
    }

    @Test
    void manySitesKeepTheirBound() {
        Random random = new Random(3);
        List<Place> places = new ArrayList<>();
        double[] loads = new double[30];
        for (int i = 0; i < 30; i++) {
            places.add(new Place(49 + random.nextDouble() / 5, 6 + random.nextDouble() / 5));
            loads[i] = 1 + random.nextInt(4);
        }
        CollectionRound rounds = CollectionRound.of(new Place(49.1, 6.1), places, loads, 12);
        assertThat(rounds.kmBound()).isLessThanOrEqualTo(rounds.km());
        assertThat(rounds.km()).isLessThan(rounds.kmAlone());
        assertThat(rounds.rounds().stream().flatMap(List::stream)).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void buyingTogetherReachesTheNextTier() {
        GroupPurchase.Offer offer =
                new GroupPurchase.Offer("A", List.of(new GroupPurchase.Tier(0, 10), new GroupPurchase.Tier(100, 8)));
        GroupPurchase purchase = GroupPurchase.of(List.of(offer), new double[] {60, 60});
        assertThat(purchase.eurAlone()).isEqualTo(1200);
        assertThat(purchase.eurTogether()).isEqualTo(960);
        assertThat(purchase.saved()).isEqualTo(240);
    }

    @Test
    void waitOfTheQueueIsThatOfErlang() {
        SharedEquipment one = SharedEquipment.of(1, 0.5, 1);
        assertThat(one.waitHours()).isCloseTo(1.0, within(1e-12));
        SharedEquipment two = SharedEquipment.of(2, 1.0, 1);
        assertThat(two.waitHours()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(SharedEquipment.fewest(1.0, 1, 0.1).machines()).isEqualTo(3);
    }

    @Test
    void poolsGatherNeighboursOfDifferentCompanies() {
        Inventory inventory = GeneratedTerritory.of(2000, 200, 5, Catalog.shipped());
        List<Pool> pools = Pool.of(inventory, 20);
        assertThat(pools).isNotEmpty();
        for (Pool pool : pools) {
            assertThat(pool.flows()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            assertThat(pool.radiusKm()).isLessThanOrEqualTo(20);
            assertThat(pool.flows().stream()
                            .map(id -> inventory.siteOf(inventory.flow(id)).company()))
                    .doesNotHaveDuplicates();
        }
        assertThat(NewActivity.of(inventory, Catalog.shipped(), 100)).isNotEmpty();
    }
}
