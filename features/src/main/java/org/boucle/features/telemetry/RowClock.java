package org.boucle.features.telemetry;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Turns the times of consecutive rows into instants. Two rules need the row before: an hour that the clock passes twice
 * in autumn is the later one when the earlier one is behind; a row at midnight may carry the date of the day it ends.
 */
final class RowClock {
    private final TimeFormat format;
    private final ZoneId zone;
    private final boolean midnightEndsDay;
    private Optional<LocalDateTime> before = Optional.empty();
    private long lastMillis = Long.MIN_VALUE;
    private boolean nonexistent;

    RowClock(TimeFormat format, ZoneId zone, boolean midnightEndsDay) {
        this.format = format;
        this.zone = zone;
        this.midnightEndsDay = midnightEndsDay;
    }

    /** The instant of the next row; empty where the text is no time or the clock never showed it. */
    Optional<Long> next(String text) {
        nonexistent = false;
        Optional<TimeFormat.Read> read = format.read(text);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> millis = switch (read.get()) {
            case TimeFormat.Absolute(long absolute) -> Optional.of(absolute);
            case TimeFormat.Local(LocalDateTime time) -> resolve(repaired(time));
        };
        millis.ifPresent(m -> lastMillis = m);
        return millis;
    }

    /** Whether the last text was a time that the zone's clocks skipped in spring. */
    boolean wasNonexistent() {
        return nonexistent;
    }

    private LocalDateTime repaired(LocalDateTime time) {
        boolean fallsBack = midnightEndsDay
                && time.toLocalTime().equals(LocalTime.MIDNIGHT)
                && before.filter(b -> b.isAfter(time)).isPresent();
        LocalDateTime right = fallsBack ? time.plusDays(1) : time;
        before = Optional.of(right);
        return right;
    }

    private Optional<Long> resolve(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            nonexistent = true;
            return Optional.empty();
        }
        long first = time.toInstant(offsets.getFirst()).toEpochMilli();
        boolean passed = offsets.size() > 1 && first <= lastMillis;
        return Optional.of(passed ? time.toInstant(offsets.getLast()).toEpochMilli() : first);
    }
}
