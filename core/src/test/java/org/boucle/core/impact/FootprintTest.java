package org.boucle.core.impact;

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
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final Unit KG = Unit.parse("kg");

    static Factor factor(String id, double value, String unit, Uncertainty spread) {
        return new Factor(
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
                spread,
                Source.declared("test"));
    }

    static FootprintLine line(String id, double kilograms, Factor factor, Uncertainty spread) {
        Activity activity = new Activity(id, Quantity.of(kilograms, KG), Origin.DECLARED, spread, "");
        return FootprintLine.of(
                id,
                id,
                LifeCycleStage.MATERIALS,
                Scope.SCOPE_3,
                IndicatorCategory.GHG,
                activity,
                FactorMatch.exact(factor));
    }

    private final Factor steel = factor("steel", 2211, "t", Uncertainty.plusMinus(10));
    private final Factor paper = factor("paper", 0.919, "kg", Uncertainty.unknown());

    @Test
    void theTotalIsTheSumOfItsLinesInTheUnitOfTheCategory() {
        Footprint chair = new Footprint(
                "chair",
                List.of(
                        line("frame", 4, steel, Uncertainty.unknown()),
                        line("box", 1.5, paper, Uncertainty.unknown())));
        assertThat(chair.total(IndicatorCategory.GHG)).isCloseTo(4 * 2.211 + 1.5 * 0.919, within(1e-12));
        assertThat(chair.byStage(IndicatorCategory.GHG)).containsOnlyKeys(LifeCycleStage.MATERIALS);
        assertThat(chair.categories()).containsExactly(IndicatorCategory.GHG);
        assertThat(chair.shareWithoutStatedSpread(IndicatorCategory.GHG)).isCloseTo(1.3785 / 10.2225, within(1e-9));
    }

    @Test
    void twoLinesOfOneFactorAreNotTwoIndependentErrors() {
        Footprint chair = new Footprint(
                "chair",
                List.of(line("frame", 4, steel, Uncertainty.unknown()), line("feet", 4, steel, Uncertainty.unknown())));
        double sd = 8 * 2.211 * 0.10 / Uncertainty.Z95;
        assertThat(Math.sqrt(chair.variance(IndicatorCategory.GHG))).isCloseTo(sd, within(1e-9));
    }

    @Test
    void aSharedFactorSaysNothingAboutWhichVariantIsBetter() {
        Factor vague = factor("steel", 2211, "t", Uncertainty.plusMinus(60));
        Footprint heavy = new Footprint("heavy", List.of(line("frame", 4, vague, Uncertainty.unknown())));
        Footprint light = new Footprint("light", List.of(line("frame", 3.9, vague, Uncertainty.unknown())));
        FootprintComparison comparison = new FootprintComparison(heavy, light);
        assertThat(comparison.probabilityLower(IndicatorCategory.GHG, 500, 1)).isEqualTo(1);
        assertThat(comparison.difference(IndicatorCategory.GHG)).isCloseTo(-0.2211, within(1e-9));
        assertThat(comparison.interval(IndicatorCategory.GHG).high()).isNegative();
    }

    @Test
    void independentFactorsLeaveDoubtAndSamplingAgreesWithFirstOrder() {
        Factor a = factor("a", 1, "kg", Uncertainty.plusMinus(30));
        Factor b = factor("b", 1, "kg", Uncertainty.plusMinus(30));
        Footprint before = new Footprint("before", List.of(line("part", 10, a, Uncertainty.unknown())));
        Footprint after = new Footprint("after", List.of(line("part", 9, b, Uncertainty.unknown())));
        FootprintComparison comparison = new FootprintComparison(before, after);
        double z = 1 / Math.sqrt(comparison.variance(IndicatorCategory.GHG));
        double expected = org.boucle.core.factors.Normal.cumulative(z);
        assertThat(comparison.probabilityLower(IndicatorCategory.GHG, 20_000, 3))
                .isCloseTo(expected, within(0.02));
        assertThat(comparison.changes(IndicatorCategory.GHG)).hasSize(1);
    }

    @Test
    void aLineThatIsNotActivityTimesFactorIsRefused() {
        FootprintLine right = line("frame", 4, steel, Uncertainty.unknown());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FootprintLine(
                        right.id(),
                        right.label(),
                        right.stage(),
                        right.scope(),
                        right.category(),
                        right.activity(),
                        right.match(),
                        9))
                .withMessageContaining("activity times factor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Footprint("twice", List.of(right, right)))
                .withMessageContaining("the id 'frame'");
    }

    @Test
    void theTenCategoriesOfTheBrochureAndTheSixteenOfTheEuFootprintAreFoundByCode() {
        assertThat(IndicatorCategory.values()).hasSize(10);
        assertThat(EfCategory.values()).hasSize(16);
        ImpactCategory.all()
                .forEach(c -> assertThat(ImpactCategory.get(c.code())).isSameAs(c));
    }
}
