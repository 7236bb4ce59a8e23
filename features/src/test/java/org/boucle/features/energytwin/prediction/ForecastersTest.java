package org.boucle.features.energytwin.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.boucle.features.energytwin.DayGrid;
import org.junit.jupiter.api.Test;

class ForecastersTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private static DayGrid plant(int days, long seed) {
        Random random = new Random(seed);
        double[][] kWh = new double[days][24];
        for (int d = 0; d < days; d++) {
            for (int s = 0; s < 24; s++) {
                boolean works = d % 7 < 5 && s >= 6 && s < 20;
                kWh[d][s] = (works ? 40 : 5) + random.nextGaussian();
            }
        }
        return new DayGrid(MONDAY, 24, kWh);
    }

    @Test
    void naiveTakesTheLastKnownSameWeekday() {
        DayGrid grid = plant(21, 1);
        assertThat(new WeeklyNaive().predict(grid, 1)).isEqualTo(grid.day(14));
        assertThat(new WeeklyNaive().predict(grid, 7)).isEqualTo(grid.day(20));
        assertThat(new WeeklyNaive().predict(grid, 8)).isEqualTo(grid.day(14));
        assertThat(new WeeklyNaive().predict(plant(3, 1), 1)).containsOnly(Double.NaN);
    }

    @Test
    void profileAveragesWhatItHas() {
        DayGrid grid = plant(21, 1);
        double[] profile = new MeanProfile(2).predict(grid, 1);
        assertThat(profile[3]).isCloseTo((grid.at(14, 3) + grid.at(7, 3)) / 2, within(1e-12));
    }

    @Test
    void columnsNeverSeeTheDayItselfNorLater() {
        DayGrid grid = plant(70, 2);
        double[][] changed = new double[70][];
        for (int d = 0; d < 70; d++) {
            changed[d] = grid.day(d);
            if (d >= 60) {
                java.util.Arrays.fill(changed[d], 999);
            }
        }
        DayGrid other = new DayGrid(MONDAY, 24, changed);
        for (int horizon = 1; horizon <= 7; horizon++) {
            int day = 60 + horizon - 1;
            assertThat(new DayColumns(other, DayDrivers.none()).of(day, horizon))
                    .isDeepEqualTo(new DayColumns(grid, DayDrivers.none()).of(day, horizon));
        }
    }

    @Test
    void learnsThePlanAndTheCalendar() {
        Random random = new Random(4);
        Map<LocalDate, Double> tonnes = new HashMap<>();
        double[][] kWh = new double[140][24];
        for (int d = 0; d < 140; d++) {
            double plan = 10 + random.nextInt(20);
            tonnes.put(MONDAY.plusDays(d), plan);
            for (int s = 0; s < 24; s++) {
                kWh[d][s] = s >= 6 && s < 20 ? 2 * plan : 4;
            }
        }
        DayGrid grid = new DayGrid(MONDAY, 24, kWh);
        WalkForward blind = WalkForward.of(grid, 110, 30, DayDrivers.none());
        WalkForward told = WalkForward.of(grid, 110, 30, new DayDrivers(Set.of(), Map.of("tonnes", tonnes)));
        assertThat(told.modelScores().rmse())
                .isLessThan(0.6 * blind.modelScores().rmse());
    }

    @Test
    void outlookShowsPlainLinesAndProof() {
        Outlook outlook = Outlook.of(plant(80, 3), 7, 0.8, DayDrivers.none());
        assertThat(outlook.learnt()).isTrue();
        assertThat(outlook.days()).hasSize(7);
        assertThat(outlook.days().getFirst().date()).isEqualTo(MONDAY.plusDays(80));
        assertThat(outlook.model().rmse()).isLessThan(outlook.naive().rmse());
        for (Outlook.Day day : outlook.days()) {
            for (Intervals.Band band : day.bands()) {
                assertThat(band.low()).isLessThanOrEqualTo(band.value()).isNotNegative();
                assertThat(band.high()).isGreaterThanOrEqualTo(band.value());
            }
        }
        assertThat(Outlook.of(plant(20, 3), 1, 0.8, DayDrivers.none()).learnt()).isFalse();
        assertThatThrownBy(() -> Outlook.of(plant(5, 3), 1, 0.8, DayDrivers.none()))
                .hasMessageContaining("14 days");
    }
}
