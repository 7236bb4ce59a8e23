package org.boucle.app.ingest;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/**
 * Reads MQTT messages: JSON on topics {@code boucle/<site>/<series…>} and Sparkplug B on {@code spBv1.0/…}. For Sparkplug
 * the site is the group and the series is {@code edge/device/metric}; data that come before their birth certificate ask
 * the edge node for a rebirth.
 */
final class MqttMessages {
    private static final int MOST_ALIASES = 100_000;

    private final Consumer<String> askRebirth;
    private final Map<String, Metric> aliases = new HashMap<>();

    /** What a birth certificate says of an alias. */
    private record Metric(String name, String unit) {}

    /** {@code askRebirth} gets the topic of the command to send. */
    MqttMessages(Consumer<String> askRebirth) {
        this.askRebirth = askRebirth;
    }

    List<Reading> read(String topic, byte[] payload, long arrival) {
        return topic.startsWith("spBv1.0/")
                ? sparkplug(topic.split("/", -1), payload, arrival)
                : json(topic, payload, arrival);
    }

    private static List<Reading> json(String topic, byte[] payload, long arrival) {
        String[] parts = topic.split("/", 3);
        String site = parts.length > 1 ? parts[1] : "";
        String series = parts.length > 2 ? parts[2] : "";
        return JsonReadings.read(Json.read(new String(payload, StandardCharsets.UTF_8)), site, series, arrival);
    }

    private synchronized List<Reading> sparkplug(String[] topic, byte[] payload, long arrival) {
        boolean told = topic.length >= 4;
        String type = told ? topic[2] : "";
        if (!type.matches("[ND](BIRTH|DATA)")) {
            return List.of(); // deaths, commands and host states carry no values
        }
        String device = topic.length > 4 ? topic[3] + "/" + topic[4] : topic[3];
        String owner = topic[1] + "/" + device;
        List<Reading> readings = new ArrayList<>();
        boolean unknownAlias = false;
        for (Payload.Metric metric : parse(payload).getMetricsList()) {
            Optional<Metric> known = known(owner, metric, type.endsWith("BIRTH"));
            if (known.isEmpty()) {
                unknownAlias = true;
            } else if (!metric.getIsNull()
                    && !known.get().name().startsWith("Node Control/")
                    && !known.get().name().equals("bdSeq")) {
                long time = metric.hasTimestamp() ? metric.getTimestamp() : arrival;
                value(metric)
                        .ifPresent(v -> readings.add(new Reading(
                                topic[1],
                                device + "/" + known.get().name(),
                                time,
                                v,
                                known.get().unit())));
            }
        }
        if (unknownAlias) {
            askRebirth.accept("spBv1.0/" + topic[1] + "/NCMD/" + topic[3]);
        }
        return readings;
    }

    private static Payload parse(byte[] payload) {
        try {
            return Payload.parseFrom(payload);
        } catch (InvalidProtocolBufferException malformed) {
            throw BadInput.of(Place.WHOLE, "ingest.sparkplug");
        }
    }

    private Optional<Metric> known(String owner, Payload.Metric metric, boolean birth) {
        if (metric.hasName() && !metric.getName().isEmpty()) {
            Metric known = new Metric(metric.getName(), unit(metric));
            if (birth && metric.hasAlias() && aliases.size() < MOST_ALIASES) {
                aliases.put(owner + "#" + metric.getAlias(), known);
            }
            return Optional.of(known);
        }
        return metric.hasAlias() ? Optional.ofNullable(aliases.get(owner + "#" + metric.getAlias())) : Optional.empty();
    }

    private static String unit(Payload.Metric metric) {
        Payload.PropertySet set = metric.getProperties();
        for (int i = 0; i < Math.min(set.getKeysCount(), set.getValuesCount()); i++) {
            if (set.getKeys(i).matches("(?i)eng(ineering)?[ _]?unit|unit|units")) {
                return set.getValues(i).getStringValue();
            }
        }
        return "";
    }

    /** Whole numbers come as unsigned fields: types 1 to 4 of the specification are signed. */
    private static Optional<Double> value(Payload.Metric metric) {
        int type = metric.getDatatype();
        return switch (metric.getValueCase()) {
            case INT_VALUE ->
                Optional.of(
                        switch (type) {
                            case 1 -> (double) (byte) metric.getIntValue();
                            case 2 -> (double) (short) metric.getIntValue();
                            case 3 -> (double) metric.getIntValue();
                            default -> (double) Integer.toUnsignedLong(metric.getIntValue());
                        });
            case LONG_VALUE -> Optional.of((double) metric.getLongValue());
            case FLOAT_VALUE -> Optional.of((double) metric.getFloatValue());
            case DOUBLE_VALUE -> Optional.of(metric.getDoubleValue());
            case BOOLEAN_VALUE -> Optional.of(metric.getBooleanValue() ? 1.0 : 0.0);
            case STRING_VALUE, BYTES_VALUE, DATASET_VALUE, TEMPLATE_VALUE, EXTENSION_VALUE, VALUE_NOT_SET ->
                Optional.empty();
        };
    }

    /** The command that asks an edge node to publish its birth certificates again. */
    static byte[] rebirth(long now) {
        return Payload.newBuilder()
                .setTimestamp(now)
                .addMetrics(Payload.Metric.newBuilder()
                        .setName("Node Control/Rebirth")
                        .setTimestamp(now)
                        .setDatatype(11)
                        .setBooleanValue(true))
                .build()
                .toByteArray();
    }
}
