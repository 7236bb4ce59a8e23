package org.boucle.app.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The body of one hot row: a batch as it arrived, quick to write and to read, small only in passing. */
final class HotRows {
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GREATEST_POINT = 10 + 10 + 8;

    private HotRows() {}

    static byte[] write(PointBatch batch) {
        byte[] bytes = new byte[batch.size() * 14 + GREATEST_POINT];
        int p = 0;
        long series = 0;
        long time = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (p + GREATEST_POINT > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            p = zigzag(bytes, p, batch.series(i) - series);
            p = zigzag(bytes, p, batch.time(i) - time);
            DOUBLE.set(bytes, p, batch.value(i));
            p += 8;
            series = batch.series(i);
            time = batch.time(i);
        }
        return Arrays.copyOf(bytes, p);
    }

    private static int zigzag(byte[] bytes, int at, long value) {
        int p = at;
        long z = (value << 1) ^ (value >> 63);
        while ((z & ~0x7fL) != 0) {
            bytes[p++] = (byte) (z & 0x7f | 0x80);
            z >>>= 7;
        }
        bytes[p++] = (byte) z;
        return p;
    }

    /** Adds the points of a row to {@code batch}. */
    static void read(byte[] bytes, PointBatch batch) {
        Cursor in = new Cursor(bytes);
        long series = 0;
        long time = 0;
        while (in.at < bytes.length) {
            series += in.zigzag();
            time += in.zigzag();
            batch.add(series, time, in.value());
        }
    }

    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        long zigzag() {
            long z = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                byte b = bytes[at++];
                z |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return (z >>> 1) ^ -(z & 1);
                }
            }
            throw new IllegalStateException("A hot row is damaged at byte " + at + ".");
        }

        double value() {
            double v = (double) DOUBLE.get(bytes, at);
            at += 8;
            return v;
        }
    }
}
