package org.boucle.features.telemetry;

import java.util.Arrays;

/**
 * Entropy coder for a column of small whole numbers: canonical Huffman over zigzag values, with symbols for runs of
 * zeros and escapes (bit length, then raw bits) for great values. Measured against deflate, zstd and the encoders of
 * Apache TsFile in decision record 0210.
 */
final class ColumnCoder {
    private static final int DIRECT = 192;
    private static final int ESCAPE = DIRECT - 8; // + bit length 8..64
    private static final int RUN = DIRECT + 57; // + log2 of the length of a run of zeros, 2..19
    private static final int SYMBOLS = RUN + 20;
    private static final int MAX_BITS = 11;

    private final int[] frequency = new int[SYMBOLS];
    private final byte[] length = new byte[SYMBOLS];
    private final int[] code = new int[SYMBOLS];
    private final int[] order = new int[SYMBOLS];
    private int used;
    private final short[] table = new short[1 << MAX_BITS];
    private int[] symbol = new int[1024];
    private long[] extra = new long[1024];

    /** Appends {@code column[0..n)} to {@code out}. */
    void encode(long[] column, int n, BitWriter out) {
        int m = tokenize(column, n);
        buildLengths();
        writeLengths(out);
        assignCodes();
        for (int i = 0; i < m; i++) {
            int s = symbol[i];
            out.bits(code[s], length[s]);
            int bits = extraBits(s);
            if (bits > 0) {
                out.bits(extra[i], bits);
            }
        }
    }

    private static int extraBits(int s) {
        if (s < DIRECT) {
            return 0;
        }
        return s >= RUN ? s - RUN : s - ESCAPE - 1;
    }

    private int tokenize(long[] column, int n) {
        if (symbol.length < n) {
            symbol = new int[n];
            extra = new long[n];
        }
        Arrays.fill(frequency, 0);
        int m = 0;
        int i = 0;
        while (i < n) {
            long z = (column[i] << 1) ^ (column[i] >> 63);
            int s;
            if (z == 0) {
                int run = i + 1;
                while (run < n && column[run] == 0 && run - i < (1 << 19)) {
                    run++;
                }
                int len = run - i;
                if (len >= 4) {
                    int log = 31 - Integer.numberOfLeadingZeros(len);
                    s = RUN + log;
                    extra[m] = len - (1L << log);
                    i = run;
                } else {
                    s = 0;
                    i++;
                }
            } else {
                i++;
                if (z > 0 && z < DIRECT) {
                    s = (int) z;
                } else {
                    int bits = 64 - Long.numberOfLeadingZeros(z);
                    s = ESCAPE + bits;
                    extra[m] = z & ~(1L << (bits - 1));
                }
            }
            symbol[m++] = s;
            frequency[s]++;
        }
        return m;
    }

    /** Package-merge is exact but slow; this is Huffman's tree with the counts flattened until no code is too long. */
    private void buildLengths() {
        used = 0;
        for (int s = 0; s < SYMBOLS; s++) {
            if (frequency[s] > 0) {
                order[used++] = s;
            }
        }
        if (used == 1) {
            length[order[0]] = 1;
            return;
        }
        long[] sorted = new long[used];
        for (int shift = 0; ; shift++) {
            for (int i = 0; i < used; i++) {
                sorted[i] = ((long) ((frequency[order[i]] >> shift) + 1) << 16) | order[i];
            }
            Arrays.sort(sorted);
            if (huffman(sorted, used) <= MAX_BITS) {
                return;
            }
        }
    }

