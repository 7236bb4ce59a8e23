package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.boucle.app.store.Database;
import org.boucle.app.store.Migrations;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real store with its intake and its quarantine, new for each test. */
abstract class IntakeFixture {
    @TempDir
    Path directory;

    Database database;
    TelemetryStore store;
    Quarantine quarantine;
    Intake intake;

    @BeforeEach
    void openStore() {
        database = Database.inDirectory(directory);
        Migrations.run(database, TelemetryStore.MIGRATIONS);
        Migrations.run(database, List.of(new Migration("ingest", "001_ingest")));
        store = TelemetryStore.open(database);
        quarantine = new Quarantine(database);
        intake = new Intake(store, quarantine, Clock.systemUTC()).start();
    }

    @AfterEach
    void closeStore() {
        intake.close();
        database.close();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(end);
            Mosquitto.sleep(10);
        }
    }
}
