package org.boucle.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.boucle.app.Wiring;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.accounts.Role;
import org.boucle.app.decisions.Chains;
import org.boucle.app.decisions.Evidence;
import org.boucle.app.sites.Sites;
import org.boucle.app.telemetry.Backup;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.PostgresCluster;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.decision.HashChain;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store moves from SQLite into a real PostgreSQL and back through backups, and every row arrives. */
class BackupAcrossStoresTest {
    private static final long START = 1_767_571_200_000L;

    @TempDir
    Path directory;

    private static void fill(Database database) {
        new Sites(database).save(Site.named("Biscuiterie d'Été"));
        new Accounts(database, Clock.systemUTC()).create("ada", "correct horse 7", Role.ENERGY_MANAGER, "");
        TelemetryStore store = TelemetryStore.open(database);
        for (String name : List.of("oven/power", "air/power")) {
            SeriesInfo series = store.series()
                    .register(SeriesInfo.of("biscuiterie", name, "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "test"));
            PointBatch batch = PointBatch.ofCapacity(5_000);
            for (int i = 0; i < 5_000; i++) {
                batch.add(series.id(), START + 60_000L * i, Math.rint(1000 * Math.sin(i)) / 1000);
            }
            store.append(batch);
            store.seal();
            batch.clear();
            batch.add(series.id(), START + 60_000L * 6_000, 1e-9); // stays a hot row
            store.append(batch);
        }
        database.change(sql -> {
            Chains.append(sql, Clock.systemUTC(), "proposals", "ada", "a/b", "ACCEPTED", "{\"title\":\"été\"}");
            Evidence.keep(sql, "reçu.pdf", new byte[] {0, 1, (byte) 0xff});
        });
    }

    /** Every row of every table, as text. */
    private static Map<String, List<String>> rows(Database database) {
        return database.read(sql -> {
            Map<String, List<String>> all = new TreeMap<>();
            String tables = sql.dialect() == Dialect.SQLITE
                    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                    : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()";
            for (String table : sql.list(tables, row -> row.getString(1))) {
                all.put(
                        table,
                        sql.list("SELECT * FROM " + table, BackupAcrossStoresTest::text).stream()
                                .sorted()
                                .toList());
            }
            return all;
        });
    }

    private static String text(ResultSet row) throws SQLException {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            cells.put(
                    row.getMetaData().getColumnName(i),
                    value instanceof byte[] bytes
                            ? HexFormat.of().formatHex(bytes)
                            : value instanceof Number number
                                    ? Double.toString(number.doubleValue())
                                    : String.valueOf(value));
        }
        return cells.toString();
    }

    private static List<Long> points(Database database) {
        TelemetryStore store = TelemetryStore.open(database);
        assertThat(store.verify().faults()).isEmpty();
        List<Long> sizes = new ArrayList<>();
        store.series()
                .list()
                .forEach(series -> sizes.add(
                        (long) store.read(series.id(), 0, Long.MAX_VALUE).size()));
        return sizes;
    }

    @Test
    void everyRowSurvivesTheWayThereAndBack() {
        Optional<PostgresCluster> cluster = PostgresCluster.find();
        Assumptions.assumeTrue(cluster.isPresent(), "PostgreSQL is not installed: backups across stores not tested");
        Path first = directory.resolve("first.db");
        Path second = directory.resolve("second.db");
        try (Database sqlite = Database.open("jdbc:sqlite:" + directory.resolve("a.db"));
                Database postgres = Database.open(cluster.orElseThrow().freshDatabase());
                Database again = Database.open("jdbc:sqlite:" + directory.resolve("b.db"))) {
            Wiring.migrate(sqlite);
            fill(sqlite);
            Map<String, List<String>> before = rows(sqlite);
            Backup.take(sqlite, first, Wiring::migrate);
            assertThat(Backup.restore(first, postgres, Wiring::migrate)).isGreaterThan(5);
            assertThat(rows(postgres)).isEqualTo(before);
            assertThat(points(postgres)).containsExactly(5_001L, 5_001L);
            assertThat(HashChain.verify(postgres.read(sql -> Chains.list(sql, "proposals"))))
                    .isEmpty();
            Backup.take(postgres, second, Wiring::migrate);
            new Accounts(postgres, Clock.systemUTC()).create("grace", "correct horse 8", Role.VIEWER, "");
            assertThat(Backup.restore(second, again, Wiring::migrate)).isGreaterThan(5);
            assertThat(rows(again)).as("as at the time of the backup").isEqualTo(before);
            assertThat(points(again)).containsExactly(5_001L, 5_001L);
            new Accounts(again, Clock.systemUTC()).create("grace", "correct horse 8", Role.VIEWER, "");
        }
    }
}
