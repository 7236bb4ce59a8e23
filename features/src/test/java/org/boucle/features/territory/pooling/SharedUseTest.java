package org.boucle.features.territory.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boucle.features.territory.catalog.Limits;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.inventory.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedUseTest {
    private static Flow need(String id, FlowKind kind, double perYear, double eur, String properties) {
        return new Flow(
                id,
                "s" + id,
                Direction.IN,
                kind,
                "",
                "",
                "crane",
                Amount.of(perYear),
                Profile.EVEN,
                Limits.all(properties),
                LegalStatus.PRODUCT,
                Set.of(),
                new Terms("", eur, Optional.empty()),
                Confidence.DECLARED,
                "");
    }

    /** Erlang's C by its sum, plainly. */
    private static double plainErlangC(int machines, double load) {
        double term = 1;
        double sum = 1;
        for (int n = 1; n < machines; n++) {
            term *= load / n;
            sum += term;
        }
        double last = term * load / machines * machines / (machines - load);
        return last / (sum + last);
    }

    @ParameterizedTest
    @CsvSource({"1,0.3", "2,1.5", "3,1.5", "5,4.9", "12,7.25", "40,33"})
    void waitingProbabilityIsErlangs(int machines, double load) {
        SharedEquipment pool = SharedEquipment.of(machines, load / 2, 2);
        double plain = plainErlangC(machines, load);
        assertThat(pool.waitProbability()).isCloseTo(plain, within(1e-12));
        assertThat(pool.waitHours()).isCloseTo(plain * 2 / (machines - load), within(1e-12));
        assertThat(pool.probabilityLonger(0)).isCloseTo(plain, within(1e-12));
        assertThat(pool.probabilityLonger(1)).isCloseTo(plain * Math.exp(-(machines - load) / 2), within(1e-12));
    }

    @Test
    void neighboursNeedFewerMachinesTogether() {
        List<Flow> needs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            needs.add(need("f" + i, FlowKind.EQUIPMENT, 500, 0, "use-length=3 h;wait=30 min"));
        }
        EquipmentPool pool = EquipmentPool.of(needs, List.of(), 2000);
        assertThat(pool.alone()).isEqualTo(8);
        assertThat(pool.together().waitHours()).isLessThanOrEqualTo(0.5);
        assertThat(pool.together().machines()).isLessThan(pool.alone());
        assertThat(pool.booked()).isEqualTo(2);
        assertThat(pool.together().utilisation() * pool.together().machines()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theCommonAmountReachesALowerPriceAndTheGainIsSharedWhole() {
        List<Flow> flows = List.of(
                need("a", FlowKind.MATERIAL, 60, 100, ""),
                need("b", FlowKind.MATERIAL, 40, 110, ""),
                need("c", FlowKind.MATERIAL, 10, 0, ""));
        List<GroupPurchase.Offer> offers = PriceTier.offers(
                List.of(new PriceTier("S", "crane", 0, 105), new PriceTier("S", "crane", 100, 80)), "Crane");
        PurchasePool pool = PurchasePool.of(flows, offers, 0);
        assertThat(pool.eurToday()).isCloseTo(60 * 100 + 40 * 110 + 10 * 105, within(1e-9));
        assertThat(pool.eurTogether()).isCloseTo(110 * 80, within(1e-9));
        assertThat(pool.members().stream()
                        .mapToDouble(PurchasePool.Member::gain)
                        .sum())
                .isCloseTo(pool.saved(), within(1e-9));
        assertThat(pool.supplier()).isEqualTo("S");
    }

    @Test
    void withoutOffersTheBestPricePaidIsTheYardstick() {
        PurchasePool pool = PurchasePool.of(
                List.of(need("a", FlowKind.MATERIAL, 60, 100, ""), need("b", FlowKind.MATERIAL, 40, 110, "")),
                List.of(),
                0);
        assertThat(pool.saved()).isCloseTo(400, within(1e-9));
        assertThat(pool.members().getLast().gain()).isCloseTo(400, within(1e-9));
    }

    @Test
    void whoPaysLessAlreadyStaysApart() {
        PurchasePool pool = PurchasePool.of(
                List.of(
                        need("a", FlowKind.MATERIAL, 60, 100, ""),
                        need("b", FlowKind.MATERIAL, 40, 100, ""),
                        need("cheap", FlowKind.MATERIAL, 500, 10, "")),
                PriceTier.offers(List.of(new PriceTier("S", "x", 0, 100), new PriceTier("S", "x", 100, 90)), "x"),
                0);
        assertThat(pool.saved()).isCloseTo(1000, within(1e-9));
        assertThat(pool.members()).extracting(PurchasePool.Member::joins).containsExactly(true, true, false);
        assertThat(pool.members().getLast().gain()).isCloseTo(0, within(1e-9));
    }

    @Test
    void anOfferDearerThanTodayChangesNothing() {
        PurchasePool pool = PurchasePool.of(
                List.of(need("a", FlowKind.MATERIAL, 60, 10, ""), need("b", FlowKind.MATERIAL, 40, 10, "")),
                PriceTier.offers(List.of(new PriceTier("S", "x", 50, 20)), "x"),
                0);
        assertThat(pool.saved()).isZero();
        assertThat(pool.members()).allSatisfy(m -> assertThat(m.gain()).isZero());
    }
}
