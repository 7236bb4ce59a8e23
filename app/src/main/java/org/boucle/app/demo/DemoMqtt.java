package org.boucle.app.demo;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.boucle.app.ingest.Intake;
import org.boucle.app.ingest.Reading;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.features.energytwin.simulation.Signal;
import tools.jackson.databind.JsonNode;

/**
 * Sends the factory's values to the broker as its machines would, one message for each machine (QoS 1), and takes them
 * from the broker into the checked path, acknowledging what is durable.
 */
final class DemoMqtt implements AutoCloseable {
    private static final String ROOT = "boucle/" + DemoSite.SITE.id() + "/";
    private final Mqtt5AsyncClient machines;
    private final Mqtt5AsyncClient twin;
    private final Intake intake;

    DemoMqtt(int port, Intake intake) {
        this.intake = intake;
        this.machines = client("demo-machines", port);
        this.twin = client("demo-twin", port);
        twin.subscribeWith()
                .topicFilter(ROOT + "#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::take)
                .manualAcknowledgement(true)
                .send()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static Mqtt5AsyncClient client(String name, int port) {
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .automaticReconnectWithDefaultConfig()
                .buildAsync();
        client.connect().orTimeout(60, TimeUnit.SECONDS).join();
        return client;
    }

    /** Publishes all values of one moment, machine by machine. */
    void publish(long time, double[] values) {
        Map<String, List<Map<String, Object>>> messages = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Signal signal = Signal.ALL.get(i);
            if (!Double.isNaN(values[i])) {
                messages.computeIfAbsent(signal.machine(), machine -> new ArrayList<>())
                        .add(Map.of(
                                "site", DemoSite.SITE.id(),
                                "series", DemoSite.name(signal),
                                "time", time,
                                "value", DemoLife.rounded(values[i]),
                                "unit", signal.unit()));
            }
        }
        messages.forEach((machine, readings) -> machines.publishWith()
                .topic(ROOT + machine)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(Json.write(readings).getBytes(StandardCharsets.UTF_8))
                .send());
    }

    private void take(Mqtt5Publish message) {
        String topic = message.getTopic().toString();
        try {
            List<Reading> readings = new ArrayList<>();
            for (JsonNode one : Json.read(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8))) {
                readings.add(new Reading(
                        one.path("site").asString(""),
                        one.path("series").asString(""),
                        one.path("time").asLong(0),
                        one.path("value").asDouble(Double.NaN),
                        one.path("unit").asString("")));
            }
            intake.submitPatiently("mqtt", readings).thenRun(message::acknowledge);
        } catch (BadInput malformed) {
            intake.malformed("mqtt", topic, malformed.getMessage()).thenRun(message::acknowledge);
        }
    }

    @Override
    public void close() {
        machines.disconnect()
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
        twin.disconnect()
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
    }
}
