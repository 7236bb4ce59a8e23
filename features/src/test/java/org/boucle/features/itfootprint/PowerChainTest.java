package org.boucle.features.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.boucle.core.input.BadInput;
import org.junit.jupiter.api.Test;

/** Power supplies, disks, office kit and recycling, against arithmetic done by hand. */
class PowerChainTest {
    private static final ItFootprint ENGINE = ItFootprint.shipped();
    private static final Request REQUEST =
            new Request(List.of(Criterion.GWP, Criterion.FE), OptionalDouble.of(8_760), Rules.OURS, false);

    @Test
    void aSupplyFollowsItsLabelAndLosesTheSameAtRest() {
        SupplyEfficiency supply = SupplyEfficiency.shipped();
        assertThat(supply.at("gold", 0.5)).isEqualTo(0.92);
        assertThat(supply.at("gold", 0.35)).isCloseTo(0.90, within(1e-12));
        assertThat(supply.at("gold", 1.3)).isEqualTo(0.88);
        double loss = 0.2 * (1 / 0.88 - 1);
        assertThat(supply.at("gold", 0.05)).isCloseTo(0.05 / (0.05 + loss), within(1e-12));
        assertThatThrownBy(() -> supply.at("tin", 0.5)).isInstanceOf(BadInput.class);
    }

    @Test
    void anOversizedSupplyCostsMoreThanOneThatFits() {
        Assessment server = ENGINE.server(ServerSpec.of(ServerSpec.USUAL), REQUEST);
        double watts = PowerChain.meanWatts(server);
        assertThat(watts).isBetween(150.0, 800.0);
        double fits = gwp(PowerChain.supplied(server, "platinum", 2 * watts * 0.94, 1));
        assertThat(fits).isCloseTo(gwp(server), within(1e-6 * gwp(server)));
        assertThat(gwp(PowerChain.supplied(server, "platinum", 3_000, 2))).isGreaterThan(1.05 * gwp(server));
        assertThat(gwp(PowerChain.supplied(server, "bronze", 2 * watts, 1))).isGreaterThan(1.08 * gwp(server));
    }

    private static double gwp(Assessment assessment) {
        return assessment.find(Criterion.GWP, Stage.USE).orElseThrow().value();
    }

    @Test
    void aDiskDrawsBetweenIdleAndActive() {
        DiskPower.Drive drive = DiskPower.shipped().drive("hdd");
        assertThat(drive.watts(0).value()).isEqualTo(5.5);
        assertThat(drive.watts(1).value()).isEqualTo(8);
        assertThat(drive.watts(drive.busy(85)).value()).isEqualTo(6.75);
        assertThat(drive.busy(1e9)).isEqualTo(1);
        for (DiskPower.Drive each : DiskPower.shipped().all()) {
            for (double busy = 0; busy <= 1; busy += 0.25) {
                assertThat(each.watts(busy).isOrdered()).as(each.id()).isTrue();
            }
            assertThat(each.source()).isNotEmpty();
        }
    }

    @Test
    void moreWattsWeighInProportion() {
        Assessment server = ENGINE.server(ServerSpec.of(ServerSpec.USUAL), REQUEST);
        Assessment more = PowerChain.adding(server, Estimate.exact(PowerChain.meanWatts(server)));
        assertThat(gwp(more)).isCloseTo(2 * gwp(server), within(1e-9 * gwp(server)));
        assertThat(more.find(Criterion.GWP, Stage.EMBEDDED)).isEqualTo(server.find(Criterion.GWP, Stage.EMBEDDED));
    }

    @Test
    void aScreenIsItsDeclaredMakingAndItsPower() {
        OfficeKit kit = OfficeKit.shipped();
        OfficeKit.Item screen = kit.find("screen-27").orElseThrow();
        UsageSpec france = UsageSpec.NOTHING.with(Field.USAGE_LOCATION, "FRA");
        Assessment year = kit.assess(screen, france, ENGINE, REQUEST);
        assertThat(year.find(Criterion.GWP, Stage.EMBEDDED).orElseThrow().value())
                .isCloseTo(screen.making().value() / 7, within(1e-9));
        assertThat(gwp(year)).isCloseTo(screen.watts().value() * 8.76 * 0.098, within(1e-9));
        double smaller = kit.find("screen-22").orElseThrow().making().value();
        assertThat(smaller).isLessThan(screen.making().value());
        assertThat(kit.all())
                .allMatch(item -> item.making().isOrdered() && item.watts().isOrdered());
        assertThat(kit.all()).allMatch(item -> !item.source().isEmpty());
    }

    @Test
    void recyclingGivesACreditForWhatComesBack() {
        List<MaterialRecovery.Line> all = MaterialRecovery.shipped().of("server", 1);
        MaterialRecovery.Line aluminium = all.stream()
                .filter(line -> line.material().equals("aluminium"))
                .findFirst()
                .orElseThrow();
        assertThat(aluminium.credit()).isCloseTo(2.5 * 0.8 * 0.85 * (0.99508 - 9.1159), within(1e-9));
        assertThat(aluminium.disposal()).isCloseTo(2.5 * 0.15 * 0.00898, within(1e-9));
        assertThat(MaterialRecovery.total(all)).isNegative();
        assertThat(MaterialRecovery.total(MaterialRecovery.shipped().of("server", 0)))
                .isPositive();
        assertThat(MaterialRecovery.shipped().of("boat", 1)).isEmpty();
    }
}
