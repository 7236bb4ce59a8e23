package org.boucle.app.agent;

/**
 * The time of one sample.
 *
 * @param epochMillis wall clock in ms since 1970 UTC
 * @param nanos steady clock in ns, for differences only
 */
record Moment(long epochMillis, long nanos) {

    static Moment now() {
        return new Moment(System.currentTimeMillis(), System.nanoTime());
    }

    /** Seconds from an earlier moment to this one by the steady clock. */
    double secondsSince(Moment earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    /** {@code 2026-11-21T22:30:05.125Z}, written without the JDK's formatter and the classes it loads. */
    static String iso(long epochMillis) {
        long days = Math.floorDiv(epochMillis, 86_400_000L);
        long millis = Math.floorMod(epochMillis, 86_400_000L);
        // civil date from days since 1970: Howard Hinnant, chrono-compatible low-level date algorithms
        long z = days + 719_468;
        long era = Math.floorDiv(z, 146_097L);
        long dayOfEra = z - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * month + 2) / 5 + 1;
        long civilMonth = month < 10 ? month + 3 : month - 9;
        long year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0);
        StringBuilder out = new StringBuilder(24);
        padded(out, year, 1000).append('-');
        padded(out, civilMonth, 10).append('-');
        padded(out, day, 10).append('T');
        padded(out, millis / 3_600_000, 10).append(':');
        padded(out, millis / 60_000 % 60, 10).append(':');
        padded(out, millis / 1000 % 60, 10).append('.');
        return padded(out, millis % 1000, 100).append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder out, long number, long unit) {
        for (long place = unit; place > 0; place /= 10) {
            out.append((char) ('0' + number / place % 10));
        }
        return out;
    }
}
