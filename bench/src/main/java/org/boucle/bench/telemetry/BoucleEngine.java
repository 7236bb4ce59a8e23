package org.boucle.bench.telemetry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boucle.app.store.Database;
import org.boucle.app.store.Migrations;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;

/** The product's own store. */
final class BoucleEngine implements Engine {
    private final String name;
    private final String url;
    private Database database;
    private TelemetryStore store;
    private final List<Long> ids = new ArrayList<>();

    BoucleEngine(String name, String url) {
        this.name = name;
        this.url = url;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(Path directory, int series) {
        database = url.isEmpty() ? Database.inDirectory(directory) : Database.open(url);
        Migrations.run(database, TelemetryStore.MIGRATIONS);
        store = TelemetryStore.open(database);
        List<SeriesInfo> infos = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            infos.add(SeriesInfo.of("bench", "s" + i, "1", SeriesKind.GAUGE, Medium.OTHER, "bench")
                    .withStepMillis(Workload.STEP));
        }
        store.series().registerAll(infos).forEach(info -> ids.add(info.id()));
    }

    @Override
    public void append(PointBatch batch) {
        store.append(batch);
    }

    @Override
    public void settle() {
        store.seal();
        database.read(sql -> sql.dialect() == org.boucle.app.store.Dialect.SQLITE
                ? sql.list("PRAGMA wal_checkpoint(TRUNCATE)", row -> 0)
                : List.of());
    }

    @Override
    public long rollUp(long from, long to) {
        long points = 0;
        for (RollUp r : store.rollUp(ids, from, to, 900_000).values()) {
            points += Arrays.stream(r.count()).sum();
        }
        return points;
    }

    @Override
    public int lastValues() {
        return store.lastValues().size();
    }

    @Override
    public int readDay(int series, long from) {
        return store.read(ids.get(series), from, from + 86_400_000).size();
    }

    @Override
    public void close() {
        database.close();
    }
}
