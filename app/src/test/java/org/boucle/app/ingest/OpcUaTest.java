package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.boucle.core.input.BadInput;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.PointCheck.Fault;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real OPC UA server that is late, that says nonsense, and that wants a password over an encrypted channel. */
class OpcUaTest extends IntakeFixture {
    private static final int MALFORMED = 10_000;
    private static final int BURST = 80; // the subscription keeps a hundred values between two publications

    private SeriesInfo power;

    @BeforeEach
    void open() {
        power = store.series()
                .register(SeriesInfo.of("plant", "power", "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "test"));
    }

    private OpcUaLink link(int port, String node, Map<String, String> more) {
        Map<String, String> values = new java.util.HashMap<>(Map.of(
                "endpoint",
                "opc.tcp://127.0.0.1:" + port + "/plant",
                "site",
                "plant",
                "interval",
                "50",
                "items",
                "power = " + node + " [kW]"));
        values.putAll(more);
        return new OpcUaLink(
                new LinkSettings(0, "opcua", LinkSettings.Kind.OPCUA, values, true),
                intake,
                Clock.systemUTC(),
                new OpcUaKeys(directory));
    }

    private static DataValue at(Object value, StatusCode status, Instant time) {
        DateTime stamp = new DateTime(time);
        return new DataValue(new Variant(value), status, stamp, stamp);
    }

    /** A notification that no honest server would send; its time lies outside the honest hour unless it isn't a number. */
    private static DataValue malformed(Random r, Instant honest) {
        Instant[] wrong = {
            Instant.parse("1601-01-01T00:00:00Z"),
            Instant.EPOCH,
            Instant.parse("2000-01-01T00:00:00Z"),
            Instant.parse("2199-07-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59Z"),
            honest.plusSeconds(86_400)
        };
        Object[] strange = {
            "é".repeat(1 + r.nextInt(20)),
            "x".repeat(r.nextInt(200) == 0 ? 60_000 : 10),
            new Double[] {1.0, 2.0, Double.NaN},
            new String[] {"a", "b"},
            ByteString.of(new byte[r.nextInt(64)]),
            UUID.randomUUID(),
            new DateTime(honest),
            LocalizedText.english("hot"),
            new QualifiedName(1, "hot"),
            NodeId.parse("ns=1;s=oven"),
            new StatusCode(StatusCodes.Bad_DeviceFailure),
            new Variant[] {new Variant(1.0)}
        };
        return switch (r.nextInt(7)) {
            case 0 -> at(Double.NaN, StatusCode.GOOD, honest);
            case 1 -> at(r.nextBoolean() ? Double.POSITIVE_INFINITY : Float.NaN, StatusCode.GOOD, honest);
            case 2 -> at(null, StatusCode.GOOD, honest);
            case 3 -> at(r.nextDouble(), new StatusCode(StatusCodes.Bad_SensorFailure), honest);
            case 4 -> at(r.nextDouble(), StatusCode.GOOD, wrong[r.nextInt(wrong.length)]);
            default -> at(strange[r.nextInt(strange.length)], StatusCode.GOOD, honest);
        };
    }

    @Test
    void tenThousandMalformedNotificationsLoseNoGoodOne() throws Exception {
        int port = Mosquitto.freePort();
        OpcUaPlant plant = new OpcUaPlant(port);
        OpcUaLink link = link(port, plant.powerNode(), Map.of());
        link.start();
        await(() -> link.status().isConnected() && link.status().messages() > 0);
        Random random = new Random(7);
        Instant start = Instant.now().minusSeconds(7_200).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        List<Double> good = new ArrayList<>();
        long first = link.status().messages();
        long before = 0;
        for (int bad = 0; bad < MALFORMED; ) {
            for (int i = 0; i < BURST; i++) {
                if (i == BURST - 1 || random.nextInt(8) == 0) {
                    good.add(good.size() + 0.25);
                    plant.notifyPower(at(good.getLast(), StatusCode.GOOD, start.plusSeconds(good.size())));
                } else {
                    plant.notifyPower(malformed(random, start.plusMillis(1_000L * good.size() + 500)));
                    bad++;
                }
            }
            long last = start.plusSeconds(good.size()).toEpochMilli();
            await(() -> store.read(power.id(), last, last + 1).size() == 1);
            before = before == 0 && bad > 1_000 ? used() : before;
        }
        long grown = used() - before;
        Samples kept = store.read(
                power.id(),
                start.toEpochMilli(),
                start.plusSeconds(good.size() + 1).toEpochMilli());
        assertThat(DoubleStream.of(kept.values()).boxed()).containsExactlyElementsOf(good);
        assertThat(link.status().messages() - first)
                .as("the server leaves out values equal to the one before")
                .isGreaterThan(MALFORMED * 8 / 10);
        assertThat(link.status().malformed()).isGreaterThan(MALFORMED / 5);
        assertThat(link.status().isConnected()).isTrue();
        assertThat(grown).as("bytes kept after 9,000 more").isLessThan(24L << 20);
        System.out.printf(
                "OPC UA: %d malformed and %d good sent, %d arrived, %d unreadable, heap grew by %d kB%n",
                MALFORMED,
                good.size(),
                link.status().messages() - first,
                link.status().malformed(),
                grown / 1024);
        link.close();
        plant.close();
    }

    @Test
    void aSubscriptionThatWaitsForItsServerAndSetsTextsAside() throws Exception {
        int port = Mosquitto.freePort();
        OpcUaPlant plant = new OpcUaPlant(port);
        String items = "power = " + plant.powerNode() + " [kW]\nlabel = " + plant.labelNode();
        OpcUaLink link = link(port, plant.powerNode(), Map.of("items", items));
        link.start();
        await(() -> link.status().isConnected());
        for (int i = 0; i < 20; i++) {
            plant.power(10 + i);
            Mosquitto.sleep(60);
        }
        await(() -> store.lastValue(power.id()).filter(v -> v.value() == 29).isPresent());
        assertThat(store.read(power.id(), 0, Long.MAX_VALUE).size()).isGreaterThan(5);
        await(() -> quarantine.list().stream()
                .anyMatch(e -> e.reason() == Fault.MALFORMED && e.series().equals("label")));
        link.close();
        plant.close();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void encryptedWithAPasswordAndAServerThatStaysTheSame() throws Exception {
        int port = Mosquitto.freePort();
        Map<String, String> secret = Map.of("security", "Basic256Sha256", "user", "ada", "password", "lovelace");
        OpcUaPlant plant = new OpcUaPlant(port, true);
        OpcUaLink link = link(port, plant.powerNode(), secret);
        link.start();
        await(() -> link.status().isConnected());
        Instant now = Instant.now();
        plant.notifyPower(at(41.5, StatusCode.GOOD, now));
        await(() -> store.lastValue(power.id()).filter(v -> v.value() == 41.5).isPresent());
        link.close();
        OpcUaLink wrong =
                link(port, plant.powerNode(), Map.of("security", "Basic256Sha256", "user", "ada", "password", "byron"));
        wrong.start();
        await(() -> !wrong.status().trouble().isEmpty());
        assertThat(wrong.status().isConnected()).isFalse();
        wrong.close();
        plant.close();
        assertThat(Files.exists(directory.resolve("opcua/client.p12"))).isTrue();

        OpcUaPlant other = new OpcUaPlant(port, true); // same address, another certificate
        OpcUaLink again = link(port, other.powerNode(), secret);
        again.start();
        await(() -> again.status().trouble().contains("certificate"));
        assertThat(again.status().isConnected()).isFalse();
        again.close();
        other.close();
    }

    @Test
    void aPasswordInTheClearIsRefused() {
        assertThatThrownBy(() -> link(4840, "ns=1;s=a", Map.of("user", "ada", "password", "lovelace")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("opcua.plain");
        assertThatThrownBy(() -> link(4840, "ns=1;s=a", Map.of("security", "Basic128")))
                .isInstanceOf(BadInput.class);
    }
}
