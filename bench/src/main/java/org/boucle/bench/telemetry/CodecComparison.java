package org.boucle.bench.telemetry;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.tsfile.encoding.decoder.Decoder;
import org.apache.tsfile.encoding.decoder.DeltaBinaryDecoder;
import org.apache.tsfile.encoding.decoder.DoublePrecisionDecoderV2;
import org.apache.tsfile.encoding.encoder.DeltaBinaryEncoder;
import org.apache.tsfile.encoding.encoder.DoublePrecisionEncoderV2;
import org.boucle.features.telemetry.ChunkCodec;
import org.boucle.features.telemetry.Samples;

/** Bytes and CPU per point of chunk codecs on the same generated series-days: our own, deflate, zstd, Apache TsFile. */
public final class CodecComparison {
    private static final int ROUNDS = 3;

    private CodecComparison() {}

    interface Codec {
        byte[] encode(Samples s) throws IOException;

        int decode(byte[] blob, int n) throws IOException, DataFormatException;
    }

    public static void main(String[] args) throws Exception {
        List<Samples> days = new ArrayList<>();
        PlantSignals plant = new PlantSignals(1, 120_000);
        long points = 0;
        for (int series = 0; series < 1000; series++) {
            Samples month = plant.series(series, 720 * 4);
            for (int d = 0; d < 4; d++) {
                long from = PlantSignals.START + d * 86_400_000L;
                Samples day = month.between(from, from + 86_400_000L);
                points += day.size();
                days.add(day);
            }
        }
        System.out.println("codec,bytes_per_point,encode_ns_per_point,decode_ns_per_point");
        measure("own (delta order, Huffman)", new Own(), days, points);
        measure("varint deltas + deflate 6", new Deltas(new Deflate(6)), days, points);
        measure("varint deltas + deflate 1", new Deltas(new Deflate(1)), days, points);
        measure("varint deltas + zstd 3", new Deltas(new Zst(3)), days, points);
        measure("varint deltas + zstd 9", new Deltas(new Zst(9)), days, points);
        measure("TsFile TS_2DIFF times + Gorilla values", new TsFile(), days, points);
        measure("TsFile TS_2DIFF times + TS_2DIFF of decimals", new TsFileDecimals(), days, points);
    }

    private static void measure(String name, Codec codec, List<Samples> days, long points) throws Exception {
        long bytes = 0;
        double encode = Double.MAX_VALUE;
        double decode = Double.MAX_VALUE;
        for (int r = 0; r < ROUNDS; r++) {
            bytes = 0;
            List<byte[]> blobs = new ArrayList<>();
            long t0 = cpu();
            for (Samples s : days) {
                byte[] blob = codec.encode(s);
                blobs.add(blob);
                bytes += blob.length;
            }
            long t1 = cpu();
            long seen = 0;
            for (int i = 0; i < blobs.size(); i++) {
                seen += codec.decode(blobs.get(i), days.get(i).size());
            }
            long t2 = cpu();
            if (seen != points) {
                throw new IllegalStateException(name + " lost points: " + seen + " of " + points);
            }
            encode = Math.min(encode, (t1 - t0) / (double) points);
            decode = Math.min(decode, (t2 - t1) / (double) points);
        }
        System.out.printf(Locale.ROOT, "%s,%.3f,%.1f,%.1f%n", name, bytes / (double) points, encode, decode);
    }

    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static final class Own implements Codec {
        private final ChunkCodec codec = new ChunkCodec();

        @Override
        public byte[] encode(Samples s) {
            return codec.encode(s);
        }

        @Override
        public int decode(byte[] blob, int n) {
            return codec.read(blob);
        }
    }

    interface Packer {
        byte[] pack(byte[] in, int n);

        int unpack(byte[] in, byte[] out) throws DataFormatException;
    }

    private static final class Deflate implements Packer {
        private final Deflater deflater;
        private final Inflater inflater = new Inflater(true);
        private final byte[] buffer = new byte[1 << 16];

        Deflate(int level) {
            deflater = new Deflater(level, true);
        }

        @Override
        public byte[] pack(byte[] in, int n) {
            deflater.reset();
            deflater.setInput(in, 0, n);
            deflater.finish();
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        }

        @Override
        public int unpack(byte[] in, byte[] out) throws DataFormatException {
            inflater.reset();
            inflater.setInput(in);
            return inflater.inflate(out);
        }
    }

    private record Zst(int level) implements Packer {
        @Override
        public byte[] pack(byte[] in, int n) {
            return Zstd.compress(Arrays.copyOf(in, n), level);
        }

