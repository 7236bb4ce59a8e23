package org.boucle.features.itfootprint;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The rounding of the compatible dialect: bounds to four significant digits, the value to the decimal place of a tenth of
 * the interval, at most four digits. Bit-exact on IEEE doubles, since clients compare.
 */
public final class Rounding {
    private static final int MOST_DIGITS = 4;
    private static final double PARTS = 10;
    private static final int SMALLEST_PLAIN = -6;
    private static final MathContext FOURTEEN = new MathContext(14);

    /** The doubles nearest to the powers of ten, from {@link #LEAST_POWER} up. */
    private static final int LEAST_POWER = -330;

    private static final double[] POWERS = new double[640];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1E" + (i + LEAST_POWER));
        }
    }

    private Rounding() {}

    private static double power(int exponent) {
        return POWERS[Math.clamp(exponent - LEAST_POWER, 0, POWERS.length - 1)];
    }

    /** A rounded figure, and whether its interval is so wide that the value carries next to nothing. */
    public record Rounded(Estimate estimate, boolean wide) {}

    /** Rounds to {@code digits} significant digits, halves upwards in size. */
    public static double significant(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? 0 : value;
        }
        double size = Math.abs(value);
        int exponent = (int) Math.log10(size);
        double unit = power(exponent - digits + 1);
        double count = Math.floor(size / unit);
        if (count < power(digits - 1)) {
            exponent--;
            unit = power(exponent - digits + 1);
            count = Math.floor(size / unit);
        }
        if (Math.abs((count + 1) * unit - size) <= Math.abs(count * unit - size)) {
            count++;
        }
        if (count >= power(digits)) {
            count /= 10;
            exponent++;
        }
        return Math.copySign(decimal(count, exponent - digits + 1), value);
    }

    /** The double nearest to {@code count · 10^exponent}: powers up to 10^22 are exact, so one operation rounds once. */
    private static double decimal(double count, int exponent) {
        if (exponent >= -22 && exponent <= 22 && count == Math.rint(count) && count < 0x1p53) {
            return exponent >= 0 ? count * power(exponent) : count / power(-exponent);
        }
        return Double.parseDouble((long) count + "E" + exponent);
    }

    /** Rounds a figure as the dialect does; its bounds must be in order. */
    public static Rounded dialect(Estimate estimate) {
        double value = estimate.value();
        double step = (estimate.max() - estimate.min()) / PARTS;
        double rounded = value;
        boolean wide = false;
        if (step != 0) {
            double place = Math.floor(Math.log10(step));
            double scale = value == 0 ? place : Math.min(place, Math.floor(Math.log10(Math.abs(value))));
            rounded = atPlace(value, (int) scale);
            wide = value != 0 && Math.rint(atScale(value, (int) place)) == 0;
        }
        double min = significant(estimate.min(), MOST_DIGITS);
        double max = significant(estimate.max(), MOST_DIGITS);
        if (rounded == 0) {
            return new Rounded(new Estimate(significant(value, 1), min, max), true);
        }
        return new Rounded(
                new Estimate(digits(rounded) > MOST_DIGITS ? significant(rounded, MOST_DIGITS) : rounded, min, max),
                wide);
    }

    private static double atScale(double value, int place) {
        return value / power(place);
    }

    private static double atPlace(double value, int place) {
        if (place > 0) {
            double unit = power(place);
            return Math.rint(value / unit) * unit;
        }
        return Math.rint(value / power(place)) / power(-place);
    }

    /**
     * Digits of the writing with fourteen significant digits, as the peer counts them: zeros before the first digit count
     * from 10^-6 up, below the writing is scientific and they do not.
     */
    private static int digits(double value) {
        double four = significant(value, MOST_DIGITS);
        if (four == value) {
            return MOST_DIGITS;
        }
        if (Math.abs(four - value) > Math.abs(value) * 1e-12) {
            return MOST_DIGITS + 1;
        }
        BigDecimal written = new BigDecimal(value).round(FOURTEEN).stripTrailingZeros();
        int exponent = written.precision() - written.scale() - 1;
        if (exponent >= 0) {
            return Math.max(written.precision(), exponent + 1);
        }
        return exponent >= SMALLEST_PLAIN ? written.precision() - exponent : written.precision();
    }
}
