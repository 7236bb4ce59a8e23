package org.boucle.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.measurement.Exposition;
import org.boucle.features.itfootprint.measurement.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentOverTheNetworkTest {
    @TempDir
    Path directory;

    @Test
    void metricsBearTheNamesThatDashboardsKnow() throws IOException {
        FakeMachine machine = new FakeMachine(directory);
        MetricsPage page = new MetricsPage("press-3");
        try (StandInTwin twin = new StandInTwin();
                MetricsServer server = new MetricsServer("127.0.0.1", 0, page)) {
            page.rates(ImpactRates.ask(twin.address(), Hardware.of(machine.tree()), "FRA")
                    .orElseThrow());
            Agent agent = new Agent(
                    AgentMain.probes(AgentOptions.parse(new String[] {"--no-ipmi"}), machine.tree()),
                    new DiskBuffer(directory.resolve("buffer").toFile(), 1 << 20),
                    Optional.empty(),
                    page,
                    "plant",
                    "press-3");
            for (int i = 0; i <= 720; i++) {
                agent.step(new Moment(1_700_000_000_000L + 5000L * i, 5_000_000_000L * i));
                machine.fiveSeconds();
            }
            Thread thread = new Thread(server);
            thread.setDaemon(true);
            thread.start();
            URI base = URI.create("http://127.0.0.1:" + server.port());
            PlainHttp.Answer answer = PlainHttp.request("GET", base.resolve("/metrics"), "", "", new byte[0]);
            assertThat(PlainHttp.request("GET", base, "", "", new byte[0]).status())
                    .isEqualTo(404);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).endsWith("# EOF\n");
            // 44 W over an hour at 0.098 kg/kWh, and an hour's share of the machine
            assertThat(gauge(answer, "boagent_total_operational_emissions")).isEqualTo(0.044 * 0.098, offset());
            assertThat(gauge(answer, "boagent_embedded_emissions")).isEqualTo(0.03, offset());
            assertThat(gauge(answer, "boagent_average_power_measured")).isEqualTo(44, offset());
            assertThat(gauge(answer, "boagent_electricity_carbon_intensity")).isEqualTo(0.098, offset());
            assertThat(answer.body()).doesNotContain("boagent_embedded_primary_energy");
            assertThat(answer.body()).contains("boucle_power_watts{host=\"press-3\",domain=\"package-0\"} 40.0\n");
        }
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    private static double gauge(PlainHttp.Answer answer, String name) {
        List<Exposition.Sample> samples = Exposition.parse(answer.body(), name);
        assertThat(samples).hasSize(1);
        return samples.getFirst().value();
    }

    @Test
    void aShellyPlugAndAnExporterAreAsked() throws IOException {
        try (PlainPages pages = new PlainPages()) {
            pages.put("/rpc", "{\"apower\":31.25}");
            pages.put("/metrics", "kepler_node_cpu_watts{zone=\"package\"} 12\n");
            List<Reading> readings = new ArrayList<>();
            MeterProbe.shelly(pages.address("/rpc")).sample(new Moment(3, 0), readings);
            MeterProbe.exporter(pages.address("/metrics")).sample(new Moment(3, 0), readings);
            MeterProbe.shelly(pages.address("/gone")).sample(new Moment(3, 0), readings);
            MeterProbe.shelly(URI.create("http://127.0.0.1:1/")).sample(new Moment(3, 0), readings);
            assertThat(readings)
                    .containsExactly(
                            new Reading("power.shelly", 3, 31.25, "W"), new Reading("power.cpu-package", 3, 12, "W"));
        }
    }

    @Test
    void pointsGoThroughARealBrokerAndAMeterIsHeard() throws Exception {
        File mosquitto = new File("/usr/sbin/mosquitto");
        assumeTrue(mosquitto.canExecute(), "SKIPPED: mosquitto is not installed");
        int port = freePort();
        Process broker = new ProcessBuilder(mosquitto.getPath(), "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mosquitto.log").toFile())
                .start();
        try {
            AgentOptions.Broker address = new AgentOptions.Broker("127.0.0.1", port, "", "");
            Mqtt listener = connect(address);
            listener.subscribe("boucle/plant/#");
            String lines =
                    "{\"site\":\"plant\",\"series\":\"h/load.cpu\",\"time\":\"2026-11-21T00:00:00.000Z\",\"value\":1.5,\"unit\":\"%\"}\n";
            Sender.Outcome outcome =
                    new MqttSender(address).send(lines.repeat(100).getBytes(StandardCharsets.UTF_8));
            assertThat(outcome).isEqualTo(Sender.Outcome.TAKEN);
            for (int i = 0; i < 100; i++) {
                assertThat(listener.next())
                        .isEqualTo(new Mqtt.Message(
                                "boucle/plant/h/load.cpu",
                                "{\"time\":\"2026-11-21T00:00:00.000Z\",\"value\":1.5,\"unit\":\"%\"}"));
            }
            hearAMeter(address, listener);
            listener.close();
        } finally {
            broker.destroy();
        }
    }

    private static void hearAMeter(AgentOptions.Broker address, Mqtt publisher) throws Exception {
        MqttMeterProbe meter = new MqttMeterProbe(address, "plug/power");
        Thread thread = new Thread(meter);
        thread.setDaemon(true);
        thread.start();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 100 && readings.isEmpty(); i++) {
            publisher.publish("plug/power", "{\"power\":77}".getBytes(StandardCharsets.UTF_8));
            publisher.awaitAcknowledged(0);
            Thread.sleep(20);
            meter.sample(new Moment(5, 0), readings);
        }
        assertThat(readings).containsExactly(new Reading("power.meter", 5, 77, "W"));
    }

    private static Mqtt connect(AgentOptions.Broker address) throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                return new Mqtt(address.host(), address.port(), "listener", "", "");
            } catch (IOException notYet) {
                assertThat(i).as("the broker starts").isLessThan(100);
                Thread.sleep(50);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A web server with fixed pages. */
    private static final class PlainPages implements AutoCloseable {
        private final com.sun.net.httpserver.HttpServer server = com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        PlainPages() throws IOException {
            server.start();
        }

        void put(String path, String text) {
            server.createContext(path, exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
        }

        URI address(String path) {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
