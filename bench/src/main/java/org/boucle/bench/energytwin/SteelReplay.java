package org.boucle.bench.energytwin;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.energytwin.alerts.BaseloadWatch;
import org.boucle.features.energytwin.prediction.DayDrivers;
import org.boucle.features.energytwin.prediction.Scores;
import org.boucle.features.energytwin.prediction.WalkForward;

/**
 * Replays a plant's quarter-hours day by day. Arguments: first day to predict, then one or more CSV files in order of
 * time, whose second column is the energy in kWh and whose rows begin on 2018-01-01 00:00 in Seoul; the clock is rebuilt
 * from the order of the rows, since the stamps of midnight carry the wrong date.
 */
public final class SteelReplay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final int CASES = 400;

    private SteelReplay() {}

    public static void main(String[] arguments) throws IOException {
        List<Double> energy = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            for (String row :
                    Files.readAllLines(Path.of(arguments[i])).stream().skip(1).toList()) {
                energy.add(Double.parseDouble(row.split(",")[1]));
            }
        }
        LoadCurve curve = new LoadCurve(
                LocalDate.of(2018, 1, 1).atStartOfDay(ZONE).toInstant(),
                Duration.ofMinutes(15),
                ZONE,
                energy.stream().mapToDouble(Double::doubleValue).toArray());
        DayGrid grid = DayGrid.of(curve);
        int first =
                (int) (LocalDate.parse(arguments[0]).toEpochDay() - grid.first().toEpochDay());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        WalkForward replay = WalkForward.of(grid, first, 7, DayDrivers.none());
        double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        line("model", replay.modelScores());
        line("four-week profile", replay.profileScores());
        line("weekly naive", replay.naiveScores());
        System.out.printf("%d days predicted, learnt again each week: %.1f s CPU%n", grid.days() - first, cpu);
        faults(grid, first);
    }

    private static void line(String name, Scores scores) {
        System.out.printf(
                "%-18s RMSE %.2f  MAE %.2f  R2 %.3f  WAPE %.1f %%%n",
                name, scores.rmse(), scores.mae(), scores.r2(), 100 * scores.wape());
    }

    private static void faults(DayGrid grid, int first) {
        BaseloadWatch watch = BaseloadWatch.usual();
        double weeks = (grid.days() - first) / 7.0;
        List<Alert> untouched = watch.find(grid, ZONE, "plant", first);
        long rest =
                untouched.stream().filter(a -> a.kind() == Alert.Kind.BASELOAD).count();
        Random random = new Random(7);
        int found = 0;
        for (int k = 0; k < CASES; k++) {
            int length = 8 + random.nextInt(9);
            int day = first + random.nextInt(grid.days() - first - 1);
            int begin = day * 96 + 88 + random.nextInt(32 - length);
            double[][] changed = new double[day + 2][];
            for (int d = 0; d < changed.length; d++) {
                changed[d] = grid.day(d);
            }
            for (int at = begin; at < begin + length; at++) {
                changed[at / 96][at % 96] += 8;
            }
            Instant from = grid.startOf(begin / 96, begin % 96).atZone(ZONE).toInstant();
            Instant to = from.plusSeconds(900L * length);
            found += watch.find(new DayGrid(grid.first(), 96, changed), ZONE, "plant", day).stream()
                            .anyMatch(a -> a.kind() == Alert.Kind.BASELOAD && a.touches(from, to))
                    ? 1
                    : 0;
        }
        System.out.printf(
                "night faults of 8 kWh, 2-4 h: %.1f %% found; episodes a week without fault: %.2f baseload, %.2f in all%n",
                100.0 * found / CASES, rest / weeks, untouched.size() / weeks);
    }
}
