package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.boucle.app.store.Database;
import org.boucle.app.store.Migrations;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 2,000 points a second by MQTT QoS 1 through a real broker into a process that is killed with SIGKILL again and again
 * (5 times; as often as {@code -Dboucle.kills} says, see bench/telemetry-kill.sh), and the broker away in between.
 */
class KillNineTest {
    private static final int SERIES = 20;
    private static final int MESSAGES_A_SECOND = 500;
    private static final int POINTS_A_MESSAGE = 4;
    private static final long START = 1_767_571_200_000L;

    @TempDir
    Path directory;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicBoolean stop = new AtomicBoolean();
    private long slowestOpen;

    @Test
    void nothingAcknowledgedIsMissingAndNothingIsDoubled() throws IOException, InterruptedException {
        int kills = Integer.getInteger("boucle.kills", 5);
        boolean brokerAway = Boolean.parseBoolean(System.getProperty("boucle.broker.away", "true"));
        try (Mosquitto broker = Mosquitto.start(directory.resolve("broker"))) {
            Path data = Files.createDirectories(directory.resolve("data"));
            register(data);
            makeSession(broker.port());
            Process first = process(data, broker.port());
            Thread publisher = new Thread(() -> publish(broker.port()));
            publisher.start();
            Process last = killAgainAndAgain(first, kills, data, broker, brokerAway);
            stop.set(true);
            publisher.join();
            assertThat(acknowledged.get()).isEqualTo(sent.get()).isGreaterThan(0);
            awaitAll(data);
            last.destroyForcibly().waitFor();
            verify(data);
            System.out.println("kill -9 × " + kills + ": " + acknowledged.get() * POINTS_A_MESSAGE
                    + " points acknowledged by the broker, all there once; slowest opening " + slowestOpen + " ms");
        }
    }

    /** The same with the disk full: the process may no longer write beyond 300 kB of a file, until it is started again without the limit. */
    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() throws IOException, InterruptedException {
        try (Mosquitto broker = Mosquitto.start(directory.resolve("broker"))) {
            Path data = Files.createDirectories(directory.resolve("data"));
            register(data);
            makeSession(broker.port());
            Process full = process(data, broker.port());
            limitFiles(full);
            Thread publisher = new Thread(() -> publish(broker.port()));
            publisher.start();
            for (int i = 0; i < 1_200 && !log().contains("refuses points"); i++) {
                Mosquitto.sleep(50);
            }
            assertThat(log()).contains("refuses points");
            assertThat(full.isAlive()).isTrue();
            full.destroyForcibly().waitFor();
            Process last = process(data, broker.port());
            Mosquitto.sleep(1_000);
            stop.set(true);
            publisher.join();
            awaitAll(data);
            last.destroyForcibly().waitFor();
            verify(data);
            System.out.println("disk full: " + acknowledged.get() * POINTS_A_MESSAGE + " points, all there once");
        }
    }

    private static void limitFiles(Process process) throws IOException, InterruptedException {
        Path prlimit = Path.of("/usr/bin/prlimit");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isExecutable(prlimit), "prlimit is not installed (Debian: util-linux)");
        int code = new ProcessBuilder(prlimit.toString(), "--pid", "" + process.pid(), "--fsize=300000:300000")
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    private Process killAgainAndAgain(Process first, int kills, Path data, Mosquitto broker, boolean brokerAway)
            throws IOException, InterruptedException {
        Random r = new Random(9);
        Process process = first;
        for (int k = 0; k < kills; k++) {
            Mosquitto.sleep(300 + r.nextInt(1_500));
            if (brokerAway && k == kills / 2) {
                broker.end();
                Mosquitto.sleep(Long.getLong("boucle.broker.away.millis", 1_500));
                broker.begin();
                Mosquitto.sleep(1_000);
            }
            process.destroyForcibly().waitFor();
            process = process(data, broker.port());
        }
        return process;
    }

