package org.boucle.features.energytwin.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.boucle.features.energytwin.LoadCurve;
import org.junit.jupiter.api.Test;

class ProductEnergyTest {
    private static final Instant START = Instant.parse("2026-05-04T04:00:00Z");

    private static Batch batch(String id, String product, int fromMinute, int toMinute, double kg) {
        return new Batch(
                id,
                product,
                "biscuits",
                START.plusSeconds(60L * fromMinute),
                START.plusSeconds(60L * toMinute),
                kg,
                "kg");
    }

    @Test
    void stepsAreSharedInProportionOfTime() {
        LoadCurve curve = new LoadCurve(START, Duration.ofMinutes(15), ZoneOffset.UTC, new double[] {10, 20, 30, 40});
        List<Batch> batches = List.of(batch("1", "sablé", 5, 20, 100), batch("2", "galette", 20, 45, 50));
        ProductEnergy energy = ProductEnergy.perBatch(curve, batches);
        assertThat(energy.batches().get(0).energy()).isCloseTo(10 * 2 / 3.0 + 20 / 3.0, within(1e-9));
        assertThat(energy.batches().get(1).energy()).isCloseTo(20 * 2 / 3.0 + 30, within(1e-9));
        assertThat(energy.outside()).isCloseTo(10 / 3.0 + 40, within(1e-9));
        assertThat(energy.batches().get(1).specific()).isCloseTo((20 * 2 / 3.0 + 30) / 50, within(1e-9));
        assertThat(ProductEnergy.perFamily(curve, batches).batches()).hasSize(1);
    }

    @Property(tries = 60)
    void linesAlwaysSumToTheMeter(@ForAll long seed) {
        Random random = new Random(seed);
        double[] kWh = random.doubles(96, 0, 50).toArray();
        kWh[random.nextInt(96)] = Double.NaN;
        LoadCurve curve = new LoadCurve(START, Duration.ofMinutes(15), ZoneOffset.UTC, kWh);
        List<Batch> batches = new ArrayList<>();
        for (int b = 0; b < random.nextInt(8); b++) {
            int from = random.nextInt(1700) - 100;
            batches.add(batch("b" + b, "p" + b % 3, from, from + 1 + random.nextInt(300), 10));
        }
        assertThat(ProductEnergy.perProduct(curve, batches).total()).isCloseTo(curve.total(), within(1e-6));
    }

    @Test
    void slowLinesPayTheirFixedPower() {
        Random random = new Random(1);
        double[] rate = random.doubles(200, 300, 900).toArray();
        double[] power = new double[200];
        for (int i = 0; i < 200; i++) {
            power[i] = 120 + 0.2 * rate[i] + 5 * random.nextGaussian();
        }
        RateModel model = RateModel.fit(rate, power);
        assertThat(model.fixed()).isCloseTo(120, within(4.0));
        assertThat(model.perUnit()).isCloseTo(0.2, within(0.01));
        List<RateModel.Option> options = model.options(6000, 16, 0, 10);
        assertThat(options.getFirst().rate()).isGreaterThanOrEqualTo(375);
        assertThat(options.getLast().energy()).isLessThan(options.getFirst().energy());
        assertThat(options.getLast().efficient()).isTrue();
        assertThat(options.getFirst().efficient()).isFalse();
        assertThat(options.getFirst().low()).isLessThan(options.getFirst().energy());
        assertThat(model.options(60_000, 16, 0, 10)).as("too much for the time").isEmpty();
        assertThatThrownBy(() -> RateModel.fit(new double[] {5, 5, 5}, new double[] {1, 2, 3}))
                .hasMessageContaining("another rate");
    }
}
