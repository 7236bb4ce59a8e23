package org.boucle.features.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits into bytes, lowest bit first. */
final class BitWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[4096];
    private int position;
    private long pending;
    private int filled;

    void reset() {
        position = 0;
        pending = 0;
        filled = 0;
    }

    /** Appends the {@code n} low bits of {@code value}, 0 ≤ n ≤ 64; the bits above must be 0 for n ≤ 32. */
    void bits(long value, int n) {
        if (n > 32) {
            bits(value & 0xffff_ffffL, 32);
            bits(value >>> 32, n - 32);
            return;
        }
        pending |= value << filled;
        filled += n;
        if (filled >= 32) {
            if (position + 8 > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            LONG.set(bytes, position, pending & 0xffff_ffffL);
            position += 4;
            pending >>>= 32;
            filled -= 32;
        }
    }

    /** Appends a number ≥ 0 in groups of seven bits. */
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bits(rest & 0x7f | 0x80, 8);
            rest >>>= 7;
        }
        bits(rest, 8);
    }

    void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    byte[] toBytes() {
        int tail = (filled + 7) / 8;
        byte[] out = Arrays.copyOf(bytes, position + tail);
        for (int i = 0; i < tail; i++) {
            out[position + i] = (byte) (pending >>> (8 * i));
        }
        return out;
    }
}
