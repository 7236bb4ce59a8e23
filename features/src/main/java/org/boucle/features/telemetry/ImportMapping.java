package org.boucle.features.telemetry;

import java.time.ZoneId;
import java.util.List;

/**
 * How a table is read: guessed by {@link MappingGuess}, shown, and changed where the guess is wrong.
 *
 * @param timeColumn column of the date, or of date and time together
 * @param clockColumn column of the time of day where it stands apart, else empty
 * @param timeFormat one of the named formats of {@link TimeFormat}, or a pattern such as {@code dd/MM/yyyy HH:mm}
 * @param zone zone of times that carry no offset; a fixed offset for meters that never change to summer time
 * @param stamp whether a quantity over an interval is stamped where the interval begins or where it ends
 * @param midnightEndsDay whether a row at 00:00 carries the date of the day that it ends
 * @param decimal decimal mark
 * @param stepMillis distance of two rows, 0 where they are irregular
 * @param columns what the other columns become
 * @param notes keys of what the guess found out and the user should know
 */
public record ImportMapping(
        String timeColumn,
        String clockColumn,
        String timeFormat,
        ZoneId zone,
        Stamp stamp,
        boolean midnightEndsDay,
        char decimal,
        long stepMillis,
        List<ColumnMapping> columns,
        List<String> notes) {
    /** Where in its interval a quantity's time stamp stands. */
    public enum Stamp {
        BEGIN,
        END
    }

    public ImportMapping {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    public ImportMapping withZone(ZoneId other) {
        return new ImportMapping(
                timeColumn,
                clockColumn,
                timeFormat,
                other,
                stamp,
                midnightEndsDay,
                decimal,
                stepMillis,
                columns,
                notes);
    }

    public ImportMapping withStamp(Stamp other) {
        return new ImportMapping(
                timeColumn, clockColumn, timeFormat, zone, other, midnightEndsDay, decimal, stepMillis, columns, notes);
    }

    public ImportMapping withColumns(List<ColumnMapping> other) {
        return new ImportMapping(
                timeColumn, clockColumn, timeFormat, zone, stamp, midnightEndsDay, decimal, stepMillis, other, notes);
    }
}
