package org.boucle.bench.telemetry;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.boucle.app.Wiring;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.House;
import org.boucle.app.server.Server;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;

/**
 * Points per second and CPU a point through the whole server, with durable commits: HTTP push in requests of 500 lines,
 * and MQTT QoS 1 with one point and with twenty points a message. The sender runs in the same process, so its CPU is
 * counted too. Arguments: directory, port of a broker (0 for none).
 */
public final class IngestThroughput {
    private static final int SERIES = 100;
    private static final OperatingSystemMXBean OS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private IngestThroughput() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createDirectories(Path.of(args[0]));
        House house = Wiring.house(directory, Optional.empty());
        Wiring.migrate(house);
        int broker = Integer.parseInt(args[1]);
        if (broker > 0) {
            house.database()
                    .change(sql -> sql.run(
                            "INSERT INTO ingest_connection (name, kind, settings, enabled) VALUES ('bench', 'MQTT', ?, 1)",
                            "{\"port\":\"" + broker + "\",\"client\":\"bench\"}"));
        }
        TelemetryStore store = TelemetryStore.open(house.database());
        List<SeriesInfo> infos = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            infos.add(SeriesInfo.of("plant", "s" + i, "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "bench"));
        }
        store.series().registerAll(infos);
        String token = house.accounts()
                .createToken(house.accounts().create("bench", "bench bench 12", Role.OPERATOR, ""), "bench");
        Server server = Wiring.server(house, "127.0.0.1", 0);
        server.start();
        for (int round = 0; round < 3; round++) {
            http(server.port(), token, round);
            if (broker > 0) {
                mqtt(store, broker, round, 1, 20_000);
                mqtt(store, broker, round, 20, 10_000);
            }
        }
        System.exit(0);
    }

    private static void http(int port, String token, int round) throws Exception {
        int requests = 300;
        int lines = 500;
        List<String> bodies = new ArrayList<>();
        long k = PlantSignals.START + round * 10_000_000L;
        for (int r = 0; r < requests; r++) {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < lines; i++) {
                body.append("{\"site\":\"plant\",\"series\":\"s")
                        .append(k % SERIES)
                        .append("\",\"time\":")
                        .append(k)
                        .append(",\"value\":")
                        .append(k++ % 1000 / 10.0)
                        .append(",\"unit\":\"kW\"}\n");
            }
            bodies.add(body.toString());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            long cpu = OS.getProcessCpuTime();
            long wall = System.nanoTime();
            for (String body : bodies) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/api/telemetry/points"))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            }
            report("HTTP, 500 lines a request", (long) requests * lines, wall, cpu);
        }
    }

    private static void report(String what, long points, long wall, long cpu) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f points/s, %.2f us CPU/point%n",
                what,
                points * 1e9 / (System.nanoTime() - wall),
                (OS.getProcessCpuTime() - cpu) / 1e3 / points);
    }

    private static void mqtt(TelemetryStore store, int port, int round, int perMessage, int messages) throws Exception {
        Mqtt5AsyncClient client = MqttClient.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .useMqttVersion5()
                .buildAsync();
        client.connect().join();
        long first = PlantSignals.START + 200_000_000L + round * 50_000_000L + perMessage * 1_000_000L;
        long cpu = OS.getProcessCpuTime();
        long wall = System.nanoTime();
        Semaphore open = new Semaphore(2_000);
        long k = first;
        for (int m = 0; m < messages; m++) {
            StringBuilder text = new StringBuilder("{\"unit\":\"kW\",\"points\":[");
            for (int i = 0; i < perMessage; i++) {
                text.append(i > 0 ? "," : "")
                        .append('[')
                        .append(k++)
                        .append(',')
                        .append(k % 1000 / 10.0)
                        .append(']');
            }
            open.acquire();
            client.publishWith()
                    .topic("boucle/plant/s" + m % SERIES)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(text.append("]}").toString().getBytes(StandardCharsets.UTF_8))
                    .send()
                    .whenComplete((done, failure) -> open.release());
        }
        long last = k;
        for (boolean all = false; !all; ) {
            long there = 0;
            for (int s = 1; s <= SERIES; s++) {
                there += store.read(s, first, last).size();
            }
            all = there >= (long) messages * perMessage;
            Thread.sleep(all ? 0 : 100);
        }
        report("MQTT 5 QoS 1, " + perMessage + " points a message", (long) messages * perMessage, wall, cpu);
        client.disconnect().join();
    }
}
