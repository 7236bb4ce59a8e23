package org.boucle.app.telemetry;

import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.boucle.app.store.Database;
import org.boucle.app.store.Dialect;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.store.Sql;
import org.boucle.features.telemetry.ChunkCodec;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;

/**
 * Values of all series. A batch is durable when {@link #append} returns; a second delivery of the same point changes
 * nothing; points may come late and in any order; of two values at one time the later arrival wins.
 *
 * <p>Points arrive in hot rows, one for each commit, and are sealed into compressed chunks once there are many. Reads
 * see both, and see what another process adds to the same store.
 */
public final class TelemetryStore {
    /** What the wiring runs before this class is used. */
    public static final List<Migration> MIGRATIONS = List.of(new Migration("telemetry", "001_telemetry"));

    private static final System.Logger LOG = System.getLogger(TelemetryStore.class.getName());
    private static final int MOST_HOT_POINTS = 1_000_000;
    private static final int MOST_HOT_ROWS = 20_000;

    private final Database database;
    private final SeriesRegistry series;
    private final HotPoints hot = new HotPoints();
    private final List<PointListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock appending = new ReentrantLock(true);
    private final SealedLast lastSealed;
    private final int mostHotPoints;
    private int hotRows;
    private volatile long seenRow;

    private TelemetryStore(Database database, int mostHotPoints) {
        this.database = database;
        this.lastSealed = new SealedLast(database, appending);
        this.mostHotPoints = mostHotPoints;
        this.series = new SeriesRegistry(database);
    }

    /** The store on a database; it touches it on first use, when the migrations must have run. */
    public static TelemetryStore open(Database database) {
        return open(database, MOST_HOT_POINTS);
    }

    /** As {@link #open(Database)}, sealing as soon as there are more than so many hot points. */
    static TelemetryStore open(Database database, int mostHotPoints) {
        return new TelemetryStore(database, mostHotPoints);
    }

    /** Takes over the hot rows that another process, such as an import beside the server, has added. */
    private void load() {
        long newest =
                database.read(sql -> sql.one("SELECT coalesce(max(id), 0) FROM telemetry_hot", row -> row.getLong(1)));
        if (newest > seenRow) {
            appending.lock();
            try {
                database.read(sql -> loadNewRows(sql));
            } finally {
                appending.unlock();
            }
        }
    }

    private boolean loadNewRows(Sql sql) {
        PointBatch batch = PointBatch.ofCapacity(10_000);
        sql.list(
                "SELECT id, body FROM telemetry_hot WHERE id > ? ORDER BY id",
                row -> {
                    batch.clear();
                    HotRows.read(row.getBytes(2), batch);
                    hot.add(batch);
                    seenRow = row.getLong(1);
                    hotRows++;
                    return 0;
                },
                seenRow);
        return true;
    }

    /** On PostgreSQL, lets the writers of several processes take turns, so that rows commit in the order of their numbers. */
    private static void takeTurn(Sql sql) {
        if (sql.dialect() == Dialect.POSTGRESQL) {
            sql.one("SELECT 1 FROM pg_advisory_xact_lock(730111)", row -> row.getInt(1));
        }
    }

    public SeriesRegistry series() {
        return series;
    }

    /** Hears of every batch from now on, once it is durable. */
    public void listen(PointListener listener) {
        listeners.add(listener);
    }

    public void stopListening(PointListener listener) {
        listeners.remove(listener);
    }

    /** Keeps a batch, durably, before it returns. */
    public void append(PointBatch batch) {
        append(batch, sql -> {});
    }

    /** Keeps a batch together with how far its source has been read: both or neither. */
    public void append(PointBatch batch, String source, String position) {
        append(batch, sql -> writePosition(sql, source, position));
    }

    /** More work of the transaction that keeps a batch. */
    @FunctionalInterface
    public interface WithBatch {
        void run(Sql sql);
    }

    /** Keeps a batch and does other work in the same transaction. */
    public void append(PointBatch batch, WithBatch more) {
        appending.lock();
        try {
            byte[] body = batch.isEmpty() ? new byte[0] : HotRows.write(batch);
            long row = database.write(sql -> {
                takeTurn(sql);
                more.run(sql);
                return batch.isEmpty()
                        ? 0
                        : sql.insert("INSERT INTO telemetry_hot (points, body) VALUES (?, ?)", batch.size(), body);
            });
            if (batch.isEmpty()) {
                return;
            }
            if (row > seenRow + 1) {
                load(); // another process wrote in between; this batch is among the new rows
            } else {
                hot.add(batch);
                seenRow = row;
                hotRows++;
            }
            if (hot.points() > mostHotPoints || hotRows > MOST_HOT_ROWS) {
                seal();
            }
        } finally {
            appending.unlock();
        }
        listeners.forEach(listener -> tell(listener, batch));
    }

