package org.boucle.core.impact.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.company.Contract.Instrument;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.junit.jupiter.api.Test;

class CompanyFootprintTest {
    private static final Geography FR = new Geography("FR");
    private static final FactorLibrary LIBRARY = FactorLibrary.of(List.of(
            factor("grid", "electricity.grid", "ghg", 0.05, Units.KILOWATT_HOUR, Boundary.CRADLE_TO_GATE),
            factor("hydro", "electricity.hydro", "ghg", 0.024, Units.KILOWATT_HOUR, Boundary.CRADLE_TO_GATE),
            factor("gas", "fuel.gas", "ghg", 0.2, Units.KILOWATT_HOUR, Boundary.DIRECT),
            factor("gas-up", "fuel.gas", "ghg", 0.03, Units.KILOWATT_HOUR, Boundary.UPSTREAM),
            factor("wood-bio", "fuel.wood", "carbon.biogenic", 0.4, Units.KILOWATT_HOUR, Boundary.DIRECT),
            factor("wood", "fuel.wood", "ghg", 0.01, Units.KILOWATT_HOUR, Boundary.DIRECT),
            factor("truck", "freight.truck", "ghg", 0.1, Units.TONNE_KILOMETRE, Boundary.DIRECT_AND_UPSTREAM),
            factor("flour", "material.flour", "ghg", 500, Units.TONNE, Boundary.CRADLE_TO_GATE),
            factor("tip", "waste.mixed.landfill", "ghg", 400, Units.TONNE, Boundary.END_OF_LIFE)));

    private static Factor factor(String id, String code, String impact, double value, Unit unit, Boundary boundary) {
        return new Factor(
                id,
                code,
                Name.of(code),
                impact,
                value,
                unit,
                FR,
                Period.of(2025),
                boundary,
                GwpSet.AR6,
                Uncertainty.lognormal(1.1),
                new Source("test", id, "none"));
    }

    private static CompanyActivity activity(String name, BegesPost post, String flow, double value, Unit unit) {
        return CompanyActivity.of(name, post, flow, Quantity.of(value, unit), Knowledge.of(FR, Origin.DECLARED));
    }

    private static CompanyAccount account(int year, double gas, List<Contract> contracts) {
        return new CompanyAccount(
                "Works",
                FR,
                year,
                Consolidation.OPERATIONAL_CONTROL,
                "",
                List.of(
                        activity("Power", BegesPost.P2_1, "electricity.grid", 1_000_000, Units.KILOWATT_HOUR),
                        activity("Boiler", BegesPost.P1_1, "fuel.gas", gas, Units.KILOWATT_HOUR),
                        activity("Stove", BegesPost.P1_1, "fuel.wood", 1_000, Units.KILOWATT_HOUR),
                        new CompanyActivity(
                                "Deliveries",
                                BegesPost.P3_2,
                                "freight.truck",
                                Quantity.of(100, Units.TONNE),
                                300,
                                0.5,
                                Knowledge.of(FR, Origin.DECLARED)),
                        activity("Flour", BegesPost.P4_1, "material.flour", 20, Units.TONNE),
                        activity("Refuse", BegesPost.P4_3, "waste.mixed.landfill", 2, Units.TONNE),
                        activity("Cars", BegesPost.P3_3, "car", 2_000, Units.KILOMETRE),
                        activity("Yard", BegesPost.P1_5, "indicator.land", 5_000, Units.SQUARE_METRE),
                        activity("Biscuits", BegesPost.P6_1, CompanyActivity.OUTPUT, 50, Units.TONNE),
                        activity("Riddle", BegesPost.P4_5, "service.unknown", 3, Units.TONNE)),
                contracts);
    }

    @Test
    void scopesPostsAndCategoriesAreTheWorkedOnes() {
        CompanyFootprint result = CompanyFootprint.of(account(2025, 500_000, List.of()), LIBRARY);
        var inventory = result.inventory();
        // gas 500,000 x 0.2 and wood 1,000 x 0.01
        assertThat(inventory.scope(Scope.SCOPE_1, Basis.LOCATION)).isCloseTo(100_010, within(1e-6));
        assertThat(inventory.scope(Scope.SCOPE_2, Basis.LOCATION)).isCloseTo(50_000, within(1e-6));
        assertThat(inventory.scope3(3)).isCloseTo(15_000, within(1e-6));
        assertThat(inventory.scope3(9)).isCloseTo(100 * 300 * 0.1, within(1e-6));
        assertThat(inventory.scope3(1)).isCloseTo(10_000, within(1e-6));
        assertThat(inventory.scope3(5)).isCloseTo(800, within(1e-6));
        assertThat(inventory.total(Basis.LOCATION)).isCloseTo(178_810, within(1e-6));
        assertThat(result.footprint().total(IndicatorCategory.GHG)).isCloseTo(178_810, within(1e-6));
        assertThat(inventory.posts().values().stream().mapToDouble(v -> v).sum())
                .isCloseTo(178_810, within(1e-6));
        assertThat(inventory.posts().get(BegesPost.P4_1)).isCloseTo(25_000, within(1e-6));
        assertThat(result.footprint().total(CarbonApart.BIOGENIC_RELEASE)).isCloseTo(400, within(1e-9));
        assertThat(result.footprint().total(IndicatorCategory.ENERGY)).isCloseTo(1_501_000, within(1e-6));
        assertThat(result.footprint().total(IndicatorCategory.LAND)).isEqualTo(5_000);
        assertThat(result.footprint().total(IndicatorCategory.MATERIAL)).isEqualTo(20_000);
        assertThat(result.footprint().total(IndicatorCategory.POLLUTION)).isEqualTo(2_000);
        assertThat(result.footprint().total(IndicatorCategory.TRANSPORT)).isEqualTo(2_000);
        assertThat(result.missing()).extracting(m -> m.activity()).containsExactly("Cars", "Riddle");
        assertThat(result.output()).contains(Quantity.of(50, Units.TONNE));
    }

