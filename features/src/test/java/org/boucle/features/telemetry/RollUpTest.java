package org.boucle.features.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final long HOUR = 3_600_000;

    private static SeriesInfo series(SeriesKind kind) {
        return SeriesInfo.of("site", "meter", "kWh", kind, Medium.ELECTRICITY, "test");
    }

    @Test
    void aCounterIsSharedOverTheQuartersItCrosses() {
        Samples hourly = new Samples(new long[] {0, HOUR, 2 * HOUR}, new double[] {100, 104, 112});
        RollUp quarters = RollUp.of(series(SeriesKind.COUNTER), hourly, 0, 2 * HOUR, HOUR / 4, HOUR);
        assertThat(quarters.amount()).containsExactly(new double[] {1, 1, 1, 1, 2, 2, 2, 2}, within(1e-12));
        assertThat(quarters.count()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void aPowerIntegratesToEnergyAndAGapIsNotInvented() {
        Samples power = new Samples(new long[] {0, HOUR / 2, HOUR, 5 * HOUR}, new double[] {10, 10, 20, 20});
        RollUp hours = RollUp.of(series(SeriesKind.GAUGE), power, 0, 6 * HOUR, HOUR, HOUR);
        assertThat(hours.amount()).containsExactly(new double[] {12.5, 0, 0, 0, 0, 0}, within(1e-12));
    }

    @Test
    void emptyBucketsHaveNoExtremes() {
        RollUp r = RollUp.of(series(SeriesKind.INTERVAL), Samples.EMPTY, 0, HOUR, HOUR, HOUR);
        assertThat(r.min()[0]).isNaN();
        assertThat(r.mean(0)).isNaN();
        assertThat(r.amount()[0]).isZero();
    }

    @Property(tries = 200)
    void amountsOfBucketsAddUpToTheWholeWhateverTheStep(@ForAll long seed) {
        Random r = new Random(seed);
        Samples samples = random(r);
        for (SeriesKind kind : SeriesKind.values()) {
            SeriesInfo info = series(kind).withWrapAt(kind == SeriesKind.COUNTER && r.nextBoolean() ? 1000 : 0);
            Accumulator whole = Accumulator.of(kind, info.wrapAt(), 2 * HOUR);
            for (int i = 0; i < samples.size(); i++) {
                whole.add(samples.times()[i], samples.values()[i]);
            }
            long step = 1 + r.nextInt((int) (3 * HOUR));
            RollUp grid = RollUp.of(info, samples, 0, samples.lastTime() + 1, step, 2 * HOUR);
            assertThat(Arrays.stream(grid.amount()).sum()).isCloseTo(whole.amount(), within(1e-6));
            assertThat(Arrays.stream(grid.count()).sum()).isEqualTo((int) whole.count());
            assertThat(Arrays.stream(grid.sum()).sum()).isCloseTo(whole.sum(), within(1e-6));
            assertThat(Arrays.stream(grid.max())
                            .filter(x -> !Double.isNaN(x))
                            .max()
                            .orElseThrow())
                    .isEqualTo(whole.max());
        }
    }

    @Property(tries = 200)
    void mergedHalvesEqualTheWhole(@ForAll long seed) {
        Random r = new Random(seed);
        Samples samples = random(r);
        for (SeriesKind kind : SeriesKind.values()) {
            Accumulator whole = Accumulator.of(kind, 0, HOUR);
            Accumulator left = Accumulator.of(kind, 0, HOUR);
            Accumulator right = Accumulator.of(kind, 0, HOUR);
            int cut = r.nextInt(samples.size());
            for (int i = 0; i < samples.size(); i++) {
                whole.add(samples.times()[i], samples.values()[i]);
                (i < cut ? left : right).add(samples.times()[i], samples.values()[i]);
            }
            left.merge(right);
            assertThat(left.amount()).isCloseTo(whole.amount(), within(1e-9));
            assertThat(left.covered()).isEqualTo(whole.covered());
            assertThat(left.count()).isEqualTo(whole.count());
            assertThat(left.last()).isEqualTo(whole.last());
            assertThat(left.first()).isEqualTo(whole.first());
        }
    }

    private static Samples random(Random r) {
        int n = 1 + r.nextInt(200);
        long[] t = new long[n];
        double[] v = new double[n];
        long time = 0;
        for (int i = 0; i < n; i++) {
            t[i] = time;
            v[i] = r.nextInt(1000);
            time += 1 + r.nextInt((int) (r.nextInt(10) == 0 ? 5 * HOUR : HOUR / 6));
        }
        return new Samples(t, v);
    }
}
