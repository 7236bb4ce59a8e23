package org.boucle.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.boucle.app.store.Database;
import org.boucle.app.store.Migrations;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TelemetryStoreTest {
    private static final long START = 1_767_571_200_000L;
    private static final long HOUR = 3_600_000;

    @TempDir
    Path directory;

    enum Kind {
        SQLITE,
        POSTGRESQL
    }

    private String url(Kind kind) {
        if (kind == Kind.SQLITE) {
            return "jdbc:sqlite:" + directory.resolve("boucle.db");
        }
        Optional<PostgresCluster> cluster = PostgresCluster.find();
        assumeTrue(cluster.isPresent(), "PostgreSQL is not installed (Debian: apt install postgresql)");
        return cluster.orElseThrow().freshDatabase();
    }

    private static Database open(String url) {
        Database database = Database.open(url);
        Migrations.run(database, TelemetryStore.MIGRATIONS);
        return database;
    }

    private static SeriesInfo info(String name, SeriesKind kind) {
        return SeriesInfo.of("plant", name, "kWh", kind, Medium.ELECTRICITY, "test");
    }

    @ParameterizedTest
    @EnumSource
    void behavesLikeASortedMapWhateverArrivesHoweverLateAndOften(Kind kind) {
        String url = url(kind);
        Random r = new Random(5);
        Map<Long, TreeMap<Long, Double>> plain = new TreeMap<>();
        Database database = open(url);
        TelemetryStore store = TelemetryStore.open(database, 900);
        List<SeriesInfo> all = store.series()
                .registerAll(List.of(
                        info("a", SeriesKind.GAUGE), info("b", SeriesKind.COUNTER), info("c", SeriesKind.INTERVAL)));
        all.forEach(s -> plain.put(s.id(), new TreeMap<>()));
        for (int round = 0; round < 60; round++) {
            PointBatch batch = PointBatch.ofCapacity(16);
            for (int i = 0; i < 1 + r.nextInt(200); i++) {
                SeriesInfo s = all.get(r.nextInt(3));
                long late = r.nextInt(20) == 0 ? r.nextInt(80) * HOUR : 0;
                long time = START + round * HOUR + r.nextInt(1000) * 3_600L - late;
                double value = r.nextInt(10_000) / 10.0;
                batch.add(s.id(), time, value);
                plain.get(s.id()).put(time, value);
            }
            store.append(batch);
            store.append(batch); // a second delivery changes nothing
            if (round % 20 == 19) {
                database.close();
                database = open(url);
                store = TelemetryStore.open(database, 900);
            }
            compare(store, plain, START - 100 * HOUR, START + 100 * HOUR);
            compare(store, plain, START + r.nextInt(30) * HOUR, START + r.nextInt(60) * HOUR);
        }
        store.seal();
        compare(store, plain, START - 100 * HOUR, START + 100 * HOUR);
        assertThat(store.verify().faults()).isEmpty();
        database.close();
    }

    private static void compare(TelemetryStore store, Map<Long, TreeMap<Long, Double>> plain, long from, long to) {
        plain.forEach((id, map) -> {
            var part = from < to ? map.subMap(from, to) : new TreeMap<Long, Double>();
            Samples samples = store.read(id, from, to);
            assertThat(samples.times())
                    .isEqualTo(part.keySet().stream().mapToLong(x -> x).toArray());
            assertThat(samples.values())
                    .isEqualTo(part.values().stream().mapToDouble(x -> x).toArray());
            assertThat(store.lastValue(id).map(LastValue::time))
                    .isEqualTo(Optional.ofNullable(map.isEmpty() ? null : map.lastKey()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void rollsUpHotAndSealedPointsAlike(Kind kind) {
        Database database = open(url(kind));
        TelemetryStore store = TelemetryStore.open(database);
        SeriesInfo meter =
                store.series().register(info("meter", SeriesKind.COUNTER).withStepMillis(60_000));
        PointBatch batch = PointBatch.ofCapacity(10_000);
        for (int i = 0; i <= 3 * 1440; i++) {
            batch.add(meter.id(), START + i * 60_000L, i * 0.5);
        }
        store.append(batch);
        RollUp hot = store.rollUp(meter.id(), START, START + 72 * HOUR, HOUR);
        store.seal();
        store.append(PointBatch.of(meter.id(), START + 30 * HOUR + 1, 30 * 30 + 0.001)); // late, into a sealed day
        RollUp mixed = store.rollUp(meter.id(), START, START + 72 * HOUR, HOUR);
        for (int i = 0; i < 72; i++) {
            assertThat(hot.amount()[i]).isCloseTo(30, within(1e-9));
            assertThat(mixed.amount()[i]).isCloseTo(30, within(1e-9));
        }
        assertThat(Arrays.stream(mixed.count()).sum()).isEqualTo(3 * 1440 + 1);
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void positionAndPointsGoTogether(Kind kind) {
        Database database = open(url(kind));
        TelemetryStore store = TelemetryStore.open(database);
        SeriesInfo s = store.series().register(info("x", SeriesKind.GAUGE));
        store.append(PointBatch.of(s.id(), START, 1), "log-0", "17");
        assertThat(store.position("log-0")).contains("17");
        assertThatThrownBy(() -> store.append(PointBatch.of(s.id(), START + 1, 2), sql -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.read(s.id(), 0, Long.MAX_VALUE).size()).isEqualTo(1);
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void listenersHearWhatIsDurable(Kind kind) {
        Database database = open(url(kind));
        TelemetryStore store = TelemetryStore.open(database);
        SeriesInfo s = store.series().register(info("x", SeriesKind.GAUGE));
        List<Double> heard = new ArrayList<>();
        store.listen(batch -> {
            for (int i = 0; i < batch.size(); i++) {
                heard.add(batch.value(i));
            }
        });
        store.append(PointBatch.of(s.id(), START, 3.5));
        assertThat(heard).containsExactly(3.5);
        assertThat(store.lastValues()).containsEntry(s.id(), new LastValue(START, 3.5));
        assertThat(store.series().register(info("x", SeriesKind.COUNTER))).isEqualTo(s);
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void damageIsFound(Kind kind) {
        Database database = open(url(kind));
        TelemetryStore store = TelemetryStore.open(database);
        SeriesInfo s = store.series().register(info("x", SeriesKind.GAUGE));
        PointBatch batch = PointBatch.ofCapacity(100);
        for (int i = 0; i < 100; i++) {
            batch.add(s.id(), START + i * 1000, i);
        }
        store.append(batch);
        store.seal();
        assertThat(store.verify()).isEqualTo(new Verification(1, 1, 100, List.of()));
        database.change(sql -> sql.run("UPDATE telemetry_chunk SET points = 99"));
        assertThat(store.verify().faults()).singleElement().asString().contains("100 points, 99 expected");
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void twoProcessesOnOneStoreLoseNothingOfEachOther(Kind kind) {
        String url = url(kind);
        Database mine = open(url);
        Database theirs = open(url);
        TelemetryStore server = TelemetryStore.open(mine, 500);
        TelemetryStore other = TelemetryStore.open(theirs, 700);
        SeriesInfo s = server.series().register(info("x", SeriesKind.GAUGE));
        int n = 0;
        for (int round = 0; round < 40; round++) {
            for (TelemetryStore store : List.of(server, other)) {
                PointBatch batch = PointBatch.ofCapacity(30);
                for (int i = 0; i < 30; i++) {
                    batch.add(s.id(), START + n, n++);
                }
                store.append(batch);
                assertThat(server.read(s.id(), START, START + HOUR).size()).isEqualTo(n);
                assertThat(other.read(s.id(), START, START + HOUR).size()).isEqualTo(n);
            }
        }
        assertThat(other.series().find("plant", "x")).contains(s);
        mine.close();
        theirs.close();
    }
}
