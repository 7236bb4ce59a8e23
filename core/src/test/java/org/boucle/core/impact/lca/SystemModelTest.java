package org.boucle.core.impact.lca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.impact.lca.UnitProcess.Exchange;
import org.boucle.core.impact.lca.UnitProcess.Method;
import org.boucle.core.impact.lca.UnitProcess.Output;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.impact.solver.SparseMatrix;
import org.boucle.core.impact.solver.Systems;
import org.junit.jupiter.api.Test;

/**
 * A combined heat and power plant: 10 kWh of electricity (row 0, 0.20 EUR) and 20 kWh of heat (row 1, 0.05 EUR) from 40
 * kWh of gas (row 2), 8 kg CO2. Gas emits 0.01 kg a kWh, a boiler's heat (row 3) 0.25 kg a kWh.
 */
class SystemModelTest {
    private static final List<Output> CHP = List.of(new Output(0, 10, 1, 0.20), new Output(1, 20, 1, 0.05));
    private static final Characterisation CO2 = new Characterisation(Systems.of(new double[][] {{1}}));

    private static UnitProcess plant(Method method) {
        return new UnitProcess("plant", CHP, List.of(new Exchange(2, 40)), List.of(new Exchange(0, 8)), method);
    }

    private static UnitProcess simple(String name, int product, double co2) {
        return new UnitProcess(
                name,
                List.of(new Output(product, 1, 1, 1)),
                List.of(),
                List.of(new Exchange(0, co2)),
                new Method.CutOff());
    }

    private static Intensities intensities(Method method) {
        UnitProcess gas = simple("gas", 2, 0.01);
        UnitProcess boiler = simple("boiler", 3, 0.25);
        SystemModel model = SystemModel.of(4, 1, List.of(plant(method), gas, boiler));
        return LifeCycleEngine.of(model.database()).adjoint(CO2);
    }

    @Test
    void sharesByEnergy() {
        // A third of (8 + 40 * 0.01) kg for 10 kWh of electricity, two thirds for 20 kWh of heat.
        Intensities result = intensities(new Method.Physical());
        assertThat(result.of(0, 0)).isCloseTo(8.4 / 3 / 10, within(1e-15));
        assertThat(result.of(1, 0)).isCloseTo(8.4 * 2 / 3 / 20, within(1e-15));
    }

    @Test
    void sharesByPrice() {
        // 2 EUR of electricity, 1 EUR of heat.
        Intensities result = intensities(new Method.Economic());
        assertThat(result.of(0, 0)).isCloseTo(8.4 * 2 / 3 / 10, within(1e-15));
        assertThat(result.of(1, 0)).isCloseTo(8.4 / 3 / 20, within(1e-15));
    }

    @Test
    void sharesByCauseExchangeByExchange() {
        Intensities result =
                intensities(new Method.Causal(List.of(new double[] {0.75, 0.25}), List.of(new double[] {0.5, 0.5})));
        assertThat(result.of(0, 0)).isCloseTo((0.75 * 0.4 + 4) / 10, within(1e-15));
        assertThat(result.of(1, 0)).isCloseTo((0.25 * 0.4 + 4) / 20, within(1e-15));
    }

    @Test
    void whateverTheSharesTheWholeIsKept() {
        for (Method method : List.of(new Method.Physical(), new Method.Economic())) {
            Intensities result = intensities(method);
            assertThat(result.footprint(Demand.of(0, 10).plus(Demand.of(1, 20)))[0])
                    .isCloseTo(8.4, within(1e-13));
        }
    }

    @Test
    void creditsTheHeatThatABoilerNeedNotMake() {
        UnitProcess plant = plant(new Method.Substitution(Map.of(1, 3)));
        SystemModel model = SystemModel.of(4, 1, List.of(plant, simple("gas", 2, 0.01), simple("boiler", 3, 0.25)));
        // Row 1 (the plant's own heat) is made by no activity any more, so it is left out of the square system.
        assertThat(LifeCycleEngine.prepare(model.database())).isInstanceOf(Preparation.NotSquare.class);
        SystemModel square = SystemModel.of(
                3,
                1,
                List.of(
                        new UnitProcess(
                                "plant",
                                List.of(new Output(0, 10, 1, 1), new Output(9, 20, 1, 1)),
                                List.of(new Exchange(1, 40)),
                                List.of(new Exchange(0, 8)),
                                new Method.Substitution(Map.of(9, 2))),
                        simple("gas", 1, 0.01),
                        simple("boiler", 2, 0.25)));
        Intensities result = LifeCycleEngine.of(square.database()).adjoint(CO2);
        assertThat(result.of(0, 0)).isCloseTo((8 + 0.4 - 20 * 0.25) / 10, within(1e-15));
    }

