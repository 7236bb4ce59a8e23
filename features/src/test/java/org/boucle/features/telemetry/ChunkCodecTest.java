package org.boucle.features.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {
    private final ChunkCodec codec = new ChunkCodec();

    @Property(tries = 400)
    void givesBackEveryBit(@ForAll("samples") Samples samples) {
        Samples back = codec.decode(codec.encode(samples));
        assertThat(back.times()).isEqualTo(samples.times());
        for (int i = 0; i < samples.size(); i++) {
            assertThat(Double.doubleToRawLongBits(back.values()[i]))
                    .isEqualTo(Double.doubleToRawLongBits(samples.values()[i]));
        }
    }

    @Provide
    Arbitrary<Samples> samples() {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 3000);
        Arbitrary<Integer> shape = Arbitraries.integers().between(0, 7);
        Arbitrary<Integer> clock = Arbitraries.integers().between(0, 3);
        return Combinators.combine(size, shape, clock, Arbitraries.longs()).as(ChunkCodecTest::made);
    }

    private static Samples made(int n, int shape, int clock, long seed) {
        Random r = new Random(seed);
        long[] t = new long[n];
        double[] v = new double[n];
        long time = r.nextLong() >> 20;
        double level = r.nextInt(100_000) / 100.0;
        for (int i = 0; i < n; i++) {
            time += switch (clock) {
                case 0 -> 60_000;
                case 1 -> 60_000L * (1 + r.nextInt(3));
                case 2 -> 1 + r.nextInt(100_000);
                default -> 1 + (r.nextLong() >>> 30);
            };
            t[i] = time;
            v[i] = switch (shape) {
                case 0 -> 0;
                case 1 -> level = Math.round((level + r.nextGaussian()) * 10) / 10.0;
                case 2 -> Math.round(r.nextGaussian() * 1e6) / 1e3;
                case 3 -> r.nextGaussian();
                case 4 -> Double.longBitsToDouble(r.nextLong());
                case 5 -> (float) (Math.round(r.nextDouble() * 1000) / 10.0);
                case 6 -> r.nextInt(50) == 0 ? -0.0 : 3.25;
                default -> level += r.nextInt(40);
            };
            if (Double.isNaN(v[i])) {
                v[i] = 1e-300;
            }
        }
        return new Samples(t, v);
    }

    @Test
    void aQuietDayCostsAlmostNothing() {
        long[] t = new long[1440];
        Arrays.setAll(t, i -> 1_767_571_200_000L + i * 60_000L);
        assertThat(codec.encode(new Samples(t, new double[1440]))).hasSizeLessThan(30);
    }

    @Test
    void damagedBytesAreRefusedOrReadButNeverHang() {
        byte[] good = codec.encode(made(500, 1, 2, 7));
        Random r = new Random(3);
        for (int k = 0; k < 5_000; k++) {
            byte[] bad = Arrays.copyOf(good, r.nextInt(3) == 0 ? r.nextInt(good.length) : good.length);
            for (int j = 0; j < 3 && bad.length > 0; j++) {
                bad[Math.max(0, r.nextInt(bad.length))] = (byte) r.nextInt();
            }
            try {
                codec.decode(bad);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("chunk");
            }
        }
    }

    @Test
    void aNewerFormatIsNamed() {
        assertThatThrownBy(() -> codec.decode(new byte[] {9, 1, 0, 0})).hasMessageContaining("format 9");
    }
}
