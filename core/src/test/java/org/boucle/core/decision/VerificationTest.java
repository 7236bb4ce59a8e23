package org.boucle.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private static Verification.Measured measured(double promised, double half, double saved, double width, int days) {
        return new Verification.Measured(
                new IndicatorChange(IndicatorCategory.ENERGY, promised - half, promised, promised + half),
                new IndicatorChange(IndicatorCategory.ENERGY, saved - width, saved, saved + width),
                MARCH,
                MARCH.plusDays(days - 1L),
                days);
    }

    @Test
    void theFourJudgements() {
        // 36,525 kWh a year are 100 kWh a day
        assertThat(measured(36_525, 3_000, 9_500, 1_000, 100).judgement()).isEqualTo(Judgement.KEPT);
        assertThat(measured(36_525, 3_000, 5_000, 1_000, 100).judgement()).isEqualTo(Judgement.BELOW);
        assertThat(measured(36_525, 3_000, 15_000, 1_000, 100).judgement()).isEqualTo(Judgement.ABOVE);
        assertThat(measured(36_525, 3_000, 9_500, 8_000, 100).judgement()).isEqualTo(Judgement.OPEN);
        assertThat(measured(36_525, 3_000, 0, 500, 100).judgement())
                .as("nothing saved, and surely so")
                .isEqualTo(Judgement.BELOW);
        assertThat(measured(36_525, 40_000, -10, 500, 100).judgement())
                .as("a promise that may be nothing isn't kept by a loss")
                .isEqualTo(Judgement.OPEN);
    }

    @Test
    void promisesAreBroughtToTheMeasuredDays() {
        Verification.Measured half = measured(36_525, 3_652.5, 4_000, 100, 50);
        assertThat(half.promisedSoFar().expected()).isCloseTo(5_000, within(1e-9));
        assertThat(half.promisedSoFar().low()).isCloseTo(4_500, within(1e-9));
        assertThat(half.savedPerYear().expected()).isCloseTo(29_220, within(1e-9));
        assertThat(half.uncertainty()).isCloseTo(0.025, within(1e-12));
        assertThat(half.span()).isEqualTo(50);
    }

    @Property(tries = 500)
    void moreSavedIsNeverJudgedWorse(
            @ForAll @DoubleRange(min = 0, max = 1e6) double promised,
            @ForAll @DoubleRange(min = 0, max = 1e5) double half,
            @ForAll @DoubleRange(min = -1e5, max = 1e6) double saved,
            @ForAll @DoubleRange(min = 0, max = 1e5) double width,
            @ForAll @DoubleRange(min = 0, max = 1e5) double more,
            @ForAll @IntRange(min = 1, max = 700) int days) {
        Judgement before = measured(promised, half, saved, width, days).judgement();
        Judgement after = measured(promised, half, saved + more, width, days).judgement();
        if (before == Judgement.ABOVE) {
            assertThat(after).isEqualTo(Judgement.ABOVE);
        }
        if (after == Judgement.BELOW) {
            assertThat(before).isEqualTo(Judgement.BELOW);
        }
    }

    @Test
    void mistakesAreRefused() {
        assertThatThrownBy(() -> new Verification.Measured(
                        IndicatorChange.exactly(IndicatorCategory.ENERGY, 1),
                        IndicatorChange.exactly(IndicatorCategory.WATER, 1),
                        MARCH,
                        MARCH,
                        1))
                .hasMessageContaining("paired by position");
        assertThatThrownBy(() -> measured(1, 0, 1, 0, 0)).hasMessageContaining("swapped");
        assertThatThrownBy(() -> new InService(MARCH, "oven")).hasMessageContaining("neither site nor line");
        assertThat(new InService(MARCH, "meter/oven-1/power").boundary()).isEqualTo("meter/oven-1/power");
    }
}
