package org.boucle.app.itfootprint;

import tools.jackson.core.JsonGenerator;

/**
 * Writes numbers as {@link Double#toString(double)} does, without texts in between where the digits are few, as they are in
 * rounded figures: an explained answer has two hundred numbers, and their texts were a seventh of its time.
 *
 * <p>A number that equals a count over a power of ten, the count below 2^53 and the power at most 10^22, is the double nearest
 * to that decimal; with up to 15 digits no shorter decimal reads as the same double.
 */
final class Decimals {
    /** From here up to {@link #MOST} numbers are written without exponent. */
    private static final double LEAST = 1e-3;

    private static final double MOST = 1e7;
    /** Smaller ones would need powers that are no doubles. */
    private static final double SMALLEST = 1e-15;

    private static final int MOST_DECIMALS = 7;
    private static final double[] TENS = {
        1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
        1e21, 1e22
    };

    private final JsonGenerator out;
    private final char[] text = new char[28];
    private int at;

    Decimals(JsonGenerator out) {
        this.out = out;
    }

    void write(double value) {
        double size = Math.abs(value);
        boolean written = size >= LEAST && size < MOST && plain(value, size);
        if (!written && !(size >= SMALLEST && size < LEAST && scientific(value, size))) {
            out.writeNumber(value);
        }
    }

    private boolean plain(double value, double size) {
        int decimals = decimals(size, 0);
        if (decimals < 0) {
            return false;
        }
        at = text.length;
        long rest = digits((long) Math.rint(size * TENS[decimals]), decimals);
        finish(value, rest);
        return true;
    }

    private boolean scientific(double value, double size) {
        int exponent = 4; // of the first digit that is not 0
        while (1 / TENS[exponent] > size) {
            exponent++;
        }
        int decimals = decimals(size, exponent);
        if (decimals < 0) {
            return false;
        }
        at = text.length;
        digits(exponent, exponent < 10 ? 1 : 2);
        text[--at] = '-';
        text[--at] = 'E';
        long rest = digits((long) Math.rint(size * TENS[decimals]), decimals - exponent);
        finish(value, rest);
        return true;
    }

    /** The least number of decimals from some on that makes up the whole size; negative where none of a few does. */
    private static int decimals(double size, int from) {
        for (int decimals = from; decimals <= from + MOST_DECIMALS; decimals++) {
            if (Math.rint(size * TENS[decimals]) / TENS[decimals] == size) {
                return decimals;
            }
        }
        return -1;
    }

    /** Puts the last digits of a count in front of what is there, one at least; answers the rest of the count. */
    private long digits(long count, int places) {
        if (places == 0) {
            text[--at] = '0';
        }
        long rest = count;
        for (int i = 0; i < places; i++) {
            text[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return rest;
    }

    /** The point, what stands before it, the sign. */
    private void finish(double value, long whole) {
        text[--at] = '.';
        long rest = whole;
        do {
            text[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (value < 0) {
            text[--at] = '-';
        }
        out.writeNumber(text, at, text.length - at);
    }
}