    @Test
    void cutOffLeavesAllToTheReferenceProductAndReportsWhatItDropped() {
        UnitProcess plant = new UnitProcess(
                "plant",
                CHP.subList(0, 1),
                List.of(new Exchange(UnitProcess.UNLINKED, 5)),
                List.of(new Exchange(0, 8)),
                new Method.CutOff());
        SystemModel model = SystemModel.of(1, 1, List.of(plant));
        assertThat(model.unlinked()).containsExactly(new SystemModel.Unlinked(0, 5));
        assertThat(LifeCycleEngine.of(model.database()).adjoint(CO2).of(0, 0)).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void impossibleSharesAreRefused() {
        List<Output> worthless = List.of(new Output(0, 1, 0, 0), new Output(1, 1, 0, 0));
        UnitProcess process = new UnitProcess("waste", worthless, List.of(), List.of(), new Method.Economic());
        assertThatThrownBy(() -> SystemModel.of(2, 1, List.of(process))).hasMessageContaining("price");
        Method half = new Method.Causal(List.of(new double[] {0.5, 0.4}), List.of(new double[] {1, 0}));
        assertThatThrownBy(() -> SystemModel.of(4, 1, List.of(plant(half)))).hasMessageContaining("adding up to 1");
        assertThatThrownBy(() -> new UnitProcess(
                        "x", List.of(new Output(0, -1, 1, 1)), List.of(), List.of(), new Method.CutOff()))
                .hasMessageContaining("input");
    }

    @Test
    void intervalsFromLeastAndGreatestInputs() {
        SparseMatrix low = Systems.of(new double[][] {{1, -0.1}, {-0.2, 1}});
        SparseMatrix high = Systems.of(new double[][] {{1, -0.3}, {-0.4, 1}});
        DirectImpacts directLow = new DirectImpacts(1, new double[] {1, 2});
        DirectImpacts directHigh = new DirectImpacts(1, new double[] {1.5, 2});
        Bounds bounds =
                Bounds.of(low, high, directLow, directHigh, Demand.of(0, 1)).orElseThrow();
        assertThat(bounds.least()).isCloseTo((1 + 0.2 * 2) / (1 - 0.02), within(1e-14));
        assertThat(bounds.greatest()).isCloseTo((1.5 + 0.4 * 2) / (1 - 0.12), within(1e-14));
        SparseMatrix credit = Systems.of(new double[][] {{1, 0.1}, {-0.2, 1}});
        assertThat(Bounds.of(credit, high, directLow, directHigh, Demand.of(0, 1)))
                .isEqualTo(Optional.empty());
        SparseMatrix gaining = Systems.of(new double[][] {{1, -3}, {-2, 1}});
        assertThat(Bounds.of(low, gaining, directLow, directHigh, Demand.of(0, 1)))
                .isEmpty();
    }

    @Test
    void regionalFactorsFallBackVisibly() {
        Characterisation base = new Characterisation(Systems.of(new double[][] {{10, 0}, {0, 3}}));
        RegionalFactors factors = new RegionalFactors(
                base,
                List.of(new RegionalFactors.Factor(0, 0, "FR", 7), new RegionalFactors.Factor(0, 0, "EU", 8)),
                Map.of("FR", "EU", "BE", "EU"));
        SparseMatrix b = Systems.of(new double[][] {{2, 2, 2, 2}, {1, 1, 1, 1}});
        RegionalFactors.Regionalised result = factors.of(b, List.of("FR", "BE", "US", ""));
        assertThat(result.direct().values()).containsExactly(14, 3, 16, 3, 20, 3, 20, 3);
        assertThat(result.fallbacks())
                .extracting(RegionalFactors.Fallback::place, RegionalFactors.Fallback::used)
                .containsExactlyInAnyOrder(
                        tuple("BE", Optional.of("EU")), tuple("US", Optional.empty()), tuple("", Optional.empty()));
    }
}
