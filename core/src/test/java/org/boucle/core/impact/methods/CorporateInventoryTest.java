package org.boucle.core.impact.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.Activity;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.CorporateInventory.Entry;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.junit.jupiter.api.Test;

class CorporateInventoryTest {
    private static FootprintLine line(String id, Scope scope, double amount, String unit, double value) {
        Factor factor = new Factor(
                id,
                id,
                Name.of(id),
                "ghg",
                value,
                Unit.parse(unit),
                Geography.of("FR"),
                Period.of(2024),
                Boundary.CRADLE_TO_GATE,
                GwpSet.AR6,
                Uncertainty.unknown(),
                Source.declared("test"));
        return FootprintLine.of(
                id,
                id,
                LifeCycleStage.MANUFACTURING,
                scope,
                IndicatorCategory.GHG,
                Activity.of(id, Quantity.of(amount, Unit.parse(unit)), Origin.MEASURED),
                FactorMatch.exact(factor));
    }

    private final CorporateInventory year = new CorporateInventory(List.of(
            new Entry(line("gas", Scope.SCOPE_1, 1_000_000, "kWh", 0.202), 0, BegesPost.P1_1, Basis.BOTH),
            new Entry(line("gas upstream", Scope.SCOPE_3, 1_000_000, "kWh", 0.033), 3, BegesPost.P1_1, Basis.BOTH),
            new Entry(line("power, grid", Scope.SCOPE_2, 2_000_000, "kWh", 0.056), 0, BegesPost.P2_1, Basis.LOCATION),
            new Entry(line("power, contract", Scope.SCOPE_2, 2_000_000, "kWh", 0.012), 0, BegesPost.P2_1, Basis.MARKET),
            new Entry(line("steel", Scope.SCOPE_3, 300, "t", 2211), 1, BegesPost.P4_1, Basis.BOTH),
            new Entry(line("wood", Scope.OUTSIDE, 100_000, "kWh", 0.4), 0, BegesPost.P1_1, Basis.BOTH)));

    @Test
    void scopeTwoIsReportedTwiceAndNeverAdded() {
        assertThat(year.scope(Scope.SCOPE_2, Basis.LOCATION)).isCloseTo(112_000, within(1e-6));
        assertThat(year.scope(Scope.SCOPE_2, Basis.MARKET)).isCloseTo(24_000, within(1e-6));
        assertThat(year.total(Basis.LOCATION) - year.total(Basis.MARKET)).isCloseTo(88_000, within(1e-6));
    }

    @Test
    void biogenicCarbonStaysOutsideScopesAndPosts() {
        assertThat(year.total(Basis.LOCATION)).isCloseTo(202_000 + 33_000 + 112_000 + 663_300, within(1e-6));
        assertThat(year.posts().get(BegesPost.P1_1)).isCloseTo(235_000, within(1e-6));
        assertThat(year.scope(Scope.OUTSIDE, Basis.LOCATION)).isCloseTo(40_000, within(1e-6));
    }

    @Test
    void postsAndScope3CategoriesSortTheSameLines() {
        assertThat(BegesPost.values()).hasSize(22);
        assertThat(year.scope3(1)).isCloseTo(663_300, within(1e-6));
        assertThat(year.posts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(year.total(Basis.LOCATION), within(1e-6));
        assertThat(BegesPost.P3_2.scope3Category()).isEqualTo(9);
        assertThat(CorporateInventory.recalculatesBaseYear(1000, 1060, 0.05)).isTrue();
        assertThat(CorporateInventory.recalculatesBaseYear(1000, 1040, 0.05)).isFalse();
    }

    @Test
    void aScopeThreeLineWithoutCategoryIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entry(line("x", Scope.SCOPE_3, 1, "kg", 1), 0, BegesPost.P4_1, Basis.BOTH))
                .withMessageContaining("from 1 to 15");
    }
}
