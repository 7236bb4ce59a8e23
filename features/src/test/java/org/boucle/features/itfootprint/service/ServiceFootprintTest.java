package org.boucle.features.itfootprint.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.AllocationKey.Kind;
import org.boucle.features.itfootprint.service.Hosting.Equipment;
import org.junit.jupiter.api.Test;

class ServiceFootprintTest {
    /** 2 kg to make and 3 kg to run for each hour of a server, 0.01 and 0.02 for a terminal, 0.1 kg a gigabyte. */
    private static final Costs FIXED = new Costs() {
        @Override
        public EquipmentHour hosting(Equipment equipment) {
            return hour(2, 3, "server");
        }

        @Override
        public EquipmentHour terminal(Audience audience) {
            return hour(0.01, 0.02, "laptop");
        }

        @Override
        public List<NetworkFactor> networks() {
            return List.of(new NetworkFactor(false, Criterion.GWP, Estimate.exact(0.1), "made up"));
        }

        @Override
        public StageSplit split(String category) {
            return category.equals("server") ? new StageSplit(0.8, 0.15, 0.05, "made up") : StageSplit.UNKNOWN;
        }
    };

    private static EquipmentHour hour(double embedded, double use, String category) {
        return new EquipmentHour(
                Map.of(Criterion.GWP, Estimate.exact(embedded), Criterion.ADP, Estimate.exact(1)),
                Map.of(Criterion.GWP, Estimate.exact(use)),
                category,
                List.of("made up"));
    }

    private static DigitalService service(double bookings, double share, double megabytes, double minutes) {
        return new DigitalService(
                "Reservations",
                new FunctionalUnit("booking", bookings),
                List.of(new Hosting(
                        "web",
                        new Equipment.Server("platform_compute_medium", "FRA", 30),
                        2,
                        new AllocationKey(Kind.REQUESTS, share, 1),
                        new Estimate(1.5, 1.2, 2))),
                new Transfer(megabytes, 0),
                List.of(new Audience("laptop", "FRA", 1, minutes)));
    }

    @Test
    void aServiceIsAddedUpByHand() {
        ServiceFootprint footprint = ServiceFootprint.of(service(1000, 0.25, 500, 6), FIXED);
        double hosting = 2 * 0.25 * 8760;
        assertThat(sum(footprint, Tier.DATA_CENTRES)).isCloseTo(hosting * (2 + 3 * 1.5), within(1e-6));
        assertThat(sum(footprint, Tier.NETWORKS)).isCloseTo(500 * 0.1, within(1e-9));
        assertThat(sum(footprint, Tier.TERMINALS)).isCloseTo(100 * 0.03, within(1e-9));
        Estimate unit = footprint.perUnit(Criterion.GWP).orElseThrow();
        assertThat(unit.value()).isCloseTo((hosting * 6.5 + 50 + 3) / 1000, within(1e-9));
        assertThat(unit.min()).isCloseTo((hosting * (2 + 3 * 1.2) + 53) / 1000, within(1e-9));
        assertThat(footprint.sum(Criterion.GWP, line -> line.stage() == LifeStage.DISTRIBUTION))
                .hasValueSatisfying(part -> assertThat(part.value()).isCloseTo(hosting * 2 * 0.15, within(1e-6)));
        // networks know climate only, and the page must say so
        assertThat(footprint.missing(Criterion.ADP)).containsExactly(Tier.NETWORKS);
        assertThat(footprint.criteria()).containsExactly(Criterion.GWP, Criterion.ADP);
    }

    private static double sum(ServiceFootprint footprint, Tier tier) {
        return footprint
                .sum(Criterion.GWP, line -> line.tier() == tier)
                .orElseThrow()
                .value();
    }

    @Property(tries = 100)
    void theTotalIsTheSumOfTiersAndOfStagesAndOfScopes(
            @ForAll @DoubleRange(min = 1, max = 1e7) double bookings,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.01, max = 50) double megabytes,
            @ForAll @DoubleRange(min = 0, max = 60) double minutes) {
        ServiceFootprint footprint = ServiceFootprint.of(service(bookings, share, megabytes, minutes), FIXED);
        double total = footprint.total(Criterion.GWP).orElseThrow().value();
        double tiers = 0;
        for (Tier tier : Tier.values()) {
            tiers += footprint
                    .sum(Criterion.GWP, line -> line.tier() == tier)
                    .orElse(Estimate.ZERO)
                    .value();
        }
        double stages = 0;
        for (LifeStage stage : LifeStage.values()) {
            stages += footprint
                    .sum(Criterion.GWP, line -> line.stage() == stage)
                    .orElse(Estimate.ZERO)
                    .value();
        }
        for (Scopes.Actor actor : Scopes.Actor.values()) {
            double scopes = 0;
            for (Scopes.Scope scope : Scopes.Scope.values()) {
                scopes += footprint
                        .sum(Criterion.GWP, line -> Scopes.of(actor, line) == scope)
                        .orElse(Estimate.ZERO)
                        .value();
            }
            assertThat(scopes).isCloseTo(total, within(1e-9 * total));
        }
        assertThat(tiers).isCloseTo(total, within(1e-9 * total));
        assertThat(stages).isCloseTo(total, within(1e-9 * total));
    }

    @Test
    void scopesFollowTheTableOfTheTalk() {
        for (LifeStage stage : List.of(LifeStage.MANUFACTURING, LifeStage.DISTRIBUTION, LifeStage.END_OF_LIFE)) {
            assertThat(Scopes.of(Scopes.Actor.PROVIDER, Tier.DATA_CENTRES, false, stage)
                            .number())
                    .isEqualTo(3);
            assertThat(Scopes.of(Scopes.Actor.CLIENT, Tier.DATA_CENTRES, false, stage)
                            .number())
                    .isEqualTo(3);
        }
        assertThat(Scopes.of(Scopes.Actor.PROVIDER, Tier.DATA_CENTRES, false, LifeStage.USE)
                        .number())
                .isEqualTo(2);
        assertThat(Scopes.of(Scopes.Actor.CLIENT, Tier.DATA_CENTRES, false, LifeStage.USE)
                        .number())
                .isEqualTo(3);
        assertThat(Scopes.of(Scopes.Actor.PROVIDER, Tier.DATA_CENTRES, true, LifeStage.USE))
                .isEqualTo(Scopes.Scope.PURCHASED);
        assertThat(Scopes.of(Scopes.Actor.PROVIDER, Tier.TERMINALS, false, LifeStage.USE))
                .isEqualTo(Scopes.Scope.USE_OF_PRODUCTS_SOLD);
    }
}
