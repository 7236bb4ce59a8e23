package org.boucle.core.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.boucle.core.units.Units;
import org.junit.jupiter.api.Test;

class HourlyMatchTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static VaryingFactor factor(double[] values) {
        Factor base = new Factor(
                "grid",
                "electricity.grid",
                Name.of("grid"),
                "ghg",
                0.1,
                Units.KILOWATT_HOUR,
                Geography.of("FR"),
                Period.of(2025),
                Boundary.CRADLE_TO_GATE,
                GwpSet.UNSTATED,
                Uncertainty.unknown(),
                Source.definition());
        return new VaryingFactor(base, START, Duration.ofHours(1), values);
    }

    @Test
    void aNightLoadOnACleanNightIsCleanerThanTheMean() {
        double[] values = new double[24 * 10];
        double[] load = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 24 < 6 ? 0.02 : 0.06;
            load[i] = i % 24 < 6 ? 10 : 0;
        }
        HourlyMatch match = HourlyMatch.of(factor(values), START, load, ZoneOffset.UTC);
        assertThat(match.weightedFactor()).isCloseTo(0.02, within(1e-12));
        assertThat(match.meanFactor()).isCloseTo(0.05, within(1e-12));
        assertThat(match.difference()).isCloseTo(600 * (0.02 - 0.05), within(1e-9));
        assertThat(match.byHour()).isCloseTo(match.difference(), within(1e-9));
        assertThat(match.bySeason()).isCloseTo(0, within(1e-9));
        assertThat(match.byDay()).isCloseTo(0, within(1e-9));
    }

    @Test
    void thePartsAddUpToTheDifferenceAndToTheCovariance() {
        Random random = new Random(7);
        double[] values = random.doubles(8760).toArray();
        double[] load = random.doubles(8760).map(x -> 100 * x).toArray();
        for (int i = 0; i < 8760; i += 97) {
            values[i] = Double.NaN;
            load[(i + 40) % 8760] = Double.NaN;
        }
        HourlyMatch match = HourlyMatch.of(factor(values), START, load, ZoneOffset.UTC);
        assertThat(match.bySeason() + match.byHour() + match.byDay()).isCloseTo(match.difference(), within(1e-6));
        double sum = 0;
        int n = 0;
        double loads = 0;
        double factors = 0;
        for (int i = 0; i < 8760; i++) {
            if (!Double.isNaN(values[i]) && !Double.isNaN(load[i])) {
                n++;
                loads += load[i];
                factors += values[i];
                sum += load[i] * values[i];
            }
        }
        assertThat(match.hours()).isEqualTo(n);
        assertThat(match.difference()).isCloseTo(sum - loads * factors / n, within(1e-6));
    }

    @Test
    void theProfileIsTheMeanOfItsHours() {
        double[] values = new double[48];
        for (int i = 0; i < 48; i++) {
            values[i] = i % 24 + (i >= 24 ? 2 : 0);
        }
        values[5] = Double.NaN;
        FactorProfile profile = FactorProfile.of(factor(values), ZoneOffset.UTC);
        assertThat(profile.byHour()[0]).isEqualTo(1);
        assertThat(profile.byHour()[5]).isEqualTo(7);
        assertThat(profile.byMonthAndHour()[0][3]).isEqualTo(4);
        assertThat(profile.byMonthAndHour()[6][3]).isNaN();
        assertThat(profile.byDay()).hasSize(2);
        assertThat(profile.known()).isEqualTo(47);
    }

    @Test
    void nothingInCommonIsNoHour() {
        HourlyMatch match =
                HourlyMatch.of(factor(new double[] {0.1}), START.plusSeconds(86_400), new double[] {5}, ZoneOffset.UTC);
        assertThat(match.hours()).isZero();
        assertThat(match.difference()).isZero();
    }
}
