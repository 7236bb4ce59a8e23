package org.boucle.features.energytwin.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.SteelPlant;
import org.junit.jupiter.api.Test;

/** Day-ahead prediction of a real plant, replayed day by day over its last four months. */
class SteelPredictionTest {
    @Test
    void beatsTheWeeklyNaiveAndTheFourWeekProfile() {
        DayGrid grid = DayGrid.of(SteelPlant.load());
        int june = (int) (LocalDate.of(2018, 6, 1).toEpochDay() - grid.first().toEpochDay());
        WalkForward replay = WalkForward.of(grid, june, 14, DayDrivers.none());
        System.out.printf(
                "steel June-September, RMSE kWh per quarter-hour: model %.2f, naive %.2f, profile %.2f%n",
                replay.modelScores().rmse(),
                replay.naiveScores().rmse(),
                replay.profileScores().rmse());
        assertThat(replay.measured()).hasSize(122);
        assertThat(replay.modelScores().rmse())
                .isLessThan(0.95 * replay.profileScores().rmse())
                .isLessThan(0.80 * replay.naiveScores().rmse());
        assertThat(replay.modelScores().mae()).isLessThan(replay.profileScores().mae());
        assertThat(replay.naiveScores().rmse()).isBetween(23.8, 23.9);
        assertThat(replay.profileScores().rmse()).isBetween(20.0, 20.1);
        assertThat(coverage(replay)).isBetween(0.72, 0.88);
    }

    /** Share of the measurements inside 80 % intervals that were calibrated on the 42 days before each day. */
    private static double coverage(WalkForward replay) {
        int inside = 0;
        int all = 0;
        for (int day = 42; day < replay.measured().size(); day++) {
            List<double[]> measured = replay.measured().subList(day - 42, day);
            List<double[]> model = replay.model().subList(day - 42, day);
            Intervals.Band[] bands = Intervals.calibrate(measured, model, 0.8)
                    .around(replay.model().get(day));
            for (int s = 0; s < bands.length; s++) {
                double value = replay.measured().get(day)[s];
                inside += value >= bands[s].low() && value <= bands[s].high() ? 1 : 0;
                all++;
            }
        }
        return inside / (double) all;
    }
}
