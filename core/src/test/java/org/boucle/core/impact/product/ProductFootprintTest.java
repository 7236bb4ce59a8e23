package org.boucle.core.impact.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.junit.jupiter.api.Test;

class ProductFootprintTest {
    private static final Geography FR = Geography.of("FR");
    private static final Knowledge KNOWN = Knowledge.declared(FR);

    private static Quantity q(double value, String unit) {
        return Quantity.of(value, Unit.parse(unit));
    }

    private static Product chair(double steel, double recycled, double loss) {
        return new Product(
                "chair",
                "one chair for ten years",
                120,
                FR,
                2023,
                List.of(
                        new ProductItem.Material("Frame", "material.steel", q(steel, "kg"), 0, loss, KNOWN),
                        new ProductItem.Material("Seat", "material.plastic.pp", q(2, "kg"), recycled, 0, KNOWN),
                        new ProductItem.Material("Back", "material.wood", q(1, "kg"), 0, 0, KNOWN),
                        new ProductItem.Step("Welding", "electricity.grid", q(3, "kWh"), KNOWN),
                        new ProductItem.Step("Drying", "fuel.natural-gas", q(2, "kWh"), KNOWN),
                        new ProductItem.Step("Rinsing", "water.supply", q(20, "L"), KNOWN),
                        new ProductItem.Transport(
                                "To shop",
                                "freight.road.hgv",
                                q(7, "kg"),
                                500,
                                LifeCycleStage.DISTRIBUTION,
                                Knowledge.declared(Geography.of("GB"))),
                        new ProductItem.EndOfLife("Steel back", "waste.metal.recycling", q(4, "kg"), true, KNOWN),
                        new ProductItem.EndOfLife("Rest", "waste.plastic.landfill", q(3, "kg"), false, KNOWN),
                        new ProductItem.Release("Hall", "land", q(0.01, "m2"), LifeCycleStage.MANUFACTURING, KNOWN)));
    }

    private static Footprint footprint(Product product) {
        ProductFootprint result = ProductFootprint.of(product, FactorLibrary.shipped());
        assertThat(result.missing()).isEmpty();
        return result.footprint();
    }

    @Test
    void theTenIndustrialCategoriesFollowFromTheDescription() {
        Footprint chair = footprint(chair(4, 0.25, 0.2));
        assertThat(chair.total(IndicatorCategory.MATERIAL)).isCloseTo(5 + 2 + 1, within(1e-9));
        assertThat(chair.total(IndicatorCategory.SCRAP)).isCloseTo(1, within(1e-9));
        assertThat(chair.total(IndicatorCategory.RECYCLING)).isCloseTo(0.5 + 4, within(1e-9));
        assertThat(chair.total(IndicatorCategory.POLLUTION)).isCloseTo(3, within(1e-9));
        assertThat(chair.total(IndicatorCategory.ENERGY)).isCloseTo(5, within(1e-9));
        assertThat(chair.total(IndicatorCategory.WATER)).isCloseTo(0.02, within(1e-12));
        assertThat(chair.total(IndicatorCategory.TRANSPORT)).isCloseTo(500, within(1e-9));
        assertThat(chair.total(IndicatorCategory.LAND)).isCloseTo(0.01, within(1e-12));
        assertThat(chair.total(IndicatorCategory.LIFETIME)).isCloseTo(120, within(1e-9));
    }

    @Test
    void eachGreenhouseGasLineIsActivityTimesFactor() {
        Footprint chair = footprint(chair(4, 0.25, 0.2));
        assertThat(value(chair, "Frame")).isCloseTo(5 * 2.211, within(1e-9));
        assertThat(value(chair, "Welding")).isCloseTo(3 * 0.056039, within(1e-9));
        assertThat(value(chair, "Drying")).isCloseTo(2 * 0.202166, within(1e-6));
        assertThat(value(chair, "To shop")).isCloseTo(3.5 * 0.10163, within(1e-9));
        assertThat(value(chair, "To shop#upstream")).isCloseTo(3.5 * 0.02359, within(1e-9));
        double stages = chair.byStage(IndicatorCategory.GHG).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(stages).isCloseTo(chair.total(IndicatorCategory.GHG), within(1e-9));
    }

    @Test
    void scopesAreSeenFromTheMakerAndBiogenicCarbonStaysApart() {
        Footprint chair = footprint(chair(4, 0.25, 0.2));
        assertThat(scope(chair, "Drying")).isEqualTo(Scope.SCOPE_1);
        assertThat(scope(chair, "Drying#upstream")).isEqualTo(Scope.SCOPE_3);
        assertThat(scope(chair, "Welding")).isEqualTo(Scope.SCOPE_2);
        assertThat(scope(chair, "Frame")).isEqualTo(Scope.SCOPE_3);
        assertThat(chair.total(CarbonApart.BIOGENIC_UPTAKE)).isNegative();
        assertThat(chair.lines(IndicatorCategory.GHG)).noneMatch(l -> l.value() < 0);
    }

    @Test
    void aVariantThatTakesLessSteelIsSurelyBetterThoughTheFactorIsVague() {
        FootprintComparison comparison =
                new FootprintComparison(footprint(chair(4, 0.25, 0.2)), footprint(chair(3, 0.25, 0.2)));
        assertThat(comparison.difference(IndicatorCategory.GHG)).isCloseTo(-1 / 0.8 * 2.211, within(1e-9));
        assertThat(comparison.probabilityLower(IndicatorCategory.GHG, 1000, 1)).isGreaterThan(0.99);
        assertThat(comparison.changes(IndicatorCategory.GHG))
                .filteredOn(c -> Math.abs(c.difference()) > 1e-12)
                .extracting(FootprintComparison.Change::id)
                .containsExactly("Frame");
    }

    @Test
    void anItemWithoutAFactorIsMissingAndNotZero() {
        Product product =
                chair(4, 0, 0).withItems(List.of(new ProductItem.Step("Magic", "unobtainium", q(1, "kg"), KNOWN)));
        ProductFootprint result = ProductFootprint.of(product, FactorLibrary.shipped());
        assertThat(result.missing()).extracting(ProductFootprint.Missing::item).containsExactly("Magic");
    }

    @Test
    void sharesInPerCentAndDoubledNamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductItem.Material("a", "material.steel", q(1, "kg"), 20, 0, KNOWN))
                .withMessageContaining("per cent");
        Product chair = chair(4, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chair.withItems(
                        List.of(chair.items().get(0), chair.items().get(0))))
                .withMessageContaining("Two items");
        assertThat(chair.kilograms()).isCloseTo(7, within(1e-12));
    }

    private static double value(Footprint footprint, String id) {
        return footprint.lines(IndicatorCategory.GHG).stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Scope scope(Footprint footprint, String id) {
        return footprint.lines(IndicatorCategory.GHG).stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow()
                .scope();
    }
}
