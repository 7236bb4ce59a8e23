package org.boucle.core.impact.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.junit.jupiter.api.Test;

class ProductInventoryTest {
    private static final Geography FR = Geography.of("FR");
    private static final Knowledge KNOWN = Knowledge.declared(FR);

    private final ProductFootprint stove = ProductFootprint.of(
            new Product(
                    "stove",
                    "one stove",
                    120,
                    FR,
                    2023,
                    List.of(
                            new ProductItem.Material("Body", "material.steel", q(40, "kg"), 0, 0, KNOWN),
                            new ProductItem.Step("Welding", "electricity.grid", q(30, "kWh"), KNOWN),
                            new ProductItem.Step("Drying", "fuel.natural-gas", q(20, "kWh"), KNOWN),
                            new ProductItem.Step("Boiler", "fuel.wood", q(10, "kWh"), KNOWN),
                            new ProductItem.Step("Rinsing", "water.supply", q(20, "L"), KNOWN),
                            new ProductItem.Release(
                                    "Switchgear", "gas.sf6", q(1, "g"), LifeCycleStage.MANUFACTURING, KNOWN),
                            new ProductItem.Use("Ignition", "electricity.grid", q(5, "kWh"), KNOWN),
                            new ProductItem.EndOfLife("Back", "waste.metal.recycling", q(40, "kg"), true, KNOWN))),
            FactorLibrary.shipped());
    private final CorporateInventory inventory = ProductInventory.of(stove);

    private static Quantity q(double value, String unit) {
        return Quantity.of(value, Unit.parse(unit));
    }

    @Test
    void scopesAndPostsAreTheSameLinesSortedTwice() {
        double total = stove.footprint().total(IndicatorCategory.GHG);
        assertThat(inventory.total(Basis.LOCATION)).isCloseTo(total, within(1e-9 * total));
        assertThat(ProductInventory.filledPosts(inventory).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(total, within(1e-9 * total));
    }

    @Test
    void eachKindOfItemHasItsPlace() {
        assertThat(inventory.posts().get(BegesPost.P2_1))
                .isPositive()
                .isEqualTo(inventory.scope(Scope.SCOPE_2, Basis.LOCATION));
        // 20 kWh of gas burnt, and the wood's methane and nitrous oxide
        assertThat(inventory.posts().get(BegesPost.P1_1)).isGreaterThan(20 * 0.2);
        // 1 g of SF6 at more than 20,000
        assertThat(inventory.posts().get(BegesPost.P1_4)).isBetween(20.0, 30.0);
        assertThat(inventory.scope3(1)).isGreaterThan(40 * 2);
        assertThat(inventory.scope3(11)).isEqualTo(inventory.posts().get(BegesPost.P5_1));
        assertThat(inventory.scope3(12)).isEqualTo(inventory.posts().get(BegesPost.P5_3));
        // version 5 puts the upstream of energy among the goods bought
        assertThat(inventory.scope3(1) + inventory.scope3(3))
                .isCloseTo(inventory.posts().get(BegesPost.P4_1), within(1e-9));
    }

    @Test
    void biogenicCarbonIsInNoScopeAndNoPost() {
        assertThat(stove.footprint().total(CarbonApart.BIOGENIC_RELEASE)).isCloseTo(4.032, within(1e-6));
        assertThat(inventory.entries()).allMatch(e -> e.line().category() == IndicatorCategory.GHG);
    }
}
