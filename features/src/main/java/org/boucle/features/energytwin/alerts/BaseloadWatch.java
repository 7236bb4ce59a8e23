package org.boucle.features.energytwin.alerts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boucle.features.energytwin.DayGrid;

/**
 * Finds nights and weekends on which something stayed on. An hour is one of rest where the meter usually sits near its
 * baseload; there, every step of a window has to stand above the usual value of that slot, by more than that slot
 * usually varies. Several window lengths are tried, so that a small excess is found when it lasts and a large one soon.
 *
 * <p>An excess as large as real work is reported apart, as {@link Alert.Kind#ACTIVITY}: someone worked, nothing was
 * forgotten.
 *
 * @param history days of the same kind (working day or weekend) that say what is usual
 * @param windows hours of the windows tried
 * @param relative smallest excess, as a share of the usual baseload
 * @param sigmas smallest excess, in usual deviations of the slot
 * @param work share of the way from baseload to full load from which an excess counts as activity
 */
public record BaseloadWatch(int history, double[] windows, double relative, double sigmas, double work) {
    /** What has been measured to find small faults with few false episodes (docs/methods/alerts.md). */
    public static BaseloadWatch usual() {
        return new BaseloadWatch(20, new double[] {1, 2, 4}, 0.5, 4, 0.3);
    }

    public BaseloadWatch {
        windows = windows.clone();
        if (history < 4 || windows.length == 0 || relative <= 0 || sigmas <= 0 || work <= 0) {
            throw new IllegalArgumentException("history " + history + ", windows " + Arrays.toString(windows));
        }
    }

    /** What is usual in one slot: its median, its spread, and whether the site rests then. */
    private record Usual(double median, double spread, boolean rest, double full) {}

    /** Alerts from day {@code first} of the grid on; each day is judged by the days before it only. */
    public List<Alert> find(DayGrid grid, ZoneId zone, String subject, int first) {
        Usual[][] usual = new Usual[grid.days()][];
        for (int day = Math.max(first - 1, 0); day < grid.days(); day++) {
            usual[day] = usual(grid, day);
        }
        int slots = grid.slots();
        Alert.Kind[] flagged = new Alert.Kind[grid.days() * slots];
        for (double hours : windows) {
            int length = (int) Math.max(1, Math.round(hours * slots / 24));
            for (int end = Math.max(first * slots, length - 1); end < flagged.length; end++) {
                flag(grid, usual, end, length, flagged);
            }
        }
        return episodes(grid, zone, subject, usual, flagged);
    }

    private Usual[] usual(DayGrid grid, int day) {
        boolean weekend = grid.weekday(day) >= 5;
        List<double[]> same = new ArrayList<>();
        for (int d = day - 1; d >= 0 && same.size() < (weekend ? history / 2 : history); d--) {
            if (grid.weekday(d) >= 5 == weekend) {
                same.add(grid.day(d));
            }
        }
        List<double[]> recent = new ArrayList<>();
        for (int d = Math.max(0, day - 28); d < day; d++) {
            recent.add(grid.day(d));
        }
        double[] all = recent.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        double base = quantile(all, 0.1);
        double full = quantile(all, 0.95);
        Usual[] usual = new Usual[grid.slots()];
        for (int s = 0; s < usual.length; s++) {
            int slot = s;
            double[] values = same.stream()
                    .mapToDouble(d -> d[slot])
                    .filter(x -> !Double.isNaN(x))
                    .sorted()
                    .toArray();
            usual[s] = values.length < 4 ? new Usual(Double.NaN, 0, false, full) : slot(values, base, full);
        }
        return usual;
    }

    private static Usual slot(double[] sorted, double base, double full) {
        double median = quantile(sorted, 0.5);
        double[] deviations =
                Arrays.stream(sorted).map(x -> Math.abs(x - median)).sorted().toArray();
        double upper = (quantile(sorted, 0.9) - median) / 1.28;
        double spread = Math.max(1.4826 * quantile(deviations, 0.5), upper);
        return new Usual(median, spread, median <= base + 0.15 * (full - base), full);
    }

    private void flag(DayGrid grid, Usual[][] usual, int end, int length, Alert.Kind[] flagged) {
        int slots = grid.slots();
        double[] excess = new double[length];
        double size = 0;
        double median = 0;
        double full = 0;
        for (int k = 0; k < length; k++) {
            int at = end - length + 1 + k;
            Usual[] day = usual[at / slots];
            double value = grid.at(at / slots, at % slots);
            if (day == null || Double.isNaN(value) || !day[at % slots].rest()) {
                return;
            }
            Usual slot = day[at % slots];
            excess[k] = value - slot.median();
            size += slot.spread() / length;
            median += slot.median() / length;
            full += slot.full() / length;
        }
        Arrays.sort(excess);
        double held = quantile(excess, 0.2);
        double root = Math.sqrt(length * 24.0 / slots);
        if (held > Math.max(relative * median / root, sigmas * size / root)) {
            boolean worked = quantile(excess, 0.5) > work * (full - median);
            for (int at = end - length + 1; at <= end; at++) {
                flagged[at] = worked || flagged[at] == Alert.Kind.ACTIVITY ? Alert.Kind.ACTIVITY : Alert.Kind.BASELOAD;
            }
        }
    }

    private static List<Alert> episodes(
            DayGrid grid, ZoneId zone, String subject, Usual[][] usual, Alert.Kind[] flagged) {
        List<Alert> found = new ArrayList<>();
        int slots = grid.slots();
        for (int at = 0; at < flagged.length; at++) {
            if (flagged[at] == null) {
                continue;
            }
            int begin = at;
            Alert.Kind kind = flagged[at];
            double sum = 0;
            double expected = 0;
            for (; at < flagged.length && flagged[at] != null; at++) {
                kind = flagged[at] == Alert.Kind.ACTIVITY ? Alert.Kind.ACTIVITY : kind;
                sum += grid.at(at / slots, at % slots);
                expected += usual[at / slots][at % slots].median();
            }
            double hours = (at - begin) * 24.0 / slots;
            found.add(new Alert(
                    kind,
                    subject,
                    grid.startOf(begin / slots, begin % slots).atZone(zone).toInstant(),
                    grid.startOf((at - 1) / slots, (at - 1) % slots)
                            .plusSeconds(86_400 / slots)
                            .atZone(zone)
                            .toInstant(),
                    sum / hours,
                    expected / hours,
                    "kW",
                    sum - expected));
        }
        return found;
    }

    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
