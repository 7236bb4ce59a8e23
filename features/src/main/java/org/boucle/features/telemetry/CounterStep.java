package org.boucle.features.telemetry;

/**
 * What happened between two consecutive readings of a counter.
 *
 * <p>Going down is either a wrap-around (the counter reached its modulus), a reset (it restarted near zero), or a
 * correction (it went back a little: rounding, a replaced register). The rule: with a known modulus a fall of more than
 * half of it is a wrap-around; else a fall to less than half of the former value is a reset and the new reading is what
 * was counted since; any smaller fall is a correction and counts as the negative difference, so that the total stays
 * last minus first.
 *
 * @param kind what happened
 * @param increase quantity counted between the readings, in the unit of the counter
 */
public record CounterStep(Kind kind, double increase) {
    /** The four things that can happen between two readings. */
    public enum Kind {
        RISE,
        WRAP,
        RESET,
        CORRECTION
    }

    /** Full answer; {@code wrapAt} is 0 where the counter has no known modulus. */
    public static CounterStep between(double before, double after, double wrapAt) {
        if (after >= before) {
            return new CounterStep(Kind.RISE, after - before);
        }
        if (wrapAt > 0 && before - after > wrapAt / 2) {
            return new CounterStep(Kind.WRAP, after + wrapAt - before);
        }
        return after < before / 2
                ? new CounterStep(Kind.RESET, after)
                : new CounterStep(Kind.CORRECTION, after - before);
    }

    /** Only the quantity, for loops. */
    public static double increase(double before, double after, double wrapAt) {
        return after >= before ? after - before : between(before, after, wrapAt).increase();
    }
}
