package org.boucle.features.energytwin.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.boucle.features.energytwin.LoadCurve;
import org.junit.jupiter.api.Test;

class CostCarbonTest {
    private static final Set<Integer> YEAR =
            IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toSet());
    private static final Set<DayOfWeek> WEEK = EnumSet.allOf(DayOfWeek.class);

    private static Tariff.Period period(String name, int from, int to, double price) {
        return new Tariff.Period(name, YEAR, WEEK, from, to, price);
    }

    @Test
    void nightIsCheaperAndTheTotalIsTheSumOfTheLines() {
        Tariff tariff = new Tariff(
                "two hours", "EUR", List.of(period("night", 22, 6, 0.10), period("day", 6, 22, 0.20)), 250, 30);
        double[] energy = new double[48];
        Arrays.fill(energy, 1);
        energy[40] = Double.NaN;
        LoadCurve curve = new LoadCurve(
                Instant.parse("2026-01-04T23:00:00Z"), Duration.ofMinutes(30), ZoneId.of("Europe/Paris"), energy);
        double[] hours = new double[24];
        Arrays.fill(hours, 0.05);
        hours[0] = 0.5;
        GridIntensity grid = new GridIntensity(curve.start(), hours, 0.06, 0.1, "test");
        CostCarbon result = CostCarbon.of(curve, tariff, grid);
        assertThat(result.lines()).extracting(CostCarbon.Line::energy).containsExactly(16.0, 31.0);
        assertThat(result.cost()).isCloseTo(1.6 + 6.2, within(1e-9));
        assertThat(result.carbon()).isCloseTo(45 * 0.05 + 2 * 0.5, within(1e-9));
        assertThat(grid.at(curve.end())).isEqualTo(0.06);
    }

    @Test
    void aHoleInTheTariffIsSaid() {
        Tariff tariff = new Tariff("day only", "EUR", List.of(period("day", 6, 22, 0.2)), 1, 1);
        assertThatThrownBy(() -> tariff.at(LocalDateTime.of(2026, 1, 1, 3, 0))).hasMessageContaining("add a period");
    }
}
