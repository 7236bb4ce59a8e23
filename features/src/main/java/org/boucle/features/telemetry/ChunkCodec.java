package org.boucle.features.telemetry;

/**
 * Writes {@link Samples} as one compact blob and reads them back bit for bit.
 *
 * <p>Times: a regular run costs nothing but its step; anything else is second differences in their greatest common unit.
 * Values: where all are decimals of a common scale (as meters send them, from a double or a float) they become whole
 * numbers, differenced zero, one or two times, whichever is shortest; else raw bits, each against the one before. Both
 * columns then pass one entropy coder. Figures of the alternatives: decision record 0210.
 *
 * <p>An instance keeps its buffers and serves one thread.
 */
public final class ChunkCodec {
    private static final int VERSION = 1;
    private static final int REGULAR = 0x10;
    private static final int SINGLE = 0x20;
    private static final int RAW = 0x40;

    private final BitWriter out = new BitWriter();
    private final BitReader in = new BitReader();
    private final ColumnCoder coder = new ColumnCoder();
    private long[] column = new long[1024];
    private long[] whole = new long[1024];
    private long[] times = new long[1024];
    private double[] values = new double[1024];

    /** Blob of {@code samples}, which must not be empty. */
    public byte[] encode(Samples samples) {
        int n = samples.size();
        if (n == 0) {
            throw new IllegalArgumentException("An empty chunk has no meaning. Maybe the caller meant to delete it.");
        }
        ensure(n);
        out.reset();
        boolean regular = isRegular(samples.times());
        int scale = DecimalScale.find(samples.values(), n, false, whole);
        boolean single = scale < 0 && isSingle(samples.values());
        if (single) {
            scale = DecimalScale.find(samples.values(), n, true, whole);
        }
        boolean raw = scale < 0;
        out.bits(VERSION | (regular ? REGULAR : 0) | (single ? SINGLE : 0) | (raw ? RAW : 0), 8);
        out.varint(n);
        out.zigzag(samples.firstTime());
        writeTimes(samples.times(), regular);
        if (raw) {
            writeRaw(samples.values());
        } else {
            writeWhole(n, scale);
        }
        return out.toBytes();
    }

    private void ensure(int n) {
        if (column.length < n) {
            int size = Math.max(n, column.length * 2);
            column = new long[size];
            whole = new long[size];
            times = new long[size];
            values = new double[size];
        }
    }

