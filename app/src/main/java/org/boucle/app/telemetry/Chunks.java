package org.boucle.app.telemetry;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.store.Sql;
import org.boucle.app.store.StoreFailure;
import org.boucle.features.telemetry.ChunkCodec;
import org.boucle.features.telemetry.Samples;

/** Reads and writes sealed chunks inside a transaction. */
final class Chunks {
    static final long DAY = 86_400_000;
    private static final int FULL_PART = 4_096;
    private static final String UPSERT =
            "INSERT INTO telemetry_chunk (series, day, part, points, last_time, last_value, body)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (series, day, part) DO UPDATE SET points = excluded.points,"
                    + " last_time = excluded.last_time, last_value = excluded.last_value, body = excluded.body";
    private static final String SELECT_DAY =
            "SELECT part, body FROM telemetry_chunk WHERE series = ? AND day = ? ORDER BY part";
    private static final String SELECT_RANGE =
            "SELECT body FROM telemetry_chunk WHERE series = ? AND day >= ? AND day <= ? ORDER BY day, part";

    private Chunks() {}

    /** Takes the body of one chunk, in rising time. */
    @FunctionalInterface
    interface BodyReader {
        void read(byte[] body);
    }

    /** Reads the chunks of many series over a range of days with one prepared statement. */
    static final class RangeReader implements AutoCloseable {
        private final PreparedStatement statement;

        RangeReader(Sql sql) {
            try {
                statement = sql.connection().prepareStatement(SELECT_RANGE);
            } catch (SQLException failure) {
                throw new StoreFailure(SELECT_RANGE, failure);
            }
        }

        void read(long series, long fromTime, long toTime, BodyReader reader) {
            try {
                statement.setLong(1, series);
                statement.setInt(2, day(fromTime));
                statement.setInt(3, day(toTime));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows.getBytes(1));
                    }
                }
            } catch (SQLException failure) {
                throw new StoreFailure(SELECT_RANGE, failure);
            }
        }

        @Override
        public void close() {
            try {
                statement.close();
            } catch (SQLException failure) {
                throw new StoreFailure("close", failure);
            }
        }
    }

    static int day(long time) {
        return (int) Math.floorDiv(Math.clamp(time, -DAY * 1_000_000_000L, DAY * 1_000_000_000L), DAY);
    }

    /** Adds points to the sealed ones; of two values at one time the new one wins. */
    static final class Sealer implements AutoCloseable {
        private final ChunkCodec codec = new ChunkCodec();
        private final PreparedStatement select;
        private final PreparedStatement upsert;

        Sealer(Sql sql) {
            try {
                select = sql.connection().prepareStatement(SELECT_DAY);
                upsert = sql.connection().prepareStatement(UPSERT);
            } catch (SQLException failure) {
                throw new StoreFailure(UPSERT, failure);
            }
        }

        /** Seals one series, whose points may span many days. */
        void seal(long series, Samples samples) {
            int i = 0;
            while (i < samples.size()) {
                int day = day(samples.times()[i]);
                int end = samples.lowerBound((day + 1L) * DAY);
                sealDay(series, day, samples.between(samples.times()[i], (day + 1L) * DAY));
                i = end;
            }
        }

        private void sealDay(long series, int day, Samples fresh) {
            List<Samples> parts = parts(series, day);
            Map<Integer, Samples> changed = new HashMap<>();
            Samples rest = fresh;
            for (int p = 0; p < parts.size() && !rest.isEmpty(); p++) {
                Samples part = parts.get(p);
                boolean last = p == parts.size() - 1;
                long until = last ? Long.MAX_VALUE : parts.get(p + 1).firstTime();
                if (last && part.size() >= FULL_PART) {
                    until = part.lastTime() + 1;
                }
                Samples mine = rest.between(Long.MIN_VALUE, until);
                if (!mine.isEmpty()) {
                    changed.put(p, part.merge(mine));
                    rest = rest.between(until, Long.MAX_VALUE);
                }
            }
            if (!rest.isEmpty()) {
                changed.put(parts.size(), rest);
            }
            changed.forEach((p, part) -> write(series, day, p, part));
        }

        private List<Samples> parts(long series, int day) {
            try {
                select.setLong(1, series);
                select.setInt(2, day);
                try (ResultSet rows = select.executeQuery()) {
                    List<Samples> parts = new ArrayList<>();
                    while (rows.next()) {
                        parts.add(codec.decode(rows.getBytes(2)));
                    }
                    return parts;
                }
            } catch (SQLException failure) {
                throw new StoreFailure(SELECT_DAY, failure);
            }
        }

        private void write(long series, int day, int part, Samples samples) {
            try {
                upsert.setLong(1, series);
                upsert.setInt(2, day);
                upsert.setInt(3, part);
                upsert.setInt(4, samples.size());
                upsert.setLong(5, samples.lastTime());
                upsert.setDouble(6, samples.values()[samples.size() - 1]);
                upsert.setBytes(7, codec.encode(samples));
                upsert.executeUpdate();
            } catch (SQLException failure) {
                throw new StoreFailure(UPSERT, failure);
            }
        }

        @Override
        public void close() {
            try (select;
                    upsert) {
                // both are closed by leaving
            } catch (SQLException failure) {
                throw new StoreFailure("close", failure);
            }
        }
    }
}
