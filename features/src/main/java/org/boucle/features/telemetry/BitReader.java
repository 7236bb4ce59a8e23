package org.boucle.features.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads what {@link BitWriter} wrote; bits beyond the end read as 0. */
final class BitReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private long position;

    void start(byte[] source) {
        bytes = source;
        position = 0;
    }

    /** The next {@code n} bits, n ≤ 56, without moving on. */
    long peek(int n) {
        int at = (int) (position >>> 3);
        long word = at + 8 <= bytes.length ? (long) LONG.get(bytes, at) : tail(at);
        return (word >>> (position & 7)) & ((1L << n) - 1);
    }

    private long tail(int at) {
        long word = 0;
        for (int i = 0; at + i < bytes.length; i++) {
            word |= (bytes[at + i] & 0xffL) << (8 * i);
        }
        return word;
    }

    void skip(int n) {
        position += n;
        if (position > bytes.length * 8L) {
            throw new IllegalArgumentException("A telemetry chunk ends early. Maybe its bytes are damaged.");
        }
    }

    long bits(int n) {
        if (n > 32) {
            long low = bits(32);
            return low | bits(n - 32) << 32;
        }
        long value = peek(n);
        skip(n);
        return value;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            long b = bits(8);
            value |= (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number in a telemetry chunk is too long. Maybe its bytes are damaged.");
    }

    long zigzag() {
        long z = varint();
        return (z >>> 1) ^ -(z & 1);
    }
}
