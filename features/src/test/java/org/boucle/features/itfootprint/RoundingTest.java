package org.boucle.features.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void significantDigitsAreThoseOfDecimalArithmetic() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
            double exact = new BigDecimal(value)
                    .round(new MathContext(4, RoundingMode.HALF_UP))
                    .doubleValue();
            assertThat(Rounding.significant(value, 4)).isEqualTo(exact);
        }
    }

    @Test
    void aWideIntervalLeavesOneDigitAndSaysSo() {
        Rounding.Rounded rounded = Rounding.dialect(new Estimate(7741, 121.5, 38760));
        assertThat(rounded.estimate().value()).isEqualTo(8000);
        assertThat(Rounding.dialect(new Estimate(0.0004, 0, 100)).wide()).isTrue();
    }

    @Test
    void fitsPassNearTheirPoints() {
        double[] loads = {0, 10, 50, 100};
        double[] watts = {12, 32, 75, 102};
        PowerCurve curve = PowerFit.fit(loads, watts, new PowerCurve(171.2, 0.0354, 36.89, -10.13), true);
        for (int i = 0; i < loads.length; i++) {
            double expected = 100 * (0.508479 * Math.log(loads[i] + 20.4511) - 1.415356);
            assertThat(curve.watts(loads[i])).isCloseTo(expected, org.assertj.core.api.Assertions.within(0.01));
        }
    }

    @Test
    void percentilesLieWithinTheBoundsWithoutErrorOfData() {
        var percentiles = Uncertainty.of(java.util.List.of(
                new Uncertainty.Part(new Estimate(2, 1, 5), 1), new Uncertainty.Part(Estimate.exact(1), 1)));
        assertThat(percentiles.p5()).isBetween(2.0, percentiles.p50());
        assertThat(percentiles.p95()).isBetween(percentiles.p50(), 6.0);
    }

    @Test
    void hoursWeighWorkByTheGridOfTheSameHour() {
        HourlyUse use = HourlyUse.of(new double[] {1000, 0}, new double[] {0.1, 0.5});
        assertThat(use.weighted()).isEqualTo(0.1);
        assertThat(use.atMean()).isEqualTo(0.3);
    }
}
