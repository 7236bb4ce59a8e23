package org.boucle.app.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Publishes each line at {@code boucle/<site>/<series>} with the payload {@code {"time":…,"value":…,"unit":…}} and QoS 1. The
 * lines count as taken when the broker has acknowledged them all.
 */
final class MqttSender implements Sender {
    private static final int IN_FLIGHT = 20;
    private static final String SITE = "{\"site\":\"";
    private static final String SERIES = "\",\"series\":\"";

    private final AgentOptions.Broker broker;

    MqttSender(AgentOptions.Broker broker) {
        this.broker = broker;
    }

    @Override
    public Outcome send(byte[] lines) throws IOException {
        String text = new String(lines, StandardCharsets.UTF_8);
        String client =
                "boucle-agent-".concat(Long.toString(ProcessHandle.current().pid()));
        try (Mqtt mqtt = new Mqtt(broker.host(), broker.port(), client, broker.user(), broker.password())) {
            int at = 0;
            while (at < text.length()) {
                int end = text.indexOf('\n', at);
                int siteEnd = text.indexOf(SERIES, at);
                int seriesEnd = text.indexOf('"', siteEnd + SERIES.length());
                String site = text.substring(at + SITE.length(), siteEnd);
                String series = text.substring(siteEnd + SERIES.length(), seriesEnd);
                String payload = "{".concat(text.substring(seriesEnd + 2, end));
                String topic = "boucle/".concat(site).concat("/").concat(series);
                mqtt.publish(topic, payload.getBytes(StandardCharsets.UTF_8));
                mqtt.awaitAcknowledged(IN_FLIGHT);
                at = end + 1;
            }
            mqtt.awaitAcknowledged(0);
            return Outcome.TAKEN;
        }
    }
}
