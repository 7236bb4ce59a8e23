package org.boucle.features.telemetry;

import java.util.Arrays;

/**
 * Values of one series in strictly rising time. The arrays are the payload of loops over millions of points and are
 * therefore shared, not copied: who hands them over does not write to them afterwards.
 *
 * @param times milliseconds since the epoch, strictly rising
 * @param values one value for each time, in the unit of the series
 */
public record Samples(long[] times, double[] values) {
    public static final Samples EMPTY = new Samples(new long[0], new double[0]);

    public Samples {
        if (times.length != values.length) {
            throw new IllegalArgumentException(times.length + " times but " + values.length + " values");
        }
    }

    /** Sorts by time; of several values with one time the last in the arrays wins. Neither array is changed. */
    public static Samples ofUnsorted(long[] times, double[] values) {
        return ofUnsorted(times, values, times.length);
    }

    /** As {@link #ofUnsorted(long[], double[])} over the first {@code count} entries. */
    public static Samples ofUnsorted(long[] times, double[] values, int count) {
        if (isStrictlyRising(times, count)) {
            return new Samples(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b])); // stable: arrival order within one time
        long[] t = new long[count];
        double[] v = new double[count];
        int n = 0;
        for (Integer i : order) {
            if (n > 0 && t[n - 1] == times[i]) {
                v[n - 1] = values[i];
            } else {
                t[n] = times[i];
                v[n++] = values[i];
            }
        }
        return new Samples(Arrays.copyOf(t, n), Arrays.copyOf(v, n));
    }

    static boolean isStrictlyRising(long[] times, int count) {
        for (int i = 1; i < count; i++) {
            if (times[i] <= times[i - 1]) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return times.length;
    }

    public boolean isEmpty() {
        return times.length == 0;
    }

    public long firstTime() {
        return times[0];
    }

    public long lastTime() {
        return times[times.length - 1];
    }

    /** The part with {@code from <= time < to}. */
    public Samples between(long from, long to) {
        int a = lowerBound(from);
        int b = lowerBound(to);
        if (a == 0 && b == times.length) {
            return this;
        }
        return a >= b ? EMPTY : new Samples(Arrays.copyOfRange(times, a, b), Arrays.copyOfRange(values, a, b));
    }

    /** Index of the first time that is not before {@code time}. */
    public int lowerBound(long time) {
        int i = Arrays.binarySearch(times, time);
        return i >= 0 ? i : -i - 1;
    }

    /** Both together; where a time stands in both, the value of {@code later} wins. */
    public Samples merge(Samples later) {
        if (isEmpty()) {
            return later;
        }
        if (later.isEmpty()) {
            return this;
        }
        long[] t = new long[size() + later.size()];
        double[] v = new double[t.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < size() || j < later.size()) {
            boolean mine = j == later.size() || (i < size() && times[i] < later.times[j]);
            if (mine) {
                t[n] = times[i];
                v[n++] = values[i++];
            } else {
                if (i < size() && times[i] == later.times[j]) {
                    i++;
                }
                t[n] = later.times[j];
                v[n++] = later.values[j++];
            }
        }
        return n == t.length ? new Samples(t, v) : new Samples(Arrays.copyOf(t, n), Arrays.copyOf(v, n));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples(long[] t, double[] v) && Arrays.equals(times, t) && Arrays.equals(values, v);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return isEmpty() ? "Samples[]" : "Samples[" + size() + " from " + firstTime() + " to " + lastTime() + "]";
    }
}
