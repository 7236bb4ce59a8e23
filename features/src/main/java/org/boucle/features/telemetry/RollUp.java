package org.boucle.features.telemetry;

import java.util.Arrays;

/**
 * One series over buckets of equal length: bucket {@code i} is {@code [from + i·step, from + (i+1)·step)}.
 *
 * <p>{@code amount} shares what lies between two readings over the buckets it crosses: a counter's increase in
 * proportion to time, a gauge by its straight line. So the amounts of the buckets add up to the amount of the whole span,
 * whatever the step. Buckets without a value have count 0 and NaN as min, max and last (their amount may be positive).
 *
 * @param from start of the first bucket, milliseconds since the epoch
 * @param step length of a bucket in milliseconds
 * @param count values in the bucket
 * @param sum sum of the values
 * @param min smallest value
 * @param max greatest value
 * @param last last value
 * @param amount see {@link Accumulator}
 */
public record RollUp(
        long from, long step, int[] count, double[] sum, double[] min, double[] max, double[] last, double[] amount) {
    /** Empty buckets over {@code [from, to)}. */
    public static RollUp empty(long from, long to, long step) {
        if (step <= 0 || to < from) {
            throw new IllegalArgumentException("A roll-up needs step > 0 and to >= from, got step " + step + ", from "
                    + from + ", to " + to + ". Maybe the two ends are swapped.");
        }
        int n = Math.toIntExact((to - from + step - 1) / step);
        double[] min = filled(n);
        return new RollUp(from, step, new int[n], new double[n], min, filled(n), filled(n), new double[n]);
    }

    private static double[] filled(int n) {
        double[] a = new double[n];
        Arrays.fill(a, Double.NaN);
        return a;
    }

    /**
     * Rolls up one series. {@code samples} may begin before {@code from} and end after {@code to}: the readings just
     * outside are used for the share of the border buckets only.
     */
    public static RollUp of(SeriesInfo series, Samples samples, long from, long to, long step, long greatestGap) {
        Filler filler = new Filler(series, empty(from, to, step), greatestGap);
        filler.add(samples);
        return filler.result();
    }

    public int size() {
        return count.length;
    }

    /** Start of bucket {@code i}. */
    public long time(int i) {
        return from + i * step;
    }

    /** Mean of the values in bucket {@code i}; NaN where it is empty. */
    public double mean(int i) {
        return count[i] == 0 ? Double.NaN : sum[i] / count[i];
    }

    /** Fills buckets from pieces of a series that come in rising time, for instance chunk by chunk. */
    public static final class Filler {
        private final SeriesInfo series;
        private final RollUp grid;
        private final long greatestGap;
        private final long to;
        private boolean started;
        private long lastTime;
        private double lastValue;

        public Filler(SeriesInfo series, RollUp grid, long greatestGap) {
            this.series = series;
            this.grid = grid;
            this.greatestGap = greatestGap;
            this.to = grid.from + grid.size() * grid.step;
        }

        /** Adds the next piece. */
        public void add(Samples samples) {
            add(samples.times(), samples.values(), samples.size());
        }

        /** Adds the first {@code n} entries of two arrays, as they come out of a decoder. */
        public void add(long[] times, double[] values, int n) {
            int i = 0;
            while (i < n) {
                if (started) {
                    bridge(times[i], values[i]);
                }
                started = true;
                boolean inside = times[i] >= grid.from && times[i] < to;
                i = inside ? addRun(times, values, i, n) : i + 1;
                lastTime = times[i - 1];
                lastValue = values[i - 1];
            }
        }

        /** Adds the values of one bucket from {@code start} on; where the next bucket begins. */
        private int addRun(long[] times, double[] values, int start, int n) {
            int b = (int) ((times[start] - grid.from) / grid.step);
            long end = Math.min(to, grid.time(b) + grid.step);
            double before = values[start];
            double sum = before;
            double min = before;
            double max = before;
            double amount = series.kind() == SeriesKind.INTERVAL ? before : 0;
            int i = start + 1;
            for (; i < n && times[i] < end; i++) {
                double value = values[i];
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
                amount += switch (series.kind()) {
                    case INTERVAL -> value;
                    case COUNTER -> CounterStep.increase(before, value, series.wrapAt());
                    case GAUGE -> {
                        long gap = times[i] - times[i - 1];
                        yield gap <= greatestGap ? (before + value) * gap / (2 * Accumulator.HOUR) : 0;
                    }
                };
                before = value;
            }
            boolean fresh = grid.count[b] == 0;
            grid.count[b] += i - start;
            grid.sum[b] += sum;
            grid.min[b] = fresh ? min : Math.min(grid.min[b], min);
            grid.max[b] = fresh ? max : Math.max(grid.max[b], max);
            grid.last[b] = before;
            grid.amount[b] += amount;
            return i;
        }

        /** What lies between the last value and this one, shared over the buckets that it crosses. */
        private void bridge(long time, double value) {
            long gap = time - lastTime;
            switch (series.kind()) {
                case INTERVAL -> {}
                case COUNTER -> {
                    if (gap > 0) {
                        share(time, CounterStep.increase(lastValue, value, series.wrapAt()) / gap, 0);
                    }
                }
                case GAUGE -> {
                    if (gap > 0 && gap <= greatestGap) {
                        share(time, lastValue / Accumulator.HOUR, (value - lastValue) / gap / Accumulator.HOUR);
                    }
                }
            }
        }

        /** Adds the integral of {@code density + slope·(t − lastTime)} up to {@code time} to the buckets it crosses. */
        private void share(long time, double density, double slope) {
            long a = Math.max(lastTime, grid.from);
            long end = Math.min(time, to);
            while (a < end) {
                int b = (int) ((a - grid.from) / grid.step);
                long pieceEnd = Math.min(end, grid.time(b) + grid.step);
                double middle = a + (pieceEnd - a) / 2.0;
                grid.amount[b] += (density + slope * (middle - lastTime)) * (pieceEnd - a);
                a = pieceEnd;
            }
        }

        public RollUp result() {
            return grid;
        }
    }
}