    private int huffman(long[] sorted, int used) {
        long[] weight = new long[2 * used - 1];
        int[] parent = new int[2 * used - 1];
        for (int i = 0; i < used; i++) {
            weight[i] = sorted[i] >> 16;
        }
        int leaf = 0;
        int inner = used;
        for (int next = used; next < weight.length; next++) {
            for (int k = 0; k < 2; k++) {
                int pick = leaf < used && (inner >= next || weight[leaf] <= weight[inner]) ? leaf++ : inner++;
                weight[next] += weight[pick];
                parent[pick] = next;
            }
        }
        int longest = 0;
        byte[] depth = new byte[weight.length];
        for (int i = weight.length - 2; i >= 0; i--) {
            depth[i] = (byte) (depth[parent[i]] + 1);
            if (i < used) {
                length[(int) (sorted[i] & 0xffff)] = depth[i];
                longest = Math.max(longest, depth[i]);
            }
        }
        return longest;
    }

    private void writeLengths(BitWriter out) {
        int previous = -1;
        for (int i = 0; i < used; i++) {
            int s = order[i];
            int gap = s - previous - 1;
            if (gap < 7) {
                out.bits(gap, 3);
            } else {
                out.bits(7, 3);
                out.bits(gap, 9);
            }
            out.bits(length[s], 4);
            previous = s;
        }
        out.bits(7, 3);
        out.bits(511, 9);
    }

    /** Canonical codes, shortest first, within a length by symbol; bits reversed because they are read lowest first. */
    private void assignCodes() {
        int[] next = new int[MAX_BITS + 2];
        for (int i = 0; i < used; i++) {
            next[length[order[i]] + 1]++;
        }
        int first = 0;
        for (int bits = 1; bits <= MAX_BITS; bits++) {
            int count = next[bits + 1];
            next[bits] = first;
            first = (first + count) << 1;
        }
        for (int i = 0; i < used; i++) {
            int s = order[i];
            code[s] = Integer.reverse(next[length[s]]++) >>> (32 - length[s]);
        }
    }

    /** Reads {@code n} numbers written by {@link #encode} into {@code column}. */
    void decode(BitReader in, long[] column, int n) {
        readLengths(in);
        assignCodes();
        fillTable();
        int i = 0;
        while (i < n) {
            long word = in.peek(56 - 8);
            int left = 48;
            int s = 0;
            while (left >= MAX_BITS && i < n) {
                int entry = table[(int) word & ((1 << MAX_BITS) - 1)];
                int bits = entry & 15;
                word >>>= bits;
                left -= bits;
                s = entry >> 4;
                if (s >= DIRECT) {
                    break;
                }
                column[i++] = (s >>> 1) ^ -(s & 1);
            }
            in.skip(48 - left);
            if (s >= DIRECT) {
                i = decodeRare(in, s, column, i, n);
            }
        }
    }

    private static int decodeRare(BitReader in, int s, long[] column, int i, int n) {
        if (s < RUN) {
            int bits = s - ESCAPE;
            long z = in.bits(bits - 1) | (1L << (bits - 1));
            column[i] = (z >>> 1) ^ -(z & 1);
            return i + 1;
        }
        int run = (1 << (s - RUN)) + (int) in.bits(s - RUN);
        int end = Math.min(n, i + run);
        Arrays.fill(column, i, end, 0);
        return end;
    }

    private void readLengths(BitReader in) {
        used = 0;
        int s = -1;
        while (true) {
            int gap = (int) in.bits(3);
            if (gap == 7) {
                gap = (int) in.bits(9);
                if (gap == 511) {
                    return;
                }
            }
            s += gap + 1;
            if (s >= SYMBOLS) {
                throw new IllegalArgumentException(
                        "A telemetry chunk names symbol " + s + ". Maybe its bytes are damaged.");
            }
            int bits = (int) in.bits(4);
            if (bits < 1 || bits > MAX_BITS) {
                throw new IllegalArgumentException(
                        "A telemetry chunk has a code of " + bits + " bits. Maybe its bytes are damaged.");
            }
            length[s] = (byte) bits;
            order[used++] = s;
        }
    }

    private void fillTable() {
        for (int i = 0; i < used; i++) {
            int s = order[i];
            int bits = length[s];
            short entry = (short) (s << 4 | bits);
            for (int k = code[s]; k < table.length; k += 1 << bits) {
                table[k] = entry;
            }
        }
    }
}
