package org.boucle.features.telemetry;

/**
 * The checks every point passes, whatever road it came by.
 *
 * @param earliest oldest time believed, milliseconds; devices that lost their clock start again at 1970 or 2000
 * @param aheadMillis how far ahead of the server's clock a time stamp may lie
 */
public record PointCheck(long earliest, long aheadMillis) {
    /** From 2001-01-01 on, at most five minutes ahead. */
    public static final PointCheck STANDARD = new PointCheck(978_307_200_000L, 300_000);

    /** Why a point is not kept. */
    public enum Fault {
        UNKNOWN_SERIES,
        UNIT_MISMATCH,
        NOT_A_NUMBER,
        CLOCK_AHEAD,
        CLOCK_BEHIND,
        MALFORMED
    }

    /** What the checks say: {@link Accepted} or {@link Refused}. */
    public sealed interface Verdict {}

    /** The point may be kept. */
    public record Accepted() implements Verdict {
        static final Accepted INSTANCE = new Accepted();
    }

    /** The point is refused or quarantined for a reason. */
    public record Refused(Fault fault, String detail) implements Verdict {}

    /** Checks a point of a known series; {@code unit} is empty where the sender names none. */
    public Verdict check(SeriesInfo series, long time, double value, String unit, long now) {
        Verdict plain = check(time, value, now);
        if (plain instanceof Accepted && !unit.isEmpty() && !sameUnit(unit, series.unit())) {
            return new Refused(Fault.UNIT_MISMATCH, unit + " ≠ " + series.unit());
        }
        return plain;
    }

    /** Checks a point of a series that nobody registered: at best it is quarantined. */
    public Verdict checkUnknown(long time, double value, long now) {
        Verdict plain = check(time, value, now);
        return plain instanceof Accepted ? new Refused(Fault.UNKNOWN_SERIES, "") : plain;
    }

    private Verdict check(long time, double value, long now) {
        if (!Double.isFinite(value)) {
            return new Refused(Fault.NOT_A_NUMBER, "value " + value);
        }
        if (time > now + aheadMillis) {
            return new Refused(Fault.CLOCK_AHEAD, "+" + (time - now) / 1000 + " s");
        }
        if (time < earliest) {
            return new Refused(
                    Fault.CLOCK_BEHIND, java.time.Instant.ofEpochMilli(time).toString());
        }
        return Accepted.INSTANCE;
    }

    /** Whether two symbols write the same unit: blanks and the many signs for degree, square, cube and micro aside. */
    public static boolean sameUnit(String a, String b) {
        return a.equals(b) || plain(a).equals(plain(b));
    }

    private static String plain(String unit) {
        return unit.strip()
                .replace(" ", "")
                .replace("²", "2")
                .replace("³", "3")
                .replace("º", "°")
                .replace("\u00b5", "\u03bc")
                .replace("^", "");
    }
}