    /** The batch is durable: a listener's own fault must not look like a refusal of the store. */
    private static void tell(PointListener listener, PointBatch batch) {
        try {
            listener.stored(batch);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "A listener of stored points failed", fault);
        }
    }

    private static void writePosition(Sql sql, String source, String position) {
        sql.run(
                "INSERT INTO telemetry_position (source, position) VALUES (?, ?)"
                        + " ON CONFLICT (source) DO UPDATE SET position = excluded.position",
                source,
                position);
    }

    /** How far a source has been read, by its last append. */
    public Optional<String> position(String source) {
        return database.read(sql ->
                sql.find("SELECT position FROM telemetry_position WHERE source = ?", row -> row.getString(1), source));
    }

    /** Compresses the hot points into chunks, in one transaction; the store does it by itself when there are many. */
    public void seal() {
        sealWith(Map.of(), sql -> {});
    }

    /** Keeps whole series at once, sealed, with other work in the same transaction: all or nothing, for imports. */
    public void keepAll(Map<Long, Samples> samples, WithBatch more) {
        sealWith(samples, more);
        samples.forEach((id, s) -> listeners.forEach(listener -> tell(listener, newest(id, s))));
    }

    private static PointBatch newest(long id, Samples s) {
        return s.isEmpty() ? PointBatch.ofCapacity(1) : PointBatch.of(id, s.lastTime(), s.values()[s.size() - 1]);
    }

    private void sealWith(Map<Long, Samples> samples, WithBatch more) {
        appending.lock();
        try {
            database.change(sql -> {
                takeTurn(sql);
                loadNewRows(sql);
                try (Chunks.Sealer sealer = new Chunks.Sealer(sql)) {
                    for (long id : hot.series()) {
                        sealer.seal(id, hot.samples(id));
                    }
                    samples.forEach(sealer::seal);
                }
                sql.run("DELETE FROM telemetry_hot WHERE id <= ?", seenRow);
                more.run(sql);
            });
            lastSealed.forget();
            hot.clear();
            hotRows = 0;
        } finally {
            appending.unlock();
        }
    }

    /** The values of a series with {@code from <= time < to}. */
    public Samples read(long seriesId, long from, long to) {
        load();
        if (to <= from) {
            return Samples.EMPTY;
        }
        Samples fresh = hot.samples(seriesId); // before the chunks, so that a seal in between loses nothing
        ChunkCodec codec = new ChunkCodec();
        Joiner sealed = new Joiner();
        database.read(sql -> {
            try (Chunks.RangeReader reader = new Chunks.RangeReader(sql)) {
                reader.read(seriesId, from, to - 1, body -> sealed.add(codec.decode(body)));
            }
            return true;
        });
        return sealed.samples().between(from, to).merge(fresh.between(from, to));
    }

    /**
     * Rolls series up over {@code [from, to)} into buckets of {@code step} milliseconds, by the rules of
     * {@link RollUp}: gauges are bridged over at most four of their steps (a quarter of an hour where that is longer or
     * the step is unknown).
     */
    public Map<Long, RollUp> rollUp(Collection<Long> seriesIds, long from, long to, long step) {
        load();
        Map<Long, RollUp> result = new LinkedHashMap<>();
        RollUpReader rollUps = new RollUpReader(from, to, step);
        Map<Long, Samples> fresh = new HashMap<>();
        seriesIds.forEach(id -> fresh.put(id, hot.samples(id).between(from - Chunks.DAY, to + Chunks.DAY)));
        database.read(sql -> {
            try (Chunks.RangeReader reader = new Chunks.RangeReader(sql)) {
                for (Long id : seriesIds) {
                    result.put(id, rollUps.of(series.get(id), fresh.get(id), reader));
                }
            }
            return true;
        });
        return result;
    }

    /** {@link #rollUp(Collection, long, long, long)} of one series. */
    public RollUp rollUp(long seriesId, long from, long to, long step) {
        return rollUp(List.of(seriesId), from, to, step).get(seriesId);
    }

    /** The newest value of every series that has one, by series number. */
    public Map<Long, LastValue> lastValues() {
        load();
        Map<Long, LastValue> result = hot.last();
        lastSealed.values().forEach((id, value) -> result.merge(id, value, SealedLast::newer));
        return result;
    }

    public Optional<LastValue> lastValue(long seriesId) {
        load();
        Optional<LastValue> fresh = hot.last(seriesId);
        Optional<LastValue> sealed = Optional.ofNullable(lastSealed.values().get(seriesId));
        return fresh.isPresent() && sealed.isPresent()
                ? Optional.of(SealedLast.newer(fresh.get(), sealed.get()))
                : fresh.or(() -> sealed);
    }

    /** Looks at every chunk and every hot row: decodes it and compares it with what its row says. */
    public Verification verify() {
        return Verification.of(database, series);
    }

    /** What the gauge of a series is bridged over at most, in milliseconds. */
    static long greatestGap(SeriesInfo info) {
        return Math.max(4 * info.stepMillis(), 900_000);
    }
}
