package org.boucle.app.intensity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Reads the times of a column in their order: with an offset as they stand, without one in the column's zone. Where clocks
 * go back, the hour that comes twice is told apart by what came before.
 */
final class TimeReader {
    private static final List<DateTimeFormatter> LAYOUTS = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS]"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]"),
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm[:ss]"),
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm[:ss]"));

    private final ZoneId zone;
    private Instant last = Instant.MIN;

    TimeReader(ZoneId zone) {
        this.zone = zone;
    }

    /** The zone of a column by its header: UTC where it says so, else the given one. */
    static TimeReader of(String header, ZoneId local) {
        boolean utc = header.contains("utc") || header.contains("gmt");
        boolean central = header.contains("cet");
        return new TimeReader(utc ? ZoneOffset.UTC : central ? ZoneId.of("Europe/Brussels") : local);
    }

    /** The start of a time or of a span such as {@code 01.01.2025 00:00 - 01.01.2025 01:00}. */
    Optional<Instant> read(String text) {
        String start = text.split(" - ")[0].strip();
        if (start.length() > 40) {
            return Optional.empty();
        }
        Optional<Instant> time = offset(start.replace(' ', 'T')).or(() -> local(start));
        time.ifPresent(t -> last = t);
        return time;
    }

    private static Optional<Instant> offset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notWithOffset) {
            return Optional.empty();
        }
    }

    private Optional<Instant> local(String text) {
        for (DateTimeFormatter layout : LAYOUTS) {
            try {
                ZonedDateTime zoned = LocalDateTime.parse(text, layout).atZone(zone);
                Instant earlier = zoned.withEarlierOffsetAtOverlap().toInstant();
                return Optional.of(
                        earlier.isAfter(last) || earlier.isBefore(last.minusSeconds(7_200))
                                ? earlier
                                : zoned.withLaterOffsetAtOverlap().toInstant());
            } catch (DateTimeException otherLayout) {
                continue;
            }
        }
        return Optional.empty();
    }
}
