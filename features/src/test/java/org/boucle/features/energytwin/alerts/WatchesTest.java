package org.boucle.features.energytwin.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.boucle.features.energytwin.LoadCurve;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static LoadCurve quarterHours(double... kW) {
        return new LoadCurve(
                START,
                Duration.ofMinutes(15),
                ZoneOffset.UTC,
                Arrays.stream(kW).map(power -> power / 4).toArray());
    }

    @Test
    void thresholdLetsShortCrossingsPass() {
        LoadCurve curve = quarterHours(10, 30, 10, 30, 35, 30, 10, Double.NaN, 40);
        List<Alert> found = new ThresholdWatch(20, Duration.ofMinutes(15)).find(curve, "oven");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().value()).isEqualTo(35);
        assertThat(found.getFirst().excessKWh()).isCloseTo(35 / 4.0, within(1e-9));
        assertThat(found.getFirst().duration()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void peakIsAnnouncedBeforeItHappens() {
        PeakWatch watch = new PeakWatch(100, Duration.ofMinutes(10));
        Instant minute4 = START.plusSeconds(240);
        assertThat(watch.underWay("site", START, minute4, 6, 90)).isEmpty();
        Alert warning = watch.underWay("site", START, minute4, 6, 130).orElseThrow();
        assertThat(warning.kind()).isEqualTo(Alert.Kind.PEAK_AHEAD);
        assertThat(warning.value()).isCloseTo((6 + 13.0) * 6, within(1e-9));
        assertThat(watch.headroom(START, minute4, 6)).isCloseTo((100 / 6.0 - 6) * 10, within(1e-9));
        assertThat(watch.underWay("site", START, START.plusSeconds(30), 3, 400)).isEmpty();
        assertThat(watch.find(quarterHours(90, 110, 90), "site"))
                .singleElement()
                .matches(alert -> alert.kind() == Alert.Kind.PEAK);
    }

    @Test
    void cusumFindsASmallLastingDrift() {
        Random random = new Random(8);
        double[] expected = new double[120];
        double[] measured = new double[120];
        for (int i = 0; i < 120; i++) {
            expected[i] = 1000;
            measured[i] = 1000 + 20 * random.nextGaussian() + (i >= 60 ? 25 : 0);
        }
        List<Alert> found = DriftWatch.usual().find("site", START, Duration.ofDays(1), measured, expected, 20);
        assertThat(found).isNotEmpty();
        Alert first = found.getFirst();
        assertThat(Duration.between(START, first.to()).toDays()).isBetween(62L, 76L);
        assertThat(Duration.between(START, first.from()).toDays()).isBetween(55L, 66L);
        assertThat(first.excessKWh()).isPositive();
    }

    @Test
    void cusumKeepsItsAverageRunLength() {
        Random random = new Random(3);
        double[] noise = random.doubles(93_000).map(x -> random.nextGaussian()).toArray();
        DriftWatch.Sums sums = DriftWatch.usual().sums(noise, 1);
        long alarms = Arrays.stream(sums.high()).filter(x -> x > 5).count()
                + Arrays.stream(sums.low()).filter(x -> x < -5).count();
        assertThat(noise.length / (double) alarms).as("published: 465").isBetween(400.0, 540.0);
    }

    @Test
    void silenceIsMeasuredInTheMetersOwnIntervals() {
        SilenceWatch watch = SilenceWatch.usual();
        assertThat(watch.check("m", START, Duration.ofMinutes(15), START.plusSeconds(3500)))
                .isEmpty();
        assertThat(watch.check("m", START, Duration.ofMinutes(15), START.plusSeconds(3700)))
                .hasValueSatisfying(alert -> assertThat(alert.expected()).isEqualTo(60));
        assertThat(watch.check("m", START, Duration.ofSeconds(1), START.plusSeconds(100)))
                .isEmpty();
    }

    @Test
    void aFaultOfEveryNightIsOneLine() {
        Duration gap = Duration.ofHours(30);
        Alert first = night(0);
        AlertBook book = AlertBook.of(List.of(night(2), first, night(1), night(9)), gap);
        assertThat(book.groups()).hasSize(2);
        AlertBook.Group group = book.groups().getLast();
        assertThat(group.episodes()).isEqualTo(3);
        assertThat(group.alert().excessKWh()).isEqualTo(30);
        AlertBook seen = book.acknowledged(
                group.key(), new AlertBook.Acknowledgement("Ana", START.plus(Duration.ofDays(3)), "valve"));
        assertThat(seen.open()).hasSize(1);
        assertThat(seen.with(first, gap)).isEqualTo(seen);
        AlertBook again = seen.with(night(3), gap);
        assertThat(again.open()).as("it came back after it was seen").hasSize(2);
        assertThatThrownBy(() -> new AlertBook.Acknowledgement(" ", START, "")).hasMessageContaining("name");
    }

    private static Alert night(int day) {
        Instant from = START.plus(Duration.ofDays(day)).plusSeconds(3600);
        return new Alert(Alert.Kind.BASELOAD, "site", from, from.plusSeconds(7200), 15, 10, "kW", 10);
    }
}
