package org.boucle.app.telemetry;

import java.util.Arrays;

/** Points of many series on their way into the store, in order of arrival. Not safe for several threads. */
public final class PointBatch {
    private long[] series;
    private long[] times;
    private double[] values;
    private int size;

    private PointBatch(int capacity) {
        series = new long[capacity];
        times = new long[capacity];
        values = new double[capacity];
    }

    public static PointBatch ofCapacity(int capacity) {
        return new PointBatch(Math.max(16, capacity));
    }

    /** A batch of one point. */
    public static PointBatch of(long series, long time, double value) {
        return ofCapacity(1).add(series, time, value);
    }

    /** Adds a value of a registered series at a time in milliseconds since the epoch; it must be finite. */
    public PointBatch add(long seriesId, long time, double value) {
        if (seriesId <= 0 || !Double.isFinite(value)) {
            throw new IllegalArgumentException("Series " + seriesId + " with value " + value
                    + " cannot be kept. Maybe the point did not pass the checks.");
        }
        if (size == series.length) {
            series = Arrays.copyOf(series, size * 2);
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        series[size] = seriesId;
        times[size] = time;
        values[size++] = value;
        return this;
    }

    /** Adds all points of another batch behind these. */
    public PointBatch addAll(PointBatch other) {
        for (int i = 0; i < other.size; i++) {
            add(other.series[i], other.times[i], other.values[i]);
        }
        return this;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long series(int i) {
        return series[i];
    }

    public long time(int i) {
        return times[i];
    }

    public double value(int i) {
        return values[i];
    }

    public void clear() {
        size = 0;
    }

    /** A compact form of the batch, for keeping it elsewhere than in the store of values. */
    public byte[] toBytes() {
        return HotRows.write(this);
    }

    /** The batch of {@link #toBytes}. */
    public static PointBatch ofBytes(byte[] bytes) {
        PointBatch batch = ofCapacity(bytes.length / 10);
        HotRows.read(bytes, batch);
        return batch;
    }
}
