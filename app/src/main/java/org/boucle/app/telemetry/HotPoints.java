package org.boucle.app.telemetry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boucle.features.telemetry.Samples;

/** The points of the hot rows by series, held in memory so that live pages need not read the store. */
final class HotPoints {
    private Column[] columns = new Column[64]; // by series number, which the registry gives one after another
    private long points;

    private static final class Column {
        private long[] times = new long[16];
        private double[] values = new double[16];
        private int n;
        private boolean sorted = true;

        void add(long time, double value) {
            if (n == times.length) {
                times = Arrays.copyOf(times, n * 2);
                values = Arrays.copyOf(values, n * 2);
            }
            if (n > 0 && time <= times[n - 1]) {
                if (time == times[n - 1]) {
                    values[n - 1] = value;
                    return;
                }
                sorted = false;
            }
            times[n] = time;
            values[n++] = value;
        }

        LastValue last() {
            int newest = n - 1;
            for (int i = n - 1; !sorted && i >= 0; i--) {
                if (times[i] > times[newest]) {
                    newest = i;
                }
            }
            return new LastValue(times[newest], values[newest]);
        }

        Samples samples() {
            if (!sorted) {
                Samples s = Samples.ofUnsorted(times, values, n);
                times = s.times();
                values = s.values();
                n = s.size();
                sorted = true;
            }
            return new Samples(Arrays.copyOf(times, n), Arrays.copyOf(values, n));
        }
    }

    synchronized void add(PointBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            column((int) batch.series(i)).add(batch.time(i), batch.value(i));
        }
        points += batch.size();
    }

    private Column column(int id) {
        if (id >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(id + 1, columns.length * 2));
        }
        Column column = columns[id];
        if (column == null) {
            column = new Column();
            columns[id] = column;
        }
        return column;
    }

    /** Points added since the last {@link #clear}, duplicates included. */
    synchronized long points() {
        return points;
    }

    synchronized Samples samples(long series) {
        Column column = series < columns.length ? columns[(int) series] : null;
        return column == null ? Samples.EMPTY : column.samples();
    }

    /** The series that have points here, in rising order. */
    synchronized long[] series() {
        return IntStream.range(0, columns.length)
                .filter(id -> columns[id] != null)
                .asLongStream()
                .toArray();
    }

    /** The newest of the points here of each series. */
    synchronized Map<Long, LastValue> last() {
        Map<Long, LastValue> last = new HashMap<>();
        for (int id = 0; id < columns.length; id++) {
            if (columns[id] != null) {
                last.put((long) id, columns[id].last());
            }
        }
        return last;
    }

    synchronized Optional<LastValue> last(long series) {
        Column column = series < columns.length ? columns[(int) series] : null;
        return Optional.ofNullable(column).map(Column::last);
    }

    synchronized void clear() {
        columns = new Column[columns.length];
        points = 0;
    }
}
