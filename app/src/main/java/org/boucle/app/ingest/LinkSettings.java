package org.boucle.app.ingest;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/**
 * A connection as configured: texts by name, read where they are used, so that a mistake names its field.
 *
 * @param id number in the store, 0 where it is not kept there
 */
public record LinkSettings(long id, String name, Kind kind, Map<String, String> values, boolean enabled) {
    /** The protocols, with the fields that each takes and what stands in them at first. */
    public enum Kind {
        MQTT(Map.of(
                "host",
                "127.0.0.1",
                "port",
                "1883",
                "version",
                "5",
                "topics",
                "boucle/#",
                "user",
                "",
                "password",
                "",
                "client",
                "boucle",
                "tls",
                "false")),
        OPCUA(Map.of(
                "endpoint",
                "opc.tcp://127.0.0.1:4840",
                "site",
                "",
                "interval",
                "1000",
                "items",
                "",
                "security",
                "None",
                "user",
                "",
                "password",
                "")),
        MODBUS(Map.of("host", "127.0.0.1", "port", "502", "unit", "1", "site", "", "interval", "5000", "items", "")),
        PROMETHEUS(Map.of("url", "http://127.0.0.1:9090/metrics", "site", "", "interval", "15000", "names", ".*"));

        private final Map<String, String> defaults;

        Kind(Map<String, String> defaults) {
            this.defaults = defaults;
        }

        /** Fields and defaults, in a fixed order. */
        public Map<String, String> defaults() {
            return new java.util.TreeMap<>(defaults);
        }
    }

    public LinkSettings {
        Map<String, String> all = new LinkedHashMap<>(kind.defaults());
        all.putAll(values);
        values = Map.copyOf(all);
    }

    public String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    public String required(String field) {
        return Optional.of(text(field))
                .filter(t -> !t.isEmpty())
                .orElseThrow(() -> BadInput.of(Place.ofField(field), "ingest.missing"));
    }

    public int number(String field, int least, int most) {
        String text = text(field);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw BadInput.of(Place.ofField(field), "ingest.range", text, least, most);
        }
        return Integer.parseInt(text);
    }

    public boolean flag(String field) {
        return text(field).equals("true");
    }

    public Duration interval() {
        return Duration.ofMillis(number("interval", 50, 86_400_000));
    }

    /** The non-empty lines of a field. */
    public List<String> lines(String field) {
        return Arrays.stream(text(field).split("\\R"))
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }
}