    @Test
    void contractsChangeTheMarketViewOnly() {
        List<Contract> contracts = List.of(
                new Contract(
                        "Hydro", Instrument.GUARANTEE_OF_ORIGIN, 0.4, "electricity.hydro", OptionalDouble.empty(), ""),
                new Contract("Supplier", Instrument.SUPPLIER_MIX, 0.2, "", OptionalDouble.of(0.01), "bill"),
                new Contract("Residual", Instrument.RESIDUAL_MIX, 1, "", OptionalDouble.of(0.09), "AIB"));
        CompanyFootprint result = CompanyFootprint.of(account(2025, 500_000, contracts), LIBRARY);
        assertThat(result.inventory().scope(Scope.SCOPE_2, Basis.LOCATION)).isCloseTo(50_000, within(1e-6));
        // 400,000 x 0.024 + 200,000 x 0.01 + 400,000 x 0.09
        assertThat(result.inventory().scope(Scope.SCOPE_2, Basis.MARKET)).isCloseTo(47_600, within(1e-6));
        assertThat(result.view(Basis.MARKET).total(IndicatorCategory.GHG))
                .isCloseTo(result.inventory().total(Basis.MARKET), within(1e-6));
        assertThat(result.view(Basis.LOCATION).total(IndicatorCategory.GHG))
                .isCloseTo(result.inventory().total(Basis.LOCATION), within(1e-6));
    }

    @Test
    void withoutContractTheMarketViewTakesTheGrid() {
        CompanyFootprint result = CompanyFootprint.of(account(2025, 1, List.of()), LIBRARY);
        assertThat(result.inventory().scope(Scope.SCOPE_2, Basis.MARKET)).isCloseTo(50_000, within(1e-6));
    }

    @Test
    void moreThanAllOfTheElectricityIsRefused() {
        Contract most = new Contract("A", Instrument.SUPPLIER_MIX, 0.7, "", OptionalDouble.of(0), "");
        Contract more = new Contract("B", Instrument.POWER_PURCHASE, 0.7, "", OptionalDouble.of(0), "");
        assertThatThrownBy(() -> account(2025, 1, List.of(most, more))).hasMessageContaining("more than all");
    }

    @Test
    void anEquityShareCountsTheHeldPart() {
        CompanyAccount held = account(2025, 500_000, List.of()).withConsolidation(Consolidation.EQUITY_SHARE);
        CompanyFootprint result = CompanyFootprint.of(held, LIBRARY);
        assertThat(result.inventory().scope3(9)).isCloseTo(1_500, within(1e-6));
    }

    @Test
    void yearsCompareLineByLineAndDivideTheChange() {
        CompanyFootprint before = CompanyFootprint.of(account(2025, 500_000, List.of()), LIBRARY);
        CompanyFootprint after = CompanyFootprint.of(account(2026, 300_000, List.of()), LIBRARY);
        YearComparison comparison = new YearComparison(before, after, Basis.LOCATION);
        assertThat(comparison.difference()).isCloseTo(-46_000, within(1e-6));
        YearComparison.Row boiler = comparison.rows().getFirst();
        assertThat(boiler.id()).isEqualTo("Boiler");
        assertThat(boiler.byActivity()).isCloseTo(-40_000, within(1e-6));
        assertThat(boiler.byFactor()).isZero();
        assertThat(comparison.rows().stream()
                        .mapToDouble(YearComparison.Row::difference)
                        .sum())
                .isCloseTo(-46_000, within(1e-6));
        assertThat(comparison.probabilityFell(500, 1)).isGreaterThan(0.99);
        assertThat(new YearComparison(before, before, Basis.LOCATION).probabilityFell(200, 1))
                .isEqualTo(0.5);
        assertThat(comparison.recalculates(LIBRARY)).isFalse();
        CompanyFootprint held = CompanyFootprint.of(
                account(2026, 300_000, List.of()).withConsolidation(Consolidation.EQUITY_SHARE), LIBRARY);
        // deliveries at half: 1,500 of 178,810 kg is 0.8 per cent, under the threshold of 5
        assertThat(new YearComparison(before, held, Basis.LOCATION).recalculates(LIBRARY))
                .isFalse();
        assertThat(new YearComparison(before, held, Basis.LOCATION)
                        .rebased(LIBRARY)
                        .inventory()
                        .scope3(9))
                .isCloseTo(1_500, within(1e-6));
    }

    @Test
    void everyLineIsActivityTimesFactor() {
        for (FootprintLine line : CompanyFootprint.of(account(2025, 9, List.of()), LIBRARY)
                .footprint()
                .lines()) {
            assertThat(line.value())
                    .isEqualTo(line.activity().quantity().in(line.factor().unit())
                            * line.factor().value());
        }
    }
}
