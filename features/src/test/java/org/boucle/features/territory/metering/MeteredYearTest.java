package org.boucle.features.territory.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class MeteredYearTest {
    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

    private static MeteredYear year(int hours, IntToDoubleFunction amount) {
        double[] amounts = new double[hours];
        Arrays.setAll(amounts, amount);
        boolean[] known = new boolean[hours];
        for (int i = 0; i < hours; i++) {
            known[i] = amounts[i] >= 0;
        }
        return MeteredYear.of(NEW_YEAR, amounts, known, ZoneOffset.UTC).orElseThrow();
    }

    @Test
    void evenFlowOfAWholeYearIsItsSumWithoutWidth() {
        MeteredYear year = year(365 * 24, hour -> 2);
        assertThat(year.amount().perYear()).isCloseTo(2 * 8766, within(1e-6));
        assertThat(year.amount().max() - year.amount().min()).isCloseTo(0, within(1e-9));
        assertThat(year.days()).isEqualTo(365);
        assertThat(year.hours())
                .hasSize(24)
                .allSatisfy(share -> assertThat(share).isCloseTo(1 / 24.0, within(1e-12)));
    }

    @Test
    void monthsWithoutReadingCountAtTheMeanRate() {
        MeteredYear january = year(31 * 24, hour -> hour % 24 < 12 ? 4 : 0);
        assertThat(january.amount().perYear()).isCloseTo(2 * 8766, within(1e-6));
        assertThat(january.profile().share(6)).isCloseTo(31 / 365.25, within(1e-12));
        assertThat(january.hours().get(3)).isCloseTo(1 / 12.0, within(1e-12));
    }

    @Test
    void aSeasonShowsInTheMonths() {
        MeteredYear year = year(365 * 24, hour -> hour < 31 * 24 ? 10 : 1);
        assertThat(year.profile().share(0)).isGreaterThan(5 * year.profile().share(1));
    }

    @Test
    void fewDaysWidenTheRangeAndFewerSayNothing() {
        MeteredYear ten = year(10 * 24, hour -> 1 + hour / 24 % 3);
        MeteredYear hundred = year(100 * 24, hour -> 1 + hour / 24 % 3);
        assertThat(ten.amount().max() - ten.amount().min())
                .isGreaterThan(2 * (hundred.amount().max() - hundred.amount().min()));
        assertThat(MeteredYear.of(NEW_YEAR, new double[6 * 24], known(6 * 24), ZoneOffset.UTC))
                .isEmpty();
        assertThat(MeteredYear.of(NEW_YEAR, new double[90 * 24], known(90 * 24), ZoneOffset.UTC))
                .as("nothing flowed")
                .isEmpty();
    }

    private static boolean[] known(int hours) {
        boolean[] known = new boolean[hours];
        Arrays.fill(known, true);
        return known;
    }
}
