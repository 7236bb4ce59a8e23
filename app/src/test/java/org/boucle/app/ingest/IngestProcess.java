package org.boucle.app.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.boucle.app.store.Database;
import org.boucle.app.store.Migrations;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;

/** A process of store, intake and one MQTT connection, to be killed by tests. Arguments: directory, port of the broker. */
final class IngestProcess {
    private IngestProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        long begin = System.nanoTime();
        Database database = Database.inDirectory(Path.of(arguments[0]));
        Migrations.run(database, TelemetryStore.MIGRATIONS);
        Migrations.run(database, java.util.List.of(new Migration("ingest", "001_ingest")));
        TelemetryStore store = TelemetryStore.open(database);
        store.lastValues();
        System.out.println("open " + (System.nanoTime() - begin) / 1_000_000);
        Intake intake = new Intake(store, new Quarantine(database), Clock.systemUTC()).start();
        LinkSettings settings = new LinkSettings(
                0, "mqtt", LinkSettings.Kind.MQTT, Map.of("port", arguments[1], "client", "boucle-kill"), true);
        new MqttLink(settings, intake, Clock.systemUTC()).start();
        Thread.currentThread().join();
    }
}