        @Override
        public int unpack(byte[] in, byte[] out) {
            return (int) Zstd.decompress(out, in);
        }
    }

    /** Second differences of times, first differences of decimals, as varints, then a general compressor. */
    private static final class Deltas implements Codec {
        private final Packer packer;
        private final byte[] buffer = new byte[1 << 16];
        private final long[] times = new long[4096];
        private final double[] values = new double[4096];

        Deltas(Packer packer) {
            this.packer = packer;
        }

        @Override
        public byte[] encode(Samples s) {
            int p = 0;
            long t = 0;
            long dt = 0;
            for (long time : s.times()) {
                long d = time - t;
                p = varint(p, d - dt);
                t = time;
                dt = d;
            }
            int scale = scale(s.values());
            double power = Math.pow(10, scale);
            buffer[p++] = (byte) scale;
            long w = 0;
            for (double v : s.values()) {
                long x = Math.round(v * power);
                p = varint(p, x - w);
                w = x;
            }
            return packer.pack(buffer, p);
        }

        private int varint(int at, long value) {
            long z = (value << 1) ^ (value >> 63);
            int p = at;
            while ((z & ~0x7fL) != 0) {
                buffer[p++] = (byte) (z & 0x7f | 0x80);
                z >>>= 7;
            }
            buffer[p++] = (byte) z;
            return p;
        }

        private int at;

        private long read() {
            long z = 0;
            int shift = 0;
            byte b;
            do {
                b = buffer[at++];
                z |= (long) (b & 0x7f) << shift;
                shift += 7;
            } while (b < 0);
            return (z >>> 1) ^ -(z & 1);
        }

        @Override
        public int decode(byte[] blob, int n) throws DataFormatException {
            packer.unpack(blob, buffer);
            at = 0;
            long t = 0;
            long dt = 0;
            for (int i = 0; i < n; i++) {
                dt += read();
                t += dt;
                times[i] = t;
            }
            double power = Math.pow(10, buffer[at++]);
            long w = 0;
            for (int i = 0; i < n; i++) {
                w += read();
                values[i] = w / power;
            }
            return n;
        }
    }

    static int scale(double[] values) {
        int scale = 0;
        for (double v : values) {
            while (scale < 6 && Math.round(v * Math.pow(10, scale)) / Math.pow(10, scale) != v) {
                scale++;
            }
        }
        return scale;
    }

    private static final class TsFile implements Codec {
        @Override
        public byte[] encode(Samples s) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DeltaBinaryEncoder.LongDeltaEncoder times = new DeltaBinaryEncoder.LongDeltaEncoder();
            DoublePrecisionEncoderV2 values = new DoublePrecisionEncoderV2();
            for (long t : s.times()) {
                times.encode(t, out);
            }
            times.flush(out);
            for (double v : s.values()) {
                values.encode(v, out);
            }
            values.flush(out);
            return out.toByteArray();
        }

        @Override
        public int decode(byte[] blob, int n) throws IOException {
            ByteBuffer in = ByteBuffer.wrap(blob);
            Decoder times = new DeltaBinaryDecoder.LongDeltaDecoder();
            int k = 0;
            for (; k < n; k++) {
                times.readLong(in);
            }
            DoublePrecisionDecoderV2 values = new DoublePrecisionDecoderV2();
            for (int i = 0; i < n; i++) {
                values.readDouble(in);
            }
            return k;
        }
    }

    private static final class TsFileDecimals implements Codec {
        @Override
        public byte[] encode(Samples s) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DeltaBinaryEncoder.LongDeltaEncoder times = new DeltaBinaryEncoder.LongDeltaEncoder();
            for (long t : s.times()) {
                times.encode(t, out);
            }
            times.flush(out);
            double power = Math.pow(10, scale(s.values()));
            DeltaBinaryEncoder.LongDeltaEncoder values = new DeltaBinaryEncoder.LongDeltaEncoder();
            for (double v : s.values()) {
                values.encode(Math.round(v * power), out);
            }
            values.flush(out);
            return out.toByteArray();
        }

        @Override
        public int decode(byte[] blob, int n) throws IOException {
            ByteBuffer in = ByteBuffer.wrap(blob);
            Decoder times = new DeltaBinaryDecoder.LongDeltaDecoder();
            int k = 0;
            for (; k < n; k++) {
                times.readLong(in);
            }
            Decoder values = new DeltaBinaryDecoder.LongDeltaDecoder();
            for (int i = 0; i < n; i++) {
                values.readLong(in);
            }
            return k;
        }
    }
}
