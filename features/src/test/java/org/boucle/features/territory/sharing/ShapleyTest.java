package org.boucle.features.territory.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ShapleyTest {
    /** Two left gloves and one right: the textbook market. */
    private static final LongToDoubleFunction GLOVES = mask -> {
        int left = Long.bitCount(mask & 0b011);
        int right = Long.bitCount(mask & 0b100);
        return Math.min(left, right);
    };

    @Test
    void gloves() {
        Shapley value = Shapley.of(3, GLOVES, 0, 0);
        assertThat(value.shares()).containsExactly(new double[] {1 / 6.0, 1 / 6.0, 4 / 6.0}, within(1e-12));
        assertThat(value.isExact()).isTrue();
        CoreCheck check = CoreCheck.of(value.shares(), GLOVES);
        assertThat(check.isInCore()).isFalse();
        assertThat(check.deficit()).isCloseTo(1 - 5 / 6.0, within(1e-9));
        assertThat(CoreCheck.of(new double[] {0, 0, 1}, GLOVES).isInCore()).isTrue();
    }

    @Property(tries = 30)
    void equalsTheMeanOverAllOrders(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll @IntRange(min = 1, max = 6) int parties) {
        double[] worth = new Random(seed).doubles(1 << parties).toArray();
        worth[0] = 0;
        double[] expected = new double[parties];
        int orders = permute(new int[parties], 0, 0, worth, expected);
        double[] shares = Shapley.exact(parties, worth).shares();
        for (int i = 0; i < parties; i++) {
            assertThat(shares[i]).isCloseTo(expected[i] / orders, within(1e-9));
        }
    }

    private static int permute(int[] order, int at, int used, double[] worth, double[] sums) {
        if (at == order.length) {
            int mask = 0;
            for (int party : order) {
                sums[party] += worth[mask | 1 << party] - worth[mask];
                mask |= 1 << party;
            }
            return 1;
        }
        int count = 0;
        for (int party = 0; party < order.length; party++) {
            if ((used & 1 << party) == 0) {
                order[at] = party;
                count += permute(order, at + 1, used | 1 << party, worth, sums);
            }
        }
        return count;
    }

    @Test
    void samplesAboveTwentyParties() {
        LongToDoubleFunction square = mask -> Math.pow(Long.bitCount(mask), 2);
        Shapley value = Shapley.of(24, square, 2000, 7);
        assertThat(value.isExact()).isFalse();
        assertThat(Arrays.stream(value.shares()).sum()).isCloseTo(576, within(1e-6));
        for (int i = 0; i < 24; i++) {
            assertThat(Math.abs(value.shares()[i] - 24)).isLessThanOrEqualTo(5 * value.errors()[i] + 1e-9);
        }
    }
}
