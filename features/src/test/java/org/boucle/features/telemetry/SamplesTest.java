package org.boucle.features.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Property(tries = 200)
    void mergeAndSortBehaveLikeATreeMap(@ForAll long seed) {
        Random r = new Random(seed);
        TreeMap<Long, Double> plain = new TreeMap<>();
        Samples all = Samples.EMPTY;
        for (int k = 0; k < 5; k++) {
            int n = r.nextInt(30);
            long[] t = new long[n];
            double[] v = new double[n];
            for (int i = 0; i < n; i++) {
                t[i] = r.nextInt(50);
                v[i] = r.nextInt();
                plain.put(t[i], v[i]);
            }
            all = all.merge(Samples.ofUnsorted(t, v));
        }
        assertThat(all.times())
                .isEqualTo(plain.keySet().stream().mapToLong(x -> x).toArray());
        assertThat(all.values())
                .isEqualTo(plain.values().stream().mapToDouble(x -> x).toArray());
        Samples part = all.between(10, 20);
        assertThat(part.size()).isEqualTo(plain.subMap(10L, 20L).size());
    }

    @Test
    void checksSayWhy() {
        SeriesInfo meter = SeriesInfo.of("s", "m", "kWh", SeriesKind.COUNTER, Medium.ELECTRICITY, "test");
        long now = 1_800_000_000_000L;
        assertThat(fault(meter, now, 1, "kWh", now)).isEqualTo("ok");
        assertThat(fault(meter, now, 1, "", now)).isEqualTo("ok");
        assertThat(fault(meter, now, 1, "Wh", now)).isEqualTo("UNIT_MISMATCH");
        assertThat(fault(meter, now, Double.NaN, "", now)).isEqualTo("NOT_A_NUMBER");
        assertThat(fault(meter, now + 3_600_000, 1, "", now)).isEqualTo("CLOCK_AHEAD");
        assertThat(fault(meter, 5_000, 1, "", now)).isEqualTo("CLOCK_BEHIND");
        assertThat(PointCheck.sameUnit("m³/h", "m3/h")).isTrue();
    }

    private static String fault(SeriesInfo s, long time, double value, String unit, long now) {
        return switch (PointCheck.STANDARD.check(s, time, value, unit, now)) {
            case PointCheck.Accepted() -> "ok";
            case PointCheck.Refused(PointCheck.Fault fault, String detail) -> fault.name();
        };
    }
}
