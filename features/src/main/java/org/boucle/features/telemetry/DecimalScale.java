package org.boucle.features.telemetry;

/**
 * Finds the decimal scale of measured values: the smallest {@code p} for which every value is a whole number divided by
 * 10^p, bit for bit. Meters send 23.1 or 1234.56, whose doubles look random while the whole numbers behind them do not.
 */
final class DecimalScale {
    static final int MAX = 6;
    private static final double[] POWER = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    private static final double LIMIT = 1L << 51;

    private DecimalScale() {}

    /** Scale of {@code values[0..n)}, with the whole numbers in {@code whole}; −1 where there is none. */
    static int find(double[] values, int n, boolean single, long[] whole) {
        int p = 0;
        int i = 0;
        while (i < n) {
            double scaled = values[i] * POWER[p];
            if (!(Math.abs(scaled) < LIMIT)) {
                return -1;
            }
            long w = Math.round(scaled);
            if (same(value(w, p, single), values[i])) {
                whole[i++] = w;
            } else if (p++ == MAX) {
                return -1;
            } else {
                i = 0;
            }
        }
        return p;
    }

    private static boolean same(double a, double b) {
        return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
    }

    static double value(long whole, int p, boolean single) {
        double v = whole / POWER[p];
        return single ? (float) v : v;
    }

    static double power(int p) {
        return POWER[p];
    }
}
