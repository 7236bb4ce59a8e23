package org.boucle.app.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import tools.jackson.databind.JsonNode;

/**
 * The JSON in which values are pushed, by MQTT and by HTTP alike: a bare number; an object {@code {"time", "value",
 * "unit", "series", "site"}} where all but the value may be missing; an object {@code {"points": [[time, value], …],
 * "unit"…}}; or an array of such objects. Times are ISO 8601 with an offset, or milliseconds since the epoch; a missing
 * time is the time of arrival.
 */
final class JsonReadings {
    private final String site;
    private final String series;
    private final long arrival;
    private final List<Reading> readings = new ArrayList<>();

    private JsonReadings(String site, String series, long arrival) {
        this.site = site;
        this.series = series;
        this.arrival = arrival;
    }

    /** Reads a message; {@code site} and {@code series} are what the topic says, empty where it does not. */
    static List<Reading> read(JsonNode node, String site, String series, long arrival) {
        JsonReadings reader = new JsonReadings(site, series, arrival);
        reader.any(node);
        return reader.readings;
    }

    private void any(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::one);
        } else {
            one(node);
        }
    }

    private void one(JsonNode node) {
        if (node.isNumber()) {
            add(site, series, arrival, node.doubleValue(), "");
        } else if (!node.isObject()) {
            throw bad("", "ingest.shape");
        } else if (node.has("points")) {
            points(node);
        } else {
            long time = node.has("time") ? time(node.get("time")) : arrival;
            add(
                    text(node, "site", site),
                    text(node, "series", series),
                    time,
                    number(node.get("value"), "value"),
                    text(node, "unit", ""));
        }
    }

    private void points(JsonNode node) {
        String name = text(node, "series", series);
        String place = text(node, "site", site);
        String unit = text(node, "unit", "");
        if (!node.get("points").isArray()) {
            throw bad("points", "ingest.shape");
        }
        for (JsonNode point : node.get("points")) {
            if (!point.isArray() || point.size() != 2) {
                throw bad("points", "ingest.shape");
            }
            add(place, name, time(point.get(0)), number(point.get(1), "points"), unit);
        }
    }

    private void add(String place, String name, long time, double value, String unit) {
        if (name.isEmpty() || place.isEmpty()) {
            throw bad(name.isEmpty() ? "series" : "site", "ingest.missing");
        }
        readings.add(new Reading(place, name, time, value, unit));
    }

    private static String text(JsonNode node, String field, String otherwise) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isString()) {
            throw bad(field, "ingest.text");
        }
        return value.stringValue();
    }

    private static double number(JsonNode value, String field) {
        if (value == null || !(value.isNumber() || value.isBoolean())) {
            throw bad(field, "ingest.number");
        }
        return value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.doubleValue();
    }

    private static long time(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isString()) {
            return time(value.stringValue());
        }
        throw bad("time", "ingest.time");
    }

    /** A time as ISO 8601 with its offset. */
    static long time(String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text).toEpochMilli()
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException malformed) {
            throw bad("time", "ingest.time");
        }
    }

    private static BadInput bad(String field, String code) {
        return BadInput.of(Place.ofField(field), code);
    }
}
