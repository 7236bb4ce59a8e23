package org.boucle.features.itfootprint.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.service.OwnFootprint.Part;
import org.boucle.features.itfootprint.service.OwnFootprint.Slice;
import org.junit.jupiter.api.Test;

class OwnFootprintTest {
    private static final OwnFootprint.Rates RATES = new OwnFootprint.Rates(
            Estimate.exact(40),
            new Estimate(140, 120, 160),
            Map.of(Criterion.GWP, Estimate.exact(0.1)),
            Map.of(Criterion.GWP, Estimate.exact(0.02)),
            Map.of(Criterion.GWP, Estimate.exact(1e-6)),
            Map.of(Criterion.GWP, Estimate.exact(0.02)));

    @Test
    void theModelGivesPowerByTimeAndMemory() {
        Slice slice = new Slice(3600, OptionalDouble.empty(), 0.5, 0.1, 0.05, 100, 2);
        OwnFootprint.Cost cost = OwnFootprint.of(slice, RATES);
        assertThat(cost.kilowattHours().value()).isCloseTo((40 * 0.05 + 100 * 0.1) / 1000, within(1e-12));
        assertThat(cost.kilowattHours().min()).isCloseTo((2 + 8) / 1000.0, within(1e-12));
        assertThat(part(cost, Part.MACHINE)).isCloseTo(0.02 * 0.1, within(1e-12));
        assertThat(part(cost, Part.STORAGE)).isCloseTo(1e-4, within(1e-12));
        assertThat(part(cost, Part.NETWORK)).isCloseTo(0.04, within(1e-12));
        assertThat(cost.total(Criterion.GWP).orElseThrow().value())
                .isCloseTo(0.0012 + 0.002 + 1e-4 + 0.04, within(1e-12));
    }

    @Test
    void aMeterOverrulesTheModel() {
        Slice slice = new Slice(1800, OptionalDouble.of(90), 0.5, 0.1, 0.05, 0, 0);
        OwnFootprint.Cost cost = OwnFootprint.of(slice, RATES);
        assertThat(cost.kilowattHours().value()).isCloseTo((40 * 0.05 + 50 * 0.2) / 2000, within(1e-12));
        assertThat(cost.kilowattHours().isExact()).isTrue();
    }

    private static double part(OwnFootprint.Cost cost, Part part) {
        return cost.impacts().get(part).get(Criterion.GWP).value();
    }

    @Test
    void theEngineKnowsBothKindsOfMachine() {
        OwnFootprint.Rates virtual = MachineRates.virtual(2, "FRA").rates(ItFootprint.shipped());
        OwnFootprint.Rates own = MachineRates.own("Intel Xeon Gold 6134", 2, 8, 64, 960, 0, "FRA")
                .rates(ItFootprint.shipped());
        assertThat(virtual.idleWatts().value()).isBetween(0.5, 20.0);
        assertThat(virtual.fullWatts().value())
                .isGreaterThan(virtual.idleWatts().value());
        assertThat(own.fullWatts().value()).isBetween(150.0, 700.0);
        assertThat(own.perKilowattHour().get(Criterion.GWP)).isEqualTo(Estimate.exact(0.098));
        assertThat(own.machineHour().get(Criterion.GWP).value())
                .isGreaterThan(20 * virtual.machineHour().get(Criterion.GWP).value());
        assertThat(own.perKilowattHour().keySet()).containsExactlyInAnyOrderElementsOf(Criterion.USUAL);
        assertThat(own.gigabyteHour().get(Criterion.GWP).value()).isBetween(1e-7, 1e-4);
    }
}
