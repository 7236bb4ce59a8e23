package org.boucle.core.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UncertaintyTest {
    static Stream<Uncertainty> spreads() {
        return Stream.of(
                Uncertainty.lognormal(1.3),
                Uncertainty.plusMinus(20),
                Uncertainty.plusMinus(70),
                Uncertainty.minMax(0.6, 1.9),
                Uncertainty.assumed(1.2, "test"));
    }

    @ParameterizedTest
    @MethodSource("spreads")
    void theFormulaOfTheVarianceIsTheVarianceOfTheDraws(Uncertainty uncertainty) {
        SplittableRandom random = new SplittableRandom(7);
        int n = 400_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = uncertainty.multiplier(random.nextGaussian());
            sum += x;
            squares += x * x;
        }
        double variance = squares / n - sum / n * (sum / n);
        assertThat(variance).isCloseTo(uncertainty.relativeVariance(), within(0.03 * uncertainty.relativeVariance()));
    }

    @Test
    void aLognormalHasTheTextbookVariance() {
        // GSD 1.2: s = ln 1.2 = 0.1823216; e^(s^2) = 1.0337998; variance = 1.0337998 * 0.0337998 = 0.0349422
        assertThat(Uncertainty.lognormal(1.2).relativeVariance()).isCloseTo(0.0349422, within(1e-6));
        assertThat(Uncertainty.lognormal(1.2).around(10).high()).isCloseTo(10 * Math.pow(1.2, 1.959964), within(1e-6));
    }

    @Test
    void plusMinusKeepsItsMeanAndNeverChangesSign() {
        assertThat(Uncertainty.plusMinus(20).relativeVariance()).isCloseTo(Math.pow(0.2 / 1.959964, 2), within(1e-9));
        assertThat(Uncertainty.plusMinus(300).around(5).low()).isPositive();
    }

    @Test
    void boundsOfAnIntervalAreReached() {
        Uncertainty bounds = Uncertainty.minMax(0.5, 2);
        assertThat(bounds.multiplier(-8)).isCloseTo(0.5, within(1e-3));
        assertThat(bounds.multiplier(8)).isCloseTo(2, within(1e-3));
        assertThat(Uncertainty.minMax(1, 1).multiplier(1.3)).isEqualTo(1);
        assertThat(Uncertainty.lognormal(1.5).around(-2).low()).isLessThan(-2);
    }

    @Test
    void aGsdBelowOneIsRefusedWithItsCure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uncertainty.lognormal(0.9))
                .withMessageContaining("between 1 and 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uncertainty.minMax(2, 3))
                .withMessageContaining("divide them by the value");
    }
}
