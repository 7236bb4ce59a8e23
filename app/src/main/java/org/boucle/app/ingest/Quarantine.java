package org.boucle.app.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.telemetry.PointCheck.Fault;
import org.boucle.features.telemetry.SeriesInfo;

/**
 * What arrived and was not kept, by source, series and reason, within fixed bounds: so many rows, so many points of each
 * unknown series. Accepting an unknown series registers it and moves its points into the store in one transaction.
 */
public final class Quarantine {
    static final int MOST_ROWS = 2_000;
    static final int MOST_POINTS = 100_000;
    private static final int LONGEST = 200;
    private static final String COLUMNS =
            "id, source, site, series, reason, unit, detail, seen, kept, first_seen, last_seen, last_time, last_value";

    private final Database database;
    private final Set<Key> known = new HashSet<>();
    private boolean loaded;

    private record Key(String source, String site, String series, Fault reason) {}

    /** One row as people see it. */
    public record Entry(
            long id,
            String source,
            String site,
            String series,
            Fault reason,
            String unit,
            String detail,
            long seen,
            long kept,
            long firstSeen,
            long lastSeen,
            long lastTime,
            double lastValue) {}

    Quarantine(Database database) {
        this.database = database;
    }

    /** What one group of deliveries adds, collected before the transaction that writes it. */
    final class Pending {
        private final Map<Key, Tally> tallies = new HashMap<>();

        void add(String source, Reading reading, Fault reason, String detail) {
            Tally tally = tally(source, reading.site(), reading.series(), reason);
            tally.seen++;
            tally.unit = shortened(reading.unit());
            tally.detail = shortened(detail);
            tally.time = reading.time();
            tally.value = reading.value();
            if (reason == Fault.UNKNOWN_SERIES
                    && Double.isFinite(reading.value())
                    && tally.points.size() < MOST_POINTS) {
                tally.points.add(1, reading.time(), reading.value());
            }
        }

        void addMalformed(String source, String where, String detail) {
            Tally tally = tally(source, "", where, Fault.MALFORMED);
            tally.seen++;
            tally.detail = shortened(detail);
        }

        boolean isEmpty() {
            return tallies.isEmpty();
        }

        private Tally tally(String source, String site, String series, Fault reason) {
            Key key = new Key(source, shortened(site), shortened(series), reason);
            boolean room = tallies.containsKey(key) || mayAdd(key, tallies.size());
            Key used = room ? key : new Key("…", "…", "…", reason);
            return tallies.computeIfAbsent(used, k -> new Tally());
        }

        void write(Sql sql, long now) {
            tallies.forEach((key, tally) -> Quarantine.write(sql, key, tally, now));
        }

        /** To be called once the transaction is durable. */
        void written() {
            synchronized (known) {
                known.addAll(tallies.keySet());
            }
        }
    }

    private static final class Tally {
        private long seen;
        private String unit = "";
        private String detail = "";
        private long time;
        private double value;
        private final PointBatch points = PointBatch.ofCapacity(16);
    }

    private boolean mayAdd(Key key, int pending) {
        synchronized (known) {
            if (!loaded) {
                list().forEach(e -> known.add(new Key(e.source(), e.site(), e.series(), e.reason())));
                loaded = true;
            }
            return known.contains(key) || known.size() + pending < MOST_ROWS;
        }
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    private static void write(Sql sql, Key key, Tally tally, long now) {
        var row = sql.one(
                "INSERT INTO ingest_quarantine (source, site, series, reason, unit, detail, seen, kept, first_seen,"
                        + " last_seen, last_time, last_value) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)"
                        + " ON CONFLICT (source, site, series, reason) DO UPDATE SET unit = excluded.unit,"
                        + " detail = excluded.detail, seen = ingest_quarantine.seen + excluded.seen,"
                        + " last_seen = excluded.last_seen, last_time = excluded.last_time,"
                        + " last_value = excluded.last_value RETURNING id, kept",
                r -> new long[] {r.getLong(1), r.getLong(2)},
                key.source(),
                key.site(),
                key.series(),
                key.reason(),
                tally.unit,
                tally.detail,
                tally.seen,
                now,
                now,
                tally.time,
                Double.isFinite(tally.value) ? tally.value : 0);
        if (!tally.points.isEmpty() && row[1] < MOST_POINTS) {
            sql.run(
                    "INSERT INTO ingest_kept (quarantine, points, body) VALUES (?, ?, ?)",
                    row[0],
                    tally.points.size(),
                    tally.points.toBytes());
            sql.run("UPDATE ingest_quarantine SET kept = kept + ? WHERE id = ?", tally.points.size(), row[0]);
        }
    }

    /** All rows, the most recent first. */
    public List<Entry> list() {
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS + " FROM ingest_quarantine ORDER BY last_seen DESC, id",
                row -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Fault.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getDouble(13))));
    }

    public Optional<Entry> find(long id) {
        return list().stream().filter(entry -> entry.id() == id).findFirst();
    }

    /** Registers the series of a row and stores the points kept for it; the number of points. */
    public long accept(Entry entry, SeriesInfo info, TelemetryStore store) {
        SeriesInfo series = store.series().register(info);
        List<byte[]> bodies = database.read(sql -> sql.list(
                "SELECT body FROM ingest_kept WHERE quarantine = ? ORDER BY id", row -> row.getBytes(1), entry.id()));
        PointBatch batch = PointBatch.ofCapacity(1_000);
        for (byte[] body : bodies) {
            PointBatch kept = PointBatch.ofBytes(body);
            for (int i = 0; i < kept.size(); i++) {
                batch.add(series.id(), kept.time(i), kept.value(i));
            }
        }
        store.append(batch, sql -> remove(sql, entry.id()));
        forget(entry);
        return batch.size();
    }

    /** Throws a row and its points away. */
    public void dismiss(Entry entry) {
        database.change(sql -> remove(sql, entry.id()));
        forget(entry);
    }

    private void forget(Entry entry) {
        synchronized (known) {
            known.remove(new Key(entry.source(), entry.site(), entry.series(), entry.reason()));
        }
    }

    private static void remove(Sql sql, long id) {
        sql.run("DELETE FROM ingest_kept WHERE quarantine = ?", id);
        sql.run("DELETE FROM ingest_quarantine WHERE id = ?", id);
    }

    Pending pending() {
        return new Pending();
    }

    static List<Fault> reasons() {
        return new ArrayList<>(List.of(Fault.values()));
    }
}
