package org.boucle.features.telemetry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the times of strangers' tables: named formats, or a pattern of the Java time library. */
public final class TimeFormat {
    /** ISO 8601 with an offset or Z. */
    public static final String OFFSET = "ISO+offset";
    /** ISO 8601 without offset, blank or T between date and time. */
    public static final String LOCAL = "ISO";
    /** Seconds since 1970. */
    public static final String EPOCH_SECONDS = "epoch s";
    /** Milliseconds since 1970. */
    public static final String EPOCH_MILLIS = "epoch ms";
    /** Days since 1899-12-30, as spreadsheets count. */
    public static final String EXCEL = "Excel";

    /** The formats that are tried, in this order; day before month unless the days say otherwise. */
    public static final List<String> KNOWN = List.of(
            OFFSET,
            LOCAL,
            "d/M/yyyy H:m",
            "M/d/yyyy H:m",
            "d.M.yyyy H:m",
            "d-M-yyyy H:m",
            "yyyy/M/d H:m",
            "d/M/yy H:m",
            "yyyyMMddHHmm",
            "yyyyMMdd",
            EXCEL,
            EPOCH_SECONDS,
            EPOCH_MILLIS);

    private static final LocalDateTime SPREADSHEET_EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
    private final String name;
    private final Optional<DateTimeFormatter> formatter;

    private TimeFormat(String name, Optional<DateTimeFormatter> formatter) {
        this.name = name;
        this.formatter = formatter;
    }

    /** The format of a name or pattern; a pattern that the time library refuses throws. */
    public static TimeFormat of(String name) {
        return switch (name) {
            case OFFSET, LOCAL, EPOCH_SECONDS, EPOCH_MILLIS, EXCEL -> new TimeFormat(name, Optional.empty());
            default -> new TimeFormat(name, Optional.of(formatter(name)));
        };
    }

    private static DateTimeFormatter formatter(String pattern) {
        String lenient = pattern.replace("yyyy", "uuuu").replace("yy", "uu");
        if (lenient.endsWith("H:m")) {
            lenient = lenient.substring(0, lenient.length() - 4) + "[ H:m[:s[.SSS]]]";
        }
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(lenient)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A time as read: at an offset of its own, or local to the zone of the mapping. */
    public sealed interface Read {}

    /** A time that is known absolutely. */
    public record Absolute(long millis) implements Read {}

    /** A time on a wall clock. */
    public record Local(LocalDateTime time) implements Read {}

    /** Reads a text; empty where it does not have this format. {@code 24:00} is the next day's midnight. */
    public Optional<Read> read(String text) {
        String clean = text.strip();
        try {
            return Optional.of(
                    switch (name) {
                        case OFFSET ->
                            new Absolute(OffsetDateTime.parse(clean.replaceFirst(" ", "T"))
                                    .toInstant()
                                    .toEpochMilli());
                        case LOCAL -> local(clean);
                        case EPOCH_SECONDS -> epoch(clean, 1_000, 100_000_000L, 10_000_000_000L);
                        case EPOCH_MILLIS -> epoch(clean, 1, 100_000_000_000L, 10_000_000_000_000L);
                        case EXCEL -> excel(clean);
                        default -> pattern(clean);
                    });
        } catch (DateTimeException | NumberFormatException other) {
            return Optional.empty();
        }
    }

    private static Read local(String text) {
        if (text.length() == 10) {
            return new Local(LocalDate.parse(text).atStartOfDay());
        }
        String t = text.replaceFirst(" ", "T");
        if (t.contains("T24:00")) {
            return new Local(LocalDate.parse(t.substring(0, 10)).plusDays(1).atStartOfDay());
        }
        return new Local(LocalDateTime.parse(t));
    }

    private static Read epoch(String text, long factor, long least, long most) {
        long value = Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
        if (value < least || value > most) {
            throw new NumberFormatException(text);
        }
        return new Absolute(Instant.ofEpochMilli(value * factor).toEpochMilli());
    }

    private static Read excel(String text) {
        double days = Double.parseDouble(text.replace(',', '.'));
        if (!(days > 20_000 && days < 80_000)) {
            throw new NumberFormatException(text);
        }
        long seconds = Math.round(days * 86_400);
        return new Local(SPREADSHEET_EPOCH.plusSeconds(seconds));
    }

    private Read pattern(String text) {
        boolean midnight = text.contains("24:00");
        TemporalAccessor parsed = formatter.orElseThrow().parse(midnight ? text.replaceFirst("24:00", "00:00") : text);
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.isSupported(ChronoField.HOUR_OF_DAY) ? LocalTime.from(parsed) : LocalTime.MIDNIGHT;
        return new Local((midnight ? date.plusDays(1) : date).atTime(time));
    }

    /** Seconds of a fixed offset such as {@code +01:00}, for the zone of clocks that keep winter time. */
    static ZoneOffset offset(int seconds) {
        return ZoneOffset.ofTotalSeconds(seconds);
    }

    @Override
    public String toString() {
        return name;
    }
}
