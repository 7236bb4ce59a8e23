package org.boucle.features.telemetry;

/**
 * Count, sum, extremes, first and last value and amount of one series over a span of time; it can be added to and
 * merged, so that the same class serves the embedded roll-up and an aggregate of a stream engine. Values come in rising
 * time; {@code left.merge(right)} wants {@code right} to lie wholly after {@code left}.
 *
 * <p>The <em>amount</em> is what the series says about a quantity: the sum of an {@link SeriesKind#INTERVAL} series, the
 * increase of a {@link SeriesKind#COUNTER} ({@link CounterStep}), and the integral over time of a
 * {@link SeriesKind#GAUGE} by the trapezoid rule, in unit · hour (kW gives kWh). Two gauge values further apart than the
 * greatest gap contribute nothing, and the covered time says so. Merging is exact: both halves hold their border values.
 */
public final class Accumulator {
    static final double HOUR = 3_600_000;

    private final SeriesKind kind;
    private final double wrapAt;
    private final long greatestGap;
    private long count;
    private double sum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long firstTime;
    private double first;
    private long lastTime;
    private double last;
    private double amount;
    private long covered;

    private Accumulator(SeriesKind kind, double wrapAt, long greatestGap) {
        this.kind = kind;
        this.wrapAt = wrapAt;
        this.greatestGap = greatestGap;
    }

    /** An empty accumulator; {@code greatestGap} in milliseconds, {@code wrapAt} 0 where a counter never wraps. */
    public static Accumulator of(SeriesKind kind, double wrapAt, long greatestGap) {
        return new Accumulator(kind, wrapAt, greatestGap);
    }

    public void add(long time, double value) {
        if (count == 0) {
            firstTime = time;
            first = value;
        } else {
            bridge(lastTime, last, time, value);
        }
        if (kind == SeriesKind.INTERVAL) {
            amount += value;
        }
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
        lastTime = time;
        last = value;
    }

    /** Takes over what a later span has seen; {@code later} is left as it was. */
    public void merge(Accumulator later) {
        if (later.count == 0) {
            return;
        }
        if (count == 0) {
            firstTime = later.firstTime;
            first = later.first;
        } else {
            bridge(lastTime, last, later.firstTime, later.first);
        }
        count += later.count;
        sum += later.sum;
        min = Math.min(min, later.min);
        max = Math.max(max, later.max);
        lastTime = later.lastTime;
        last = later.last;
        amount += later.amount;
        covered += later.covered;
    }

    private void bridge(long fromTime, double from, long toTime, double to) {
        long gap = toTime - fromTime;
        if (kind == SeriesKind.COUNTER) {
            amount += CounterStep.increase(from, to, wrapAt);
            covered += gap;
        } else if (kind == SeriesKind.GAUGE && gap <= greatestGap) {
            amount += (from + to) / 2 * gap / HOUR;
            covered += gap;
        }
    }

    public long count() {
        return count;
    }

    public double sum() {
        return sum;
    }

    /** Smallest value; +∞ while empty. */
    public double min() {
        return min;
    }

    /** Greatest value; −∞ while empty. */
    public double max() {
        return max;
    }

    public double first() {
        return first;
    }

    public double last() {
        return last;
    }

    public long firstTime() {
        return firstTime;
    }

    public long lastTime() {
        return lastTime;
    }

    /** See the class comment; in the unit of the series, for a gauge in unit · hour. */
    public double amount() {
        return amount;
    }

    /** Time bridged between values, in milliseconds (gauges and counters). */
    public long covered() {
        return covered;
    }
}
