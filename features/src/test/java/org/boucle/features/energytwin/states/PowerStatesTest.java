package org.boucle.features.energytwin.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.boucle.features.energytwin.LoadCurve;
import org.junit.jupiter.api.Test;

class PowerStatesTest {
    private static final double[] LEVEL = {0, 1.2, 4.5, 18};

    private static double[] signal(PowerState[] truth, double noise, Random random) {
        return Arrays.stream(truth)
                .mapToDouble(state -> {
                    double level = LEVEL[state.ordinal()];
                    return Math.max(0, level * (1 + noise * random.nextGaussian()));
                })
                .toArray();
    }

    private static PowerState[] life(Random random, PowerState... known) {
        PowerState[] truth = new PowerState[3000];
        PowerState now = known[0];
        for (int i = 0; i < truth.length; i++) {
            if (random.nextInt(60) == 0) {
                now = known[random.nextInt(known.length)];
            }
            truth[i] = now;
        }
        return truth;
    }

    private static double agreement(PowerState[] a, PowerState[] b) {
        int same = 0;
        for (int i = 0; i < a.length; i++) {
            same += a[i] == b[i] ? 1 : 0;
        }
        return same / (double) a.length;
    }

    @Test
    void findsFourStatesInANoisySignal() {
        Random random = new Random(5);
        PowerState[] truth = life(random, PowerState.values());
        double[] power = signal(truth, 0.12, random);
        PowerStates states = PowerStates.learn(power);
        assertThat(states.states()).containsExactly(PowerState.values());
        assertThat(states.levels()[3]).isCloseTo(18, within(0.5));
        assertThat(agreement(states.of(power), truth)).isGreaterThan(0.97);
    }

    @Test
    void findsTwoStatesWhereThereAreTwo() {
        Random random = new Random(6);
        PowerState[] truth = life(random, PowerState.OFF, PowerState.PROCESSING);
        double[] power = signal(truth, 0.1, random);
        PowerStates states = PowerStates.learn(power);
        assertThat(states.states()).containsExactly(PowerState.OFF, PowerState.PROCESSING);
        assertThat(agreement(states.of(power), truth)).isGreaterThan(0.99);
    }

    @Test
    void oneNoisyReadingSwitchesNothingOn() {
        double[] power = new double[200];
        Arrays.fill(power, 0, 100, 1);
        Arrays.fill(power, 100, 200, 20);
        power[50] = 6;
        power[51] = Double.NaN;
        PowerStates states = PowerStates.learn(power);
        assertThat(PowerStates.runs(states.of(power))).hasSize(2);
    }

    @Test
    void balanceSumsToTheMeter() {
        LoadCurve curve = new LoadCurve(
                Instant.EPOCH, Duration.ofMinutes(15), ZoneOffset.UTC, new double[] {0, 1, 1, 5, 5, Double.NaN});
        PowerState[] states = {
            PowerState.OFF,
            PowerState.STANDBY,
            PowerState.IDLE,
            PowerState.PROCESSING,
            PowerState.PROCESSING,
            PowerState.PROCESSING
        };
        StateBalance balance = StateBalance.of(curve, states);
        assertThat(balance.total()).isEqualTo(curve.total());
        assertThat(balance.waiting()).isEqualTo(2);
        assertThat(balance.hours(PowerState.PROCESSING)).isEqualTo(0.5);
        assertThat(balance.waitingShare()).isCloseTo(2 / 12.0, within(1e-12));
    }
}
