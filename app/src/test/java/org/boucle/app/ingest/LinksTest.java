package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadWriteModbusServices;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.boucle.core.input.BadInput;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;

/** Each protocol against a real peer: Mosquitto, an OPC UA server, a Modbus device, a page of metrics. */
class LinksTest extends IntakeFixture {
    private static final long START = 1_767_571_200_000L;

    private SeriesInfo series(String name) {
        return store.series()
                .register(SeriesInfo.of("plant", name, "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "test"));
    }

    private static LinkSettings settings(LinkSettings.Kind kind, String... pairs) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new LinkSettings(0, kind.name().toLowerCase(java.util.Locale.ROOT), kind, values, true);
    }

    private int size(SeriesInfo s) {
        return store.read(s.id(), 0, Long.MAX_VALUE).size();
    }

    private static Mqtt5AsyncClient publisher(int port) {
        Mqtt5AsyncClient client = MqttClient.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .useMqttVersion5()
                .buildAsync();
        client.connect().join();
        return client;
    }

    @Test
    void mqttFiveAndThreeWithTenThousandMalformedMessagesAmongGoodOnes() {
        try (Mosquitto broker = Mosquitto.start(directory.resolve("broker"))) {
            SeriesInfo power = series("oven/power");
            String port = "" + broker.port();
            MqttLink five = new MqttLink(
                    settings(LinkSettings.Kind.MQTT, "port", port, "client", "five", "topics", "boucle/#,spBv1.0/#"),
                    intake,
                    Clock.systemUTC());
            MqttLink three = new MqttLink(
                    settings(LinkSettings.Kind.MQTT, "port", port, "client", "three", "version", "3"),
                    intake,
                    Clock.systemUTC());
            five.start();
            three.start();
            await(() -> five.status().isConnected() && three.status().isConnected());
            Mosquitto.sleep(300);
            Mqtt5AsyncClient client = publisher(broker.port());
            Random r = new Random(1);
            List<CompletableFuture<?>> sent = new ArrayList<>();
            int good = 0;
            for (int i = 0; i < 10_500; i++) {
                boolean isGood = i % 21 == 20;
                String topic = isGood
                        ? "boucle/plant/oven/power"
                        : r.nextInt(4) == 0
                                ? "spBv1.0/g/" + (r.nextBoolean() ? "DDATA" : "NBIRTH") + "/e/d"
                                : "boucle/plant/oven/pawer";
                byte[] payload = isGood
                        ? ("{\"time\":" + (START + good++ * 1000L) + ",\"value\":7.5,\"unit\":\"kW\"}")
                                .getBytes(StandardCharsets.UTF_8)
                        : Garbage.bytes(r);
                sent.add(client.publishWith()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(payload)
                        .send());
            }
            sent.forEach(CompletableFuture::join);
            int expected = good;
            await(() -> size(power) == expected && five.status().messages() >= 10_500);
            assertThat(five.status().malformed()).isGreaterThan(1_000);
            assertThat(quarantine.list()).isNotEmpty().hasSizeLessThanOrEqualTo(Quarantine.MOST_ROWS + 10);
            client.disconnect().join();
            five.close();
            three.close();
        }
    }

    @Test
    void sparkplugByAliasAfterItsBirthAndRebirthWhereItWasMissed() {
        List<String> asked = new ArrayList<>();
        MqttMessages messages = new MqttMessages(asked::add);
        Payload data = Payload.newBuilder()
                .addMetrics(Payload.Metric.newBuilder()
                        .setAlias(4)
                        .setTimestamp(START)
                        .setDatatype(3)
                        .setIntValue(-5))
                .build();
        assertThat(messages.read("spBv1.0/plant/DDATA/edge/meter", data.toByteArray(), START))
                .isEmpty();
        assertThat(asked).containsExactly("spBv1.0/plant/NCMD/edge");
        Payload birth = Payload.newBuilder()
                .addMetrics(Payload.Metric.newBuilder()
                        .setName("power")
                        .setAlias(4)
                        .setTimestamp(START)
                        .setDatatype(10)
                        .setDoubleValue(3.5)
                        .setProperties(Payload.PropertySet.newBuilder()
                                .addKeys("engUnit")
                                .addValues(Payload.PropertyValue.newBuilder()
                                        .setType(12)
                                        .setStringValue("kW"))))
                .build();
        assertThat(messages.read("spBv1.0/plant/DBIRTH/edge/meter", birth.toByteArray(), START))
                .containsExactly(new Reading("plant", "edge/meter/power", START, 3.5, "kW"));
        assertThat(messages.read("spBv1.0/plant/DDATA/edge/meter", data.toByteArray(), START))
                .containsExactly(new Reading("plant", "edge/meter/power", START, -5, "kW"));
        assertThat(messages.read("spBv1.0/plant/NDEATH/edge", data.toByteArray(), START))
                .isEmpty();
    }

    @Test
    void modbusRegistersOfEveryType() throws Exception {
        ProcessImage image = new ProcessImage();
        byte[] f32 = ByteBuffer.allocate(4).putFloat(41.5f).array();
        image.with(tx -> tx.writeHoldingRegisters(map -> {
            map.put(10, new byte[] {f32[0], f32[1]});
            map.put(11, new byte[] {f32[2], f32[3]});
            map.put(20, new byte[] {f32[2], f32[3]});
            map.put(21, new byte[] {f32[0], f32[1]});
            map.put(30, new byte[] {(byte) 0xff, (byte) 0xfe});
        }));
        int port = Mosquitto.freePort();
        ModbusTcpServer server = ModbusTcpServer.create(
                NettyTcpServerTransport.create(c -> {
                    c.bindAddress = "127.0.0.1";
                    c.port = port;
                }),
                new ReadWriteModbusServices() {
                    @Override
                    protected Optional<ProcessImage> getProcessImage(int unit) {
                        return Optional.of(image);
                    }
                });
        SeriesInfo a = series("a");
        SeriesInfo b = series("b");
        SeriesInfo c = series("c");
        LinkSettings settings = settings(
                LinkSettings.Kind.MODBUS,
                "port",
                "" + port,
                "site",
                "plant",
                "interval",
                "100",
                "items",
                "a = holding 10 f32 [kW]\nb = holding 20 f32 swap [kW]\nc = holding 30 i16 *0.5 [kW]");
        PollingLink link =
                new PollingLink("modbus", settings.interval(), new ModbusSource(settings, Clock.systemUTC()), intake);
        link.start();
        Mosquitto.sleep(300); // the device is not there yet
        server.start();
        await(() -> size(a) > 2 && size(b) > 2 && size(c) > 2);
        assertThat(store.lastValue(a.id()).orElseThrow().value()).isEqualTo(41.5);
        assertThat(store.lastValue(b.id()).orElseThrow().value()).isEqualTo(41.5);
        assertThat(store.lastValue(c.id()).orElseThrow().value()).isEqualTo(-1);
        link.close();
        server.stop();
    }

    @Test
    void brokenModbusItemsAndAnswersAreBadInput() {
        assertThatThrownBy(() -> ModbusSource.item("x = coil 1 u16")).isInstanceOf(BadInput.class);
        Random r = new Random(2);
        ModbusSource.Item item = ModbusSource.item("x = input 1 u64 swap *1e-3 [kWh]");
        for (int k = 0; k < 10_000; k++) {
            byte[] bytes = new byte[r.nextInt(12)];
            r.nextBytes(bytes);
            try {
                assertThat(item.value(bytes)).isNotNull();
            } catch (BadInput refused) {
                assertThat(bytes.length).isNotEqualTo(8);
            }
        }
    }

    @Test
    void prometheusPagesGoodAndBad() throws Exception {
        AtomicReference<String> page =
                new AtomicReference<>("# HELP x\nnode_power_watts{host=\"a b\"} 12.5\nup 1\nbroken NaN\n");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] bytes = page.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        SeriesInfo power = series("node_power_watts{host=\"a b\"}");
        LinkSettings settings = settings(
                LinkSettings.Kind.PROMETHEUS,
                "site",
                "plant",
                "interval",
                "50",
                "url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
        PrometheusSource source = new PrometheusSource(settings, Clock.systemUTC());
        PollingLink link = new PollingLink("prometheus", settings.interval(), source, intake);
        link.start();
        await(() -> size(power) > 2);
        assertThat(quarantine.list()).extracting(Quarantine.Entry::series).contains("up");
        page.set("<html>");
        await(() -> link.status().malformed() > 0);
        Random r = new Random(3);
        for (int k = 0; k < 10_000; k++) {
            try {
                source.read("node_power_watts 1\n" + new String(Garbage.bytes(r), StandardCharsets.ISO_8859_1));
            } catch (BadInput never) {
                throw new AssertionError("a good line was lost", never);
            }
        }
        link.close();
        server.stop(0);
    }
}
