package org.boucle.app.agent;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.measurement.Reading;

/** Listens to a meter's MQTT topic; each sample takes the last value if it is younger than a minute. */
final class MqttMeterProbe implements Probe, Runnable {
    private static final long FRESH_NANOS = 60_000_000_000L;
    private static final long RETRY_MILLIS = 5_000;

    private final AgentOptions.Broker broker;
    private final String topic;
    private double watts = Double.NaN;
    private long heardNanos;

    MqttMeterProbe(AgentOptions.Broker broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    @Override
    public synchronized void sample(Moment now, List<Reading> readings) {
        if (Double.isFinite(watts) && System.nanoTime() - heardNanos < FRESH_NANOS) {
            readings.add(new Reading("power.meter", now.epochMillis(), watts, "W"));
        }
    }

    private synchronized void heard(double value) {
        watts = value;
        heardNanos = System.nanoTime();
    }

    /** Listens until interrupted, connecting again when the broker goes away. */
    @Override
    public void run() {
        String client =
                "boucle-meter-".concat(Long.toString(ProcessHandle.current().pid()));
        while (!Thread.currentThread().isInterrupted()) {
            try (Mqtt mqtt = new Mqtt(broker.host(), broker.port(), client, broker.user(), broker.password())) {
                mqtt.subscribe(topic);
                while (true) {
                    OptionalDouble value = MeterText.watts(mqtt.next().payload());
                    if (value.isPresent()) {
                        heard(value.getAsDouble());
                    }
                }
            } catch (IOException brokerGone) {
                try {
                    Thread.sleep(RETRY_MILLIS);
                } catch (InterruptedException asked) {
                    return;
                }
            }
        }
    }
}
