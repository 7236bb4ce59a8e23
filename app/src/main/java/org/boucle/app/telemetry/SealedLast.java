package org.boucle.app.telemetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.boucle.app.store.Database;

/** The newest value of each series among the sealed chunks; read again after a sealing, and now and then for others'. */
final class SealedLast {
    private static final long KEPT_NANOS = 60_000_000_000L;
    private static final String NEWEST =
            "SELECT c.series, c.last_time, c.last_value FROM telemetry_series s JOIN telemetry_chunk c"
                    + " ON c.series = s.id AND c.day = (SELECT max(day) FROM telemetry_chunk d WHERE d.series = s.id)";

    private final Database database;
    private final ReentrantLock appending;
    private final Map<Long, LastValue> values = new ConcurrentHashMap<>();
    private volatile boolean loaded;
    private volatile long loadedAt;

    /** {@code appending} is held while reading, so that a sealing under way is seen whole. */
    SealedLast(Database database, ReentrantLock appending) {
        this.database = database;
        this.appending = appending;
    }

    void forget() {
        loaded = false;
    }

    Map<Long, LastValue> values() {
        if (!loaded || System.nanoTime() - loadedAt > KEPT_NANOS) { // others may have sealed since
            appending.lock();
            try {
                load();
            } finally {
                appending.unlock();
            }
        }
        return values;
    }

    private void load() {
        database.read(sql -> {
            sql.list(
                    NEWEST,
                    row -> values.merge(
                            row.getLong(1), new LastValue(row.getLong(2), row.getDouble(3)), SealedLast::newer));
            return true;
        });
        loadedAt = System.nanoTime();
        loaded = true;
    }

    static LastValue newer(LastValue a, LastValue b) {
        return a.time() >= b.time() ? a : b;
    }
}