    private static boolean isRegular(long[] t) {
        for (int i = 2; i < t.length; i++) {
            if (t[i] - t[i - 1] != t[1] - t[0]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSingle(double[] v) {
        for (double x : v) {
            if ((float) x != x) {
                return false;
            }
        }
        return true;
    }

    private void writeTimes(long[] t, boolean regular) {
        if (regular) {
            out.varint(t.length > 1 ? t[1] - t[0] : 0);
            return;
        }
        long unit = 0;
        for (int i = 1; i < t.length; i++) {
            unit = gcd(unit, t[i] - t[i - 1]);
        }
        out.varint(unit);
        long before = (t[1] - t[0]) / unit;
        out.varint(before);
        for (int i = 2; i < t.length; i++) {
            long delta = (t[i] - t[i - 1]) / unit;
            column[i - 2] = delta - before;
            before = delta;
        }
        coder.encode(column, t.length - 2, out);
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long r = x % y;
            x = y;
            y = r;
        }
        return x;
    }

    private void writeWhole(int n, int scale) {
        long[] cost = new long[3];
        long w1 = 0;
        long d1 = 0;
        for (int i = 0; i < n; i++) {
            long d = whole[i] - w1;
            cost[0] += cost(whole[i]);
            cost[1] += cost(d);
            cost[2] += cost(d - d1);
            w1 = whole[i];
            d1 = d;
        }
        int order = cost[0] <= cost[1] && cost[0] <= cost[2] ? 0 : cost[1] <= cost[2] ? 1 : 2;
        long base = order == 0 ? middle(n) : 0;
        out.bits(scale | order << 4, 8);
        out.zigzag(base);
        difference(n, order, base);
        coder.encode(column, n, out);
    }

    private static int cost(long x) {
        return 64 - Long.numberOfLeadingZeros(x ^ (x >> 63));
    }

    private long middle(int n) {
        return whole[n / 2];
    }

    private void difference(int n, int order, long base) {
        long w1 = 0;
        long d1 = 0;
        for (int i = 0; i < n; i++) {
            long d = whole[i] - w1;
            column[i] = order == 0 ? whole[i] - base : order == 1 ? d : d - d1;
            w1 = whole[i];
            d1 = d;
        }
    }

    private void writeRaw(double[] v) {
        long before = 0;
        for (int i = 0; i < v.length; i++) {
            long bits = Double.doubleToRawLongBits(v[i]);
            long x = bits ^ before;
            before = bits;
            int lead = x == 0 ? 64 : Long.numberOfLeadingZeros(x);
            int trail = x == 0 ? 0 : Long.numberOfTrailingZeros(x);
            out.bits(lead, 7);
            if (x != 0) {
                out.bits(trail, 6);
                out.bits(x >>> trail, 64 - lead - trail);
            }
        }
    }

    /** Reads a blob; the result has its own arrays. */
    public Samples decode(byte[] blob) {
        int n = read(blob);
        return new Samples(java.util.Arrays.copyOf(times, n), java.util.Arrays.copyOf(values, n));
    }

    /**
     * Reads a blob into {@link #times()} and {@link #values()}, which hold until the next call.
     *
     * @return how many entries are valid
     */
    public int read(byte[] blob) {
        in.start(blob);
        int head = (int) in.bits(8);
        if ((head & 15) != VERSION) {
            throw new IllegalArgumentException("Telemetry chunk of format " + (head & 15) + ", this version reads "
                    + VERSION + ". Maybe a newer version of the program wrote it.");
        }
        long count = in.varint();
        if (count < 1 || count > 100_000_000) {
            throw new IllegalArgumentException(
                    "A telemetry chunk claims " + count + " values. Maybe its bytes are damaged.");
        }
        int n = (int) count;
        ensure(n);
        readTimes(n, (head & REGULAR) != 0);
        if ((head & RAW) != 0) {
            readRaw(n);
        } else {
            readWhole(n, (head & SINGLE) != 0);
        }
        return n;
    }

    public long[] times() {
        return times;
    }

    public double[] values() {
        return values;
    }

    private void readTimes(int n, boolean regular) {
        long t = in.zigzag();
        long step = in.varint();
        times[0] = t;
        if (regular) {
            for (int i = 1; i < n; i++) {
                t += step;
                times[i] = t;
            }
            return;
        }
        long delta = in.varint();
        coder.decode(in, column, n - 2);
        t += delta * step;
        times[1] = t;
        for (int i = 2; i < n; i++) {
            delta += column[i - 2];
            t += delta * step;
            times[i] = t;
        }
    }

    private void readWhole(int n, boolean single) {
        int head = (int) in.bits(8);
        int scale = head & 15;
        if (scale > DecimalScale.MAX) {
            throw new IllegalArgumentException(
                    "A telemetry chunk has scale " + scale + ". Maybe its bytes are damaged.");
        }
        int order = head >> 4;
        long base = in.zigzag();
        coder.decode(in, column, n);
        integrate(n, order, base);
        double power = DecimalScale.power(scale);
        for (int i = 0; i < n; i++) {
            values[i] = column[i] / power;
        }
        if (single) {
            for (int i = 0; i < n; i++) {
                values[i] = (float) values[i];
            }
        }
    }

    private void integrate(int n, int order, long base) {
        long w = 0;
        if (order == 0) {
            for (int i = 0; i < n; i++) {
                column[i] += base;
            }
            return;
        }
        if (order == 2) {
            for (int i = 0; i < n; i++) {
                column[i] = w += column[i];
            }
            w = 0;
        }
        for (int i = 0; i < n; i++) {
            column[i] = w += column[i];
        }
    }

    private void readRaw(int n) {
        long bits = 0;
        for (int i = 0; i < n; i++) {
            int lead = (int) in.bits(7);
            if (lead < 64) {
                int trail = (int) in.bits(6);
                bits ^= in.bits(64 - lead - trail) << trail;
            }
            values[i] = Double.longBitsToDouble(bits);
        }
    }
}
