package org.boucle.features.telemetry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;

/** Reads a table by its mapping: every used column becomes samples; every cell that cannot be read becomes an issue. */
public final class TableReading {
    private final RawTable table;
    private final ImportMapping mapping;
    private final Issues issues;
    private final List<ColumnMapping> used;
    private final int[] columns;
    private final double[][] values;
    private final long[][] times;
    private final int[] counts;
    private long missing;

    private TableReading(RawTable table, ImportMapping mapping, Issues issues) {
        this.table = table;
        this.mapping = mapping;
        this.issues = issues;
        this.used = mapping.columns().stream().filter(ColumnMapping::use).toList();
        this.columns = used.stream().mapToInt(c -> table.column(c.column())).toArray();
        int n = table.rows().size();
        values = new double[used.size()][n];
        times = new long[used.size()][n];
        counts = new int[used.size()];
    }

    /**
     * What a table holds.
     *
     * @param samples by column, in the order of the mapping
     * @param points values in all columns
     * @param missing cells that say that there is no value
     */
    public record Result(Map<ColumnMapping, Samples> samples, long points, long missing) {}

    public static Result read(RawTable table, ImportMapping mapping, Issues issues) {
        return new TableReading(table, mapping, issues).read();
    }

    private Result read() {
        checkColumns();
        if (!issues.isEmpty()) {
            return new Result(Map.of(), 0, 0);
        }
        RowClock clock = new RowClock(TimeFormat.of(mapping.timeFormat()), mapping.zone(), mapping.midnightEndsDay());
        int timeColumn = table.column(mapping.timeColumn());
        int clockColumn = mapping.clockColumn().isEmpty() ? -1 : table.column(mapping.clockColumn());
        for (int row = 0; row < table.rows().size(); row++) {
            String text = timeText(table, row, timeColumn, clockColumn);
            if (text.isBlank()) {
                continue;
            }
            Optional<Long> time = clock.next(text);
            if (time.isEmpty()) {
                String code = clock.wasNonexistent() ? "telemetry.time.skipped" : "telemetry.time";
                issues.add(place(row, mapping.timeColumn()), code, text, mapping.timeFormat());
            } else {
                readCells(row, time.get());
            }
        }
        Map<ColumnMapping, Samples> samples = new LinkedHashMap<>();
        long points = 0;
        for (int c = 0; c < columns.length; c++) {
            Samples s = Samples.ofUnsorted(times[c], values[c], counts[c]);
            points += s.size();
            samples.put(used.get(c), s);
        }
        return new Result(samples, points, missing);
    }

    static String timeText(RawTable table, int row, int timeColumn, int clockColumn) {
        String date = table.cell(row, timeColumn);
        return clockColumn < 0
                ? date
                : date.strip() + " " + table.cell(row, clockColumn).strip();
    }

    private void checkColumns() {
        if (table.column(mapping.timeColumn()) < 0) {
            issues.add(Place.ofFile(table.file()), "telemetry.column", mapping.timeColumn());
        }
        for (int c = 0; c < columns.length; c++) {
            if (columns[c] < 0) {
                issues.add(
                        Place.ofFile(table.file()),
                        "telemetry.column",
                        used.get(c).column());
            }
            if (used.get(c).unit().isBlank() || used.get(c).series().isBlank()) {
                issues.add(
                        Place.ofFile(table.file()).withColumn(used.get(c).column()),
                        "telemetry.unit",
                        used.get(c).column());
            }
        }
        long names = used.stream().map(ColumnMapping::series).distinct().count();
        if (names < used.size()) {
            issues.add(Place.ofFile(table.file()), "telemetry.twice");
        }
        if (used.isEmpty()) {
            issues.add(Place.ofFile(table.file()), "telemetry.nothing");
        }
    }

    private void readCells(int row, long time) {
        for (int c = 0; c < columns.length; c++) {
            String text = table.cell(row, columns[c]);
            if (Numbers.isMissing(text)) {
                missing++;
                continue;
            }
            OptionalDouble value = Numbers.parse(text, mapping.decimal());
            if (value.isEmpty()) {
                issues.add(
                        place(row, used.get(c).column()), "telemetry.number", text, String.valueOf(mapping.decimal()));
                continue;
            }
            ColumnMapping column = used.get(c);
            boolean shift = column.kind() == SeriesKind.INTERVAL && mapping.stamp() == ImportMapping.Stamp.END;
            times[c][counts[c]] = shift ? time - mapping.stepMillis() : time;
            values[c][counts[c]++] = column.scale() == 1 ? value.getAsDouble() : value.getAsDouble() * column.scale();
        }
    }

    private Place place(int row, String column) {
        return Place.ofRow(table.file(), table.firstRow() + row)
                .withSheet(table.sheet())
                .withColumn(column);
    }

    @Override
    public String toString() {
        return table.file() + Arrays.toString(counts);
    }
}
