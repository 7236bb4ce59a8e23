package org.boucle.features.telemetry;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.units.Unit;

/** Guesses how a stranger's table is to be read. Everything it guesses is shown and can be changed. */
public final class MappingGuess {
    private MappingGuess() {}

    /** The mapping of a table; {@code siteZone} is taken for times that name no zone. */
    public static ImportMapping of(RawTable table, ZoneId siteZone) {
        TimeGuess time = TimeGuess.of(table, siteZone);
        char decimal = decimal(table, time);
        Optional<Unit> common = ColumnGuess.unitOfRemarks(table);
        List<ColumnMapping> columns = new ArrayList<>();
        for (int c = 0; c < table.header().size(); c++) {
            String header = table.header().get(c);
            if (!header.equals(time.timeColumn()) && !header.equals(time.clockColumn())) {
                columns.add(column(table, c, time, decimal, common));
            }
        }
        return time.mapping(decimal, columns);
    }

    /** A comma counts as decimal mark where numbers with one comma and no point outnumber the others. */
    private static char decimal(RawTable table, TimeGuess time) {
        int commas = 0;
        int points = 0;
        for (int row = 0; row < Math.min(500, table.rows().size()); row++) {
            for (int c = 0; c < table.header().size(); c++) {
                String cell = table.cell(row, c).strip();
                boolean isTime = table.header().get(c).equals(time.timeColumn());
                if (!isTime && cell.matches("[+-]?[\\d\\s\\u00a0\\u202f]*,\\d+([eE][+-]?\\d+)?")) {
                    commas++;
                } else if (!isTime && cell.matches("[+-]?\\d*\\.\\d+([eE][+-]?\\d+)?")) {
                    points++;
                }
            }
        }
        return commas > points ? ',' : '.';
    }

    private static ColumnMapping column(RawTable table, int c, TimeGuess time, char decimal, Optional<Unit> common) {
        String header = table.header().get(c);
        double[] values = new double[table.rows().size()];
        int n = 0;
        int unreadable = 0;
        for (int row = 0; row < values.length; row++) {
            String text = table.cell(row, c);
            if (!Numbers.isMissing(text)) {
                OptionalDouble value = Numbers.parse(text, decimal);
                if (value.isPresent()) {
                    values[n++] = value.getAsDouble();
                } else {
                    unreadable++;
                }
            }
        }
        double[] known = java.util.Arrays.copyOf(values, n);
        if (n == 0 || unreadable > n / 10) {
            return unused(header, "telemetry.note.text");
        }
        if (time.repeatsClock(known)) {
            return unused(header, "telemetry.note.clock");
        }
        Optional<Unit> own = ColumnGuess.unitOf(header).or(() -> ColumnGuess.unitOfShare(header, known));
        Optional<Unit> unit = own.or(() -> common);
        SeriesKind kind = ColumnGuess.kind(header, table, unit, known);
        String note = unit.isEmpty() ? "telemetry.note.unit" : own.isEmpty() ? "telemetry.note.remark" : "";
        return new ColumnMapping(
                header,
                unit.isPresent(),
                ColumnGuess.series(header),
                unit.map(Unit::symbol).orElse(""),
                kind,
                ColumnGuess.medium(header, unit),
                1,
                note);
    }

    private static ColumnMapping unused(String header, String note) {
        return new ColumnMapping(
                header, false, ColumnGuess.series(header), "", SeriesKind.GAUGE, Medium.OTHER, 1, note);
    }
}
