package org.boucle.app.ingest;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.boucle.core.input.BadInput;

/**
 * Values from a broker, MQTT 5 or 3.1.1, at least once: the session outlives the process, and a message is acknowledged
 * only when its values are durable, so the broker brings it again after a crash; the store makes the effect exactly once.
 */
final class MqttLink implements Link {
    private static final long REBIRTH_MILLIS = 10_000;

    private final LinkSettings settings;
    private final Intake intake;
    private final Clock clock;
    private final LinkStatus status = new LinkStatus();
    private final MqttMessages messages = new MqttMessages(this::askRebirth);
    private final ConcurrentHashMap<String, Long> asked = new ConcurrentHashMap<>();
    private Connection connection = Connection.NONE;

    /** The little that both protocol versions have in common. */
    private interface Connection {
        Connection NONE = new Connection() {
            @Override
            public void publish(String topic, byte[] payload) {
                // not connected yet
            }

            @Override
            public CompletableFuture<Void> disconnect() {
                return CompletableFuture.completedFuture(null);
            }
        };

        void publish(String topic, byte[] payload);

        CompletableFuture<Void> disconnect();
    }

    MqttLink(LinkSettings settings, Intake intake, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.clock = clock;
        builder(); // settings that cannot work are named before it starts
        settings.required("topics");
    }

    private MqttClientBuilder builder() {
        MqttClientBuilder builder = MqttClient.builder()
                .identifier(settings.required("client"))
                .serverHost(settings.required("host"))
                .serverPort(settings.number("port", 1, 65_535))
                .automaticReconnect()
                .initialDelay(500, TimeUnit.MILLISECONDS)
                .maxDelay(10, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addDisconnectedListener(context ->
                        status.disconnected(String.valueOf(context.getCause().getMessage())));
        return settings.flag("tls") ? builder.sslWithDefaultConfig() : builder;
    }

    private List<String> topics() {
        return List.of(settings.required("topics").split("[\\s,]+"));
    }

    @Override
    public void start() {
        connection = settings.text("version").startsWith("3") ? start3() : start5();
    }

    private Connection start5() {
        Mqtt5AsyncClient[] self = new Mqtt5AsyncClient[1];
        Mqtt5ClientBuilder builder = builder().useMqttVersion5().addConnectedListener(context -> {
            status.connected();
            topics().forEach(t -> self[0].subscribeWith()
                    .topicFilter(t)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send());
        });
        if (!settings.text("user").isEmpty()) {
            builder = builder.simpleAuth()
                    .username(settings.text("user"))
                    .password(settings.text("password").getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        Mqtt5AsyncClient client = builder.buildAsync();
        self[0] = client;
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                p -> arrived(p.getTopic().toString(), p.getPayloadAsBytes(), p::acknowledge),
                true);
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(7L * 86_400)
                // No receive maximum below the protocol's own: Mosquitto exceeds it when it repeats messages after a
                // reconnect, and the client would then refuse each new connection for ever.
                .restrictions()
                .maximumPacketSize(1 << 18)
                .applyRestrictions()
                .send();
        return new Connection() {
            @Override
            public void publish(String topic, byte[] payload) {
                client.publishWith().topic(topic).payload(payload).send();
            }

            @Override
            public CompletableFuture<Void> disconnect() {
                return client.disconnectWith()
                        .sessionExpiryInterval(7L * 86_400)
                        .send();
            }
        };
    }

    private Connection start3() {
        Mqtt3AsyncClient[] self = new Mqtt3AsyncClient[1];
        Mqtt3ClientBuilder builder = builder().useMqttVersion3().addConnectedListener(context -> {
            status.connected();
            topics().forEach(t -> self[0].subscribeWith()
                    .topicFilter(t)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send());
        });
        if (!settings.text("user").isEmpty()) {
            builder = builder.simpleAuth()
                    .username(settings.text("user"))
                    .password(settings.text("password").getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        Mqtt3AsyncClient client = builder.buildAsync();
        self[0] = client;
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                p -> arrived(p.getTopic().toString(), p.getPayloadAsBytes(), p::acknowledge),
                true);
        client.connectWith().cleanSession(false).send();
        return new Connection() {
            @Override
            public void publish(String topic, byte[] payload) {
                client.publishWith().topic(topic).payload(payload).send();
            }

            @Override
            public CompletableFuture<Void> disconnect() {
                return client.disconnect();
            }
        };
    }

    private void arrived(String topic, byte[] payload, Runnable acknowledge) {
        status.message();
        CompletableFuture<Receipt> done;
        try {
            List<Reading> readings = messages.read(topic, payload, clock.millis());
            done = readings.isEmpty()
                    ? CompletableFuture.completedFuture(Receipt.NOTHING)
                    : intake.submitPatiently(settings.name(), readings);
        } catch (BadInput malformed) {
            status.malformedMessage();
            done = intake.malformed(settings.name(), topic, String.valueOf(malformed.getMessage()));
        }
        done.whenComplete((receipt, failure) -> {
            if (failure == null) {
                acknowledge.run();
            } // else it stays unacknowledged, and the broker brings it again
        });
    }

    private void askRebirth(String topic) {
        long now = clock.millis();
        long before = asked.getOrDefault(topic, 0L);
        if (now - before > REBIRTH_MILLIS && asked.size() < 10_000) {
            asked.put(topic, now);
            connection.publish(topic, MqttMessages.rebirth(now));
        }
    }

    @Override
    public LinkStatus status() {
        return status;
    }

    @Override
    public void close() {
        try {
            connection.disconnect().get(2, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException ended) {
            status.disconnected("closed");
        }
    }
}
