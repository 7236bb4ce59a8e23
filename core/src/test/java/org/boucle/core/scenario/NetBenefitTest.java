package org.boucle.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.NetBenefit.Figure;
import org.junit.jupiter.api.Test;

class NetBenefitTest {
    private static final IndicatorCategory ANY = IndicatorCategory.values()[0];

    @Test
    void reboundAndOwnFootprintAreTakenOff() {
        NetBenefit benefit = new NetBenefit(
                ANY, new Figure(950, 1000, 1050), Figure.exact(800), Figure.exact(30), new Figure(0, 0.1, 0.3), 2);
        assertThat(benefit.net().expected()).isCloseTo(0.9 * 200 - 30, within(1e-9));
        assertThat(benefit.net().low()).isCloseTo(0.7 * 150 - 30, within(1e-9));
        assertThat(benefit.net().high()).isCloseTo(250 - 30, within(1e-9));
        assertThat(benefit.isSure()).isTrue();
        assertThat(benefit.isForPublicClaims()).isTrue();
    }

    @Test
    void aSolutionMayCostMoreThanItSpares() {
        NetBenefit benefit = new NetBenefit(
                ANY, Figure.exact(100), Figure.exact(120), Figure.exact(5), new Figure(0.1, 0.2, 0.3), 3);
        assertThat(benefit.net().expected()).isCloseTo(0.8 * -20 - 5, within(1e-9));
        assertThat(benefit.isSure()).isFalse();
        assertThat(benefit.isForPublicClaims()).isFalse();
    }

    @Property(tries = 100)
    void theComparisonSaysTheSameWithTheOppositeSign(
            @ForAll @DoubleRange(min = 0, max = 1e6) double reference,
            @ForAll @DoubleRange(min = 0, max = 1e6) double observed,
            @ForAll @DoubleRange(min = 0, max = 1e3) double own,
            @ForAll @DoubleRange(min = 0, max = 2) double rebound) {
        NetBenefit benefit = new NetBenefit(
                ANY, Figure.exact(reference), Figure.exact(observed), Figure.exact(own), Figure.exact(rebound), 1);
        assertThat(benefit.comparison().net(ANY).expected())
                .isCloseTo(-benefit.net().expected(), within(1e-6));
    }
}
