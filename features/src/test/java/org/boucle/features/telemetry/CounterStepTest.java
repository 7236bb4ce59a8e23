package org.boucle.features.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterStepTest {
    @Test
    void risesDifference() {
        assertThat(CounterStep.between(10, 12.5, 0)).isEqualTo(new CounterStep(CounterStep.Kind.RISE, 2.5));
    }

    @Test
    void aKnownModulusWrapsAround() {
        assertThat(CounterStep.between(99_990, 15, 100_000)).isEqualTo(new CounterStep(CounterStep.Kind.WRAP, 25));
    }

    @Test
    void aRestartNearZeroIsAReset() {
        assertThat(CounterStep.between(5_000, 3, 0)).isEqualTo(new CounterStep(CounterStep.Kind.RESET, 3));
    }

    @Test
    void aSmallStepBackIsACorrectionAndNotAWholeNewIndex() {
        assertThat(CounterStep.between(89_063, 89_062.5, 0))
                .isEqualTo(new CounterStep(CounterStep.Kind.CORRECTION, -0.5));
        assertThat(CounterStep.between(89_063, 89_062.5, 100_000).kind()).isEqualTo(CounterStep.Kind.CORRECTION);
    }
}
