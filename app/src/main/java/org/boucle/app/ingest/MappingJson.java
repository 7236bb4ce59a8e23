package org.boucle.app.ingest;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.telemetry.ColumnMapping;
import org.boucle.features.telemetry.ImportMapping;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesKind;
import org.boucle.features.telemetry.TimeFormat;
import tools.jackson.databind.JsonNode;

/** A mapping as JSON, to be kept, edited and used again for the next file of the same shape. */
final class MappingJson {
    private MappingJson() {}

    static String write(ImportMapping mapping) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("timeColumn", mapping.timeColumn());
        map.put("clockColumn", mapping.clockColumn());
        map.put("timeFormat", mapping.timeFormat());
        map.put("zone", mapping.zone().getId());
        map.put("stamp", mapping.stamp().name());
        map.put("midnightEndsDay", mapping.midnightEndsDay());
        map.put("decimal", String.valueOf(mapping.decimal()));
        map.put("stepMillis", mapping.stepMillis());
        map.put("columns", mapping.columns().stream().map(MappingJson::column).toList());
        map.put("notes", mapping.notes());
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(map);
    }

    private static Map<String, Object> column(ColumnMapping c) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("column", c.column());
        map.put("use", c.use());
        map.put("series", c.series());
        map.put("unit", c.unit());
        map.put("kind", c.kind().name());
        map.put("medium", c.medium().name());
        map.put("scale", c.scale());
        map.put("note", c.note());
        return map;
    }

    static ImportMapping read(String text) {
        JsonNode node = Json.read(text);
        List<ColumnMapping> columns = new ArrayList<>();
        for (JsonNode c : required(node, "columns")) {
            double scale = c.path("scale").asDouble(1);
            columns.add(new ColumnMapping(
                    required(c, "column").asString(),
                    c.path("use").asBoolean(true),
                    c.path("series").asString(""),
                    c.path("unit").asString(""),
                    choice(SeriesKind.values(), c.path("kind").asString("GAUGE"), "kind"),
                    choice(Medium.values(), c.path("medium").asString("OTHER"), "medium"),
                    scale == 0 || !Double.isFinite(scale) ? 1 : scale,
                    c.path("note").asString("")));
        }
        return new ImportMapping(
                required(node, "timeColumn").asString(),
                node.path("clockColumn").asString(""),
                format(required(node, "timeFormat").asString()),
                zone(node.path("zone").asString("UTC")),
                choice(ImportMapping.Stamp.values(), node.path("stamp").asString("BEGIN"), "stamp"),
                node.path("midnightEndsDay").asBoolean(false),
                node.path("decimal").asString(".").equals(",") ? ',' : '.',
                Math.max(0, node.path("stepMillis").asLong(0)),
                columns,
                List.of());
    }

    private static JsonNode required(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .orElseThrow(() -> BadInput.of(Place.ofField(field), "ingest.missing"));
    }

    static <E extends Enum<E>> E choice(E[] values, String name, String field) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw BadInput.of(Place.ofField(field), "ingest.choice", name, List.of(values));
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw BadInput.of(Place.ofField("zone"), "ingest.zone", name);
        }
    }

    static String format(String pattern) {
        try {
            TimeFormat.of(pattern);
            return pattern;
        } catch (IllegalArgumentException refused) {
            throw BadInput.of(Place.ofField("timeFormat"), "ingest.format", pattern);
        }
    }
}
