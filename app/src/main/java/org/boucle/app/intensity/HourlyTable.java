package org.boucle.app.intensity;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Means by the hour of values that come with their times, whatever their step, in one column each. */
final class HourlyTable {
    static final int MOST_HOURS = 10 * 8_784;
    private static final long HOUR = 3_600_000;

    private final Map<String, TreeMap<Long, double[]>> columns = new LinkedHashMap<>();

    /** One column over whole hours; NaN where unknown. */
    record Column(Instant start, double[] values) {}

    void add(String column, Instant time, double value) {
        double[] cell = columns.computeIfAbsent(column, c -> new TreeMap<>())
                .computeIfAbsent(Math.floorDiv(time.toEpochMilli(), HOUR), h -> new double[2]);
        cell[0] += value;
        cell[1]++;
    }

    /** The columns; empty where nothing was read, or where the times span more than ten years. */
    Map<String, Column> columns() {
        Map<String, Column> result = new LinkedHashMap<>();
        columns.forEach((name, hours) -> {
            long first = hours.firstKey();
            if (hours.lastKey() - first < MOST_HOURS) {
                double[] values = new double[(int) (hours.lastKey() - first) + 1];
                Arrays.fill(values, Double.NaN);
                hours.forEach((hour, cell) -> values[(int) (hour - first)] = cell[0] / cell[1]);
                result.put(name, new Column(Instant.ofEpochMilli(first * HOUR), values));
            }
        });
        return result;
    }
}
