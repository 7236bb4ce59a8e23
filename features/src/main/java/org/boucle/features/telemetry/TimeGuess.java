package org.boucle.features.telemetry;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the time of the rows: its column, its format, its zone, its step, and what is odd about it. */
final class TimeGuess {
    private static final int SAMPLE = 400;
    private final RawTable table;
    private final List<String> notes = new ArrayList<>();
    private String timeColumn = "";
    private String clockColumn = "";
    private String format = TimeFormat.LOCAL;
    private ZoneId zone;
    private boolean midnightEndsDay;
    private ImportMapping.Stamp stamp = ImportMapping.Stamp.BEGIN;
    private long stepMillis;
    private long[] millis = new long[0];

    private TimeGuess(RawTable table, ZoneId zone) {
        this.table = table;
        this.zone = zone;
    }

    static TimeGuess of(RawTable table, ZoneId siteZone) {
        TimeGuess guess = new TimeGuess(table, siteZone);
        guess.findColumn();
        guess.findMidnight();
        guess.findZone();
        guess.findStep();
        guess.findStamp();
        return guess;
    }

    private void findColumn() {
        int best = 0;
        for (int column = 0; column < table.header().size(); column++) {
            for (String candidate : TimeFormat.KNOWN) {
                int read = readable(column, -1, candidate);
                if (read > best && read * 10 >= sampleSize() * 9) {
                    best = read;
                    timeColumn = table.header().get(column);
                    format = candidate;
                }
            }
            if (best > 0) {
                break;
            }
        }
        findClockColumn();
        if (format.equals("d/M/yyyy H:m") && readable(table.column(timeColumn), clock(), "M/d/yyyy H:m") == best) {
            notes.add("telemetry.note.day-first");
        }
    }

    private int clock() {
        return clockColumn.isEmpty() ? -1 : table.column(clockColumn);
    }

    /** A date without time of day beside a column of times of day. */
    private void findClockColumn() {
        int next = table.column(timeColumn) + 1;
        boolean bareDates = !timeColumn.isEmpty()
                && !table.rows().isEmpty()
                && !table.cell(0, next - 1).contains(":");
        if (bareDates
                && next < table.header().size()
                && table.cell(0, next).strip().matches("\\d{1,2}:\\d{2}(:\\d{2})?")) {
            clockColumn = table.header().get(next);
        }
    }

    private int sampleSize() {
        return Math.min(SAMPLE, table.rows().size());
    }

    private int readable(int column, int clockIndex, String candidate) {
        TimeFormat f = TimeFormat.of(candidate);
        int n = table.rows().size();
        int count = 0;
        for (int i = 0; i < sampleSize(); i++) {
            int row = (int) ((long) i * n / sampleSize()); // over the whole table, so that a day above 12 is met
            if (f.read(TableReading.timeText(table, row, column, clockIndex)).isPresent()) {
                count++;
            }
        }
        return count;
    }

    private List<Optional<TimeFormat.Read>> reads() {
        TimeFormat f = TimeFormat.of(format);
        List<Optional<TimeFormat.Read>> reads = new ArrayList<>(table.rows().size());
        for (int row = 0; row < table.rows().size(); row++) {
            reads.add(f.read(TableReading.timeText(table, row, table.column(timeColumn), clock())));
        }
        return reads;
    }

    /** Rows at 00:00 that fall back behind the row before, always by less than a day, carry the date of the day they end. */
    private void findMidnight() {
        if (timeColumn.isEmpty()) {
            return;
        }
        LocalDateTime before = LocalDateTime.MIN;
        int fallsAtMidnight = 0;
        for (Optional<TimeFormat.Read> read : reads()) {
            if (read.orElse(null) instanceof TimeFormat.Local(LocalDateTime time)) {
                boolean falls = time.isBefore(before);
                if (falls
                        && time.toLocalTime().equals(LocalTime.MIDNIGHT)
                        && time.toLocalDate().equals(before.toLocalDate())) {
                    fallsAtMidnight++;
                    before = time.plusDays(1);
                } else {
                    before = time;
                }
            }
        }
        if (fallsAtMidnight > 0) {
            midnightEndsDay = true;
            notes.add("telemetry.note.midnight");
        }
    }

    private void findZone() {
        String words = (timeColumn + " " + clockColumn + " " + String.join(" ", table.remarks()))
                .toLowerCase(java.util.Locale.ROOT);
        if (words.contains("utc") || words.contains("gmt")) {
            zone = ZoneOffset.UTC;
        }
        if (zone instanceof ZoneOffset || timeColumn.isEmpty()) {
            return;
        }
        for (Optional<TimeFormat.Read> read : reads()) {
            if (read.orElse(null) instanceof TimeFormat.Local(LocalDateTime time)
                    && zone.getRules().getValidOffsets(time).isEmpty()) {
                zone = zone.getRules().getStandardOffset(time.toInstant(ZoneOffset.UTC));
                notes.add("telemetry.note.winter-time");
                return;
            }
        }
    }

    private void findStep() {
        if (timeColumn.isEmpty()) {
            return;
        }
        RowClock clock = new RowClock(TimeFormat.of(format), zone, midnightEndsDay);
        long[] found = new long[table.rows().size()];
        int n = 0;
        for (int row = 0; row < found.length; row++) {
            Optional<Long> time = clock.next(TableReading.timeText(table, row, table.column(timeColumn), clock()));
            if (time.isPresent()) {
                found[n++] = time.get();
            }
        }
        millis = Arrays.copyOf(found, n);
        long[] steps = new long[Math.max(0, n - 1)];
        for (int i = 1; i < n; i++) {
            steps[i - 1] = Math.abs(millis[i] - millis[i - 1]);
        }
        Arrays.sort(steps);
        stepMillis = steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    /** Stamps that begin one step after midnight and end at midnight stand at the ends of their intervals. */
    private void findStamp() {
        if (millis.length < 2 || stepMillis == 0) {
            return;
        }
        long firstOfDay = Math.floorMod(millis[0] + offset(millis[0]), 86_400_000L);
        long lastOfDay = Math.floorMod(millis[millis.length - 1] + offset(millis[millis.length - 1]), 86_400_000L);
        if (midnightEndsDay || (firstOfDay == stepMillis && lastOfDay == 0)) {
            stamp = ImportMapping.Stamp.END;
            notes.add("telemetry.note.stamp-end");
        }
    }

    private long offset(long time) {
        return zone.getRules().getOffset(java.time.Instant.ofEpochMilli(time)).getTotalSeconds() * 1000L;
    }

    /** Whether a column only repeats the clock, as seconds or minutes since midnight or as the hour. */
    boolean repeatsClock(double[] values) {
        if (values.length < 4 || values.length != millis.length) {
            return false;
        }
        for (double perUnit : new double[] {1_000, 60_000, 3_600_000}) {
            boolean all = true;
            for (int i = 0; all && i < values.length; i++) {
                long ofDay = Math.floorMod(millis[i] + offset(millis[i]), 86_400_000L);
                all = Math.floor(ofDay / perUnit) == values[i];
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    ImportMapping mapping(char decimal, List<ColumnMapping> columns) {
        return new ImportMapping(
                timeColumn, clockColumn, format, zone, stamp, midnightEndsDay, decimal, stepMillis, columns, notes);
    }

    String timeColumn() {
        return timeColumn;
    }

    String clockColumn() {
        return clockColumn;
    }

    void note(String key) {
        if (!notes.contains(key)) {
            notes.add(key);
        }
    }
}