    /** The session must stand before the first message: without subscriber the broker acknowledges and forgets. */
    private static void makeSession(int port) {
        Mqtt5AsyncClient client = MqttClient.builder()
                .identifier("boucle-kill")
                .serverHost("127.0.0.1")
                .serverPort(port)
                .useMqttVersion5()
                .buildAsync();
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(86_400)
                .send()
                .join();
        client.subscribeWith()
                .topicFilter("boucle/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .join();
        client.disconnectWith().sessionExpiryInterval(86_400).send().join();
    }

    private void register(Path data) {
        try (Database database = Database.inDirectory(data)) {
            Migrations.run(database, TelemetryStore.MIGRATIONS);
            List<SeriesInfo> infos = new ArrayList<>();
            for (int i = 0; i < SERIES; i++) {
                infos.add(SeriesInfo.of("plant", "s" + i, "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "mqtt"));
            }
            TelemetryStore.open(database).series().registerAll(infos);
        }
    }

    private Process process(Path data, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        IngestProcess.class.getName(),
                        data.toString(),
                        "" + port)
                .redirectError(directory.resolve("process.log").toFile())
                .start();
        String line = process.inputReader().readLine();
        assertThat(line).as(() -> log()).startsWith("open ");
        slowestOpen = Math.max(slowestOpen, Long.parseLong(line.substring(5)));
        return process;
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("process.log"));
        } catch (IOException none) {
            return "";
        }
    }

    private void publish(int port) {
        Mqtt5AsyncClient client = MqttClient.builder()
                .identifier("publisher")
                .serverHost("127.0.0.1")
                .serverPort(port)
                .automaticReconnectWithDefaultConfig()
                .useMqttVersion5()
                .buildAsync();
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send()
                .join();
        Semaphore open = new Semaphore(5_000);
        long begin = System.nanoTime();
        while (!stop.get()) {
            long due = (System.nanoTime() - begin) * MESSAGES_A_SECOND / 1_000_000_000L;
            while (sent.get() < due) {
                open.acquireUninterruptibly();
                client.publishWith()
                        .topic("boucle/plant/s" + sent.get() % SERIES)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(payload(sent.get()))
                        .send()
                        .whenComplete((result, failure) -> {
                            if (failure == null) {
                                acknowledged.incrementAndGet();
                            }
                            open.release();
                        });
                sent.incrementAndGet();
            }
            Mosquitto.sleep(10);
        }
        open.acquireUninterruptibly(5_000);
        client.disconnect().join();
    }

    private static byte[] payload(long message) {
        StringBuilder text = new StringBuilder("{\"unit\":\"kW\",\"points\":[");
        for (int i = 0; i < POINTS_A_MESSAGE; i++) {
            long k = message * POINTS_A_MESSAGE + i;
            text.append(i > 0 ? "," : "")
                    .append('[')
                    .append(START + k)
                    .append(',')
                    .append(k % 1000 / 10.0)
                    .append(']');
        }
        return text.append("]}").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private void awaitAll(Path data) {
        long expected = sent.get() * POINTS_A_MESSAGE;
        for (int i = 0; i < 600; i++) {
            try (Database database = Database.inDirectory(data)) {
                TelemetryStore store = TelemetryStore.open(database);
                long there = 0;
                for (SeriesInfo s : store.series().list()) {
                    there += store.read(s.id(), 0, Long.MAX_VALUE).size();
                }
                if (there >= expected) {
                    return;
                }
            }
            Mosquitto.sleep(200);
        }
    }

    private void verify(Path data) {
        try (Database database = Database.inDirectory(data)) {
            TelemetryStore store = TelemetryStore.open(database);
            assertThat(store.verify().faults()).isEmpty();
            for (int s = 0; s < SERIES; s++) {
                SeriesInfo series = store.series().find("plant", "s" + s).orElseThrow();
                Samples samples = store.read(series.id(), 0, Long.MAX_VALUE);
                int n = 0;
                for (long message = s; message < sent.get(); message += SERIES) {
                    for (int i = 0; i < POINTS_A_MESSAGE; i++) {
                        long k = message * POINTS_A_MESSAGE + i;
                        assertThat(n).as("points of s%s", s).isLessThan(samples.size());
                        assertThat(samples.times()[n]).isEqualTo(START + k);
                        assertThat(samples.values()[n++]).isEqualTo(k % 1000 / 10.0);
                    }
                }
                assertThat(samples.size()).as("points of s%s", s).isEqualTo(n);
            }
        }
    }
}
