package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Numbers and lists of a problem written in JSON or CSV; everything wrong is collected with its place. */
final class ProblemReader {
    static final double MOST = 1e15;
    private static final int MOST_ROWS = 20_000;

    private final Issues issues = new Issues();

    /** JSON as it stands, or the rows of a CSV text under {@code rows}, numbers as numbers. */
    static JsonNode tree(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? Json.read(text) : ofCsv(text);
    }

    private static JsonNode ofCsv(String text) {
        List<String> lines = text.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.size() < 2 || lines.size() > MOST_ROWS) {
            throw BadInput.of(Place.WHOLE, "territory.problem.csv", MOST_ROWS);
        }
        String mark = lines.getFirst().contains(";") && !lines.getFirst().contains(",") ? ";" : ",";
        List<String> header = cells(lines.getFirst(), mark).stream()
                .map(cell -> cell.replaceAll("\\(.*\\)", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        ArrayNode rows = Json.mapper().createArrayNode();
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode row = rows.addObject();
            List<String> cells = cells(line, mark);
            for (int c = 0; c < Math.min(header.size(), cells.size()); c++) {
                put(row, header.get(c), cells.get(c).strip(), mark);
            }
        }
        ObjectNode root = Json.mapper().createObjectNode();
        root.set("rows", rows);
        return root;
    }

    private static void put(ObjectNode row, String name, String cell, String mark) {
        String plain = mark.equals(";") ? cell.replace(',', '.') : cell;
        if (plain.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?")) {
            row.put(name, Double.parseDouble(plain));
        } else if (!cell.isEmpty()) {
            row.put(name, cell);
        }
    }

    private static List<String> cells(String line, String mark) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == mark.charAt(0) && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    Issues issues() {
        return issues;
    }

    void issue(String path, String code, Object... arguments) {
        issues.add(Place.ofField(path), code, arguments);
    }

    /** The first of the names that the node has. */
    static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.has(name)) {
                return node.path(name);
            }
            String small = name.toLowerCase(Locale.ROOT);
            if (node.has(small)) {
                return node.path(small);
            }
        }
        return node.path(names[0]);
    }

    /** A number between two ends; 0 and an issue where it is none. */
    double number(JsonNode node, String path, double least, String... names) {
        JsonNode found = first(node, names);
        if (!found.isNumber()) {
            issue(
                    path + "." + names[0],
                    found.isMissingNode() ? "territory.missing" : "territory.number",
                    said(found, names[0]));
            return 0;
        }
        return within(found.asDouble(), path + "." + names[0], least);
    }

    private static String said(JsonNode node, String name) {
        return node.isMissingNode() ? name : node.asString(node.getNodeType().name());
    }

    private double within(double value, String path, double least) {
        if (!(value >= least && value <= MOST)) {
            issue(path, "territory.range", value, least, MOST);
            return Math.max(0, least);
        }
        return value;
    }

    /** As {@link #number}, or the usual value where it is left out. */
    double numberOr(JsonNode node, String path, double least, double usual, String... names) {
        JsonNode found = first(node, names);
        return found.isMissingNode() || found.isNull() ? usual : number(node, path, least, names);
    }

    Optional<Double> findNumber(JsonNode node, String path, double least, String... names) {
        JsonNode found = first(node, names);
        return found.isMissingNode() || found.isNull()
                ? Optional.empty()
                : Optional.of(number(node, path, least, names));
    }

    /** The numbers of an array, or one number alone. */
    List<Double> numbers(JsonNode node, String path, double least) {
        List<Double> numbers = new ArrayList<>();
        Iterable<JsonNode> all = node.isArray() ? node : List.of(node);
        for (JsonNode each : all) {
            if (each.isNumber()) {
                numbers.add(within(each.asDouble(), path, least));
            } else {
                issue(path, "territory.number", said(each, path));
                numbers.add(0.0);
            }
        }
        return numbers;
    }

    /** The elements of an array of objects, at most so many. */
    List<JsonNode> list(JsonNode node, String path, int most) {
        List<JsonNode> list = new ArrayList<>();
        if (!node.isArray() || node.isEmpty()) {
            issue(path, "territory.missing", path);
            return list;
        }
        if (node.size() > most) {
            issue(path, "territory.rows", most);
            return list;
        }
        node.forEach(list::add);
        return list;
    }

    static String id(JsonNode node, String usual, String... names) {
        JsonNode found = first(node, names);
        String text = found.asString("");
        return text.isBlank() ? usual : text;
    }

    /** The rows by the text of a column, in their order; all together where no row has it. */
    static Map<String, List<JsonNode>> groups(List<JsonNode> rows, String column) {
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            groups.computeIfAbsent(row.path(column).asString(""), key -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }
}
