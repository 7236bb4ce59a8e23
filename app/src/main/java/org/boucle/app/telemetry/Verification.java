package org.boucle.app.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.boucle.app.store.Database;
import org.boucle.features.telemetry.ChunkCodec;

/**
 * What a look at the whole telemetry store found.
 *
 * @param series registered series
 * @param chunks sealed chunks
 * @param points points in chunks and hot rows
 * @param faults what is wrong, in English, at most a thousand; empty where all is well
 */
public record Verification(int series, long chunks, long points, List<String> faults) {
    private static final int MOST_FAULTS = 1_000;

    public Verification {
        faults = List.copyOf(faults);
    }

    static Verification of(Database database, SeriesRegistry registry) {
        List<String> faults = new ArrayList<>();
        long[] counts = new long[2];
        ChunkCodec codec = new ChunkCodec();
        database.read(sql -> {
            sql.list("SELECT series, day, part, points, last_time, body FROM telemetry_chunk", row -> {
                counts[0]++;
                counts[1] += row.getInt(4);
                String fault = fault(
                        codec, registry, row.getLong(1), row.getInt(2), row.getInt(4), row.getLong(5), row.getBytes(6));
                if (!fault.isEmpty() && faults.size() < MOST_FAULTS) {
                    faults.add("chunk of series " + row.getLong(1) + ", day " + row.getInt(2) + ", part "
                            + row.getInt(3) + ": " + fault);
                }
                return 0;
            });
            sql.list("SELECT id, points, body FROM telemetry_hot", row -> {
                PointBatch batch = PointBatch.ofCapacity(row.getInt(2));
                try {
                    HotRows.read(row.getBytes(3), batch);
                } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
                    batch.clear();
                }
                counts[1] += batch.size();
                if (batch.size() != row.getInt(2) && faults.size() < MOST_FAULTS) {
                    faults.add("hot row " + row.getLong(1) + ": " + batch.size() + " of " + row.getInt(2) + " points");
                }
                return 0;
            });
            return true;
        });
        return new Verification(registry.list().size(), counts[0], counts[1], faults);
    }

    private static String fault(
            ChunkCodec codec, SeriesRegistry registry, long series, int day, int points, long lastTime, byte[] body) {
        if (registry.find(series).isEmpty()) {
            return "its series is not registered";
        }
        try {
            int n = codec.read(body);
            if (n != points) {
                return n + " points, " + points + " expected";
            }
            for (int i = 0; i < n; i++) {
                long time = codec.times()[i];
                if (Chunks.day(time) != day || (i > 0 && time <= codec.times()[i - 1])) {
                    return "time " + time + " out of order or day";
                }
            }
            return codec.times()[n - 1] == lastTime ? "" : "last time differs";
        } catch (IllegalArgumentException damaged) {
            return damaged.getMessage();
        }
    }
}
