package org.boucle.features.energytwin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.SteelPlant;
import org.junit.jupiter.api.Test;

/** Stand-by faults of 8 kWh a quarter-hour during 2 to 4 hours of the night, injected in a real plant's meter. */
class SteelAlertsTest {
    private static final BaseloadWatch WATCH = BaseloadWatch.usual();

    @Test
    void findsNightFaultsAndSeldomCriesWolf() {
        DayGrid grid = DayGrid.of(SteelPlant.load());
        int june = (int) (LocalDate.of(2018, 6, 1).toEpochDay() - grid.first().toEpochDay());
        double weeks = (grid.days() - june) / 7.0;
        List<Alert> untouched = WATCH.find(grid, SteelPlant.ZONE, "steel", june);
        long baseload = untouched.stream()
                .filter(alert -> alert.kind() == Alert.Kind.BASELOAD)
                .count();
        Random random = new Random(20181001);
        int found = 0;
        int cases = 200;
        for (int k = 0; k < cases; k++) {
            found += isFound(grid, june + random.nextInt(grid.days() - june - 1), random) ? 1 : 0;
        }
        System.out.printf(
                "steel night faults: %d of %d found; false episodes a week: %.2f baseload, %.2f with activity%n",
                found, cases, baseload / weeks, untouched.size() / weeks);
        assertThat(found / (double) cases).isGreaterThanOrEqualTo(0.95);
        assertThat(untouched.size() / weeks).isLessThan(1.0);
    }

    private static boolean isFound(DayGrid grid, int day, Random random) {
        int slots = grid.slots();
        int length = 8 + random.nextInt(9);
        int begin = day * slots + 88 + random.nextInt(24 - length + 8);
        double[][] changed = new double[Math.min(grid.days(), day + 2)][];
        for (int d = 0; d < changed.length; d++) {
            changed[d] = grid.day(d);
        }
        for (int at = begin; at < begin + length; at++) {
            changed[at / slots][at % slots] += 8;
        }
        DayGrid faulty = new DayGrid(grid.first(), slots, changed);
        Instant from = grid.startOf(begin / slots, begin % slots)
                .atZone(SteelPlant.ZONE)
                .toInstant();
        return WATCH.find(faulty, SteelPlant.ZONE, "steel", day).stream()
                .anyMatch(alert ->
                        alert.kind() == Alert.Kind.BASELOAD && alert.touches(from, from.plusSeconds(900L * length)));
    }
}
