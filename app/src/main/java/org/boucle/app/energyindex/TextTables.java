package org.boucle.app.energyindex;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the sheets of an agreement from CSV (one file a sheet) and from YAML or JSON (one list of rows a sheet). */
final class TextTables {
    private static final int DEEPEST = 8;
    private static final int ALIASES = 0;

    private TextTables() {}

    /** One CSV file; the delimiter is a semicolon where the header has one, else a comma. */
    static SheetTable csv(String file, String text, Limits limits) {
        String name = file.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[^.]*$", "");
        Place place = Place.ofFile(file);
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean semicolon = body.lines().findFirst().orElse("").contains(";");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(semicolon ? ';' : ',')
                .setIgnoreEmptyLines(false)
                .get();
        List<Cell> header = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        try (var parser = format.parse(new StringReader(body))) {
            long cells = 0;
            for (CSVRecord line : parser) {
                int row = (int) parser.getCurrentLineNumber();
                cells += line.size();
                if (cells > limits.cells()) {
                    throw BadInput.of(place.withRow(row), "energyindex.too-many-cells", limits.cells());
                }
                List<Cell> read = line(line, place.withRow(Math.max(1, row)), header, semicolon);
                if (read.stream().allMatch(Cell::isEmpty)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header.addAll(read);
                } else {
                    rows.add(read);
                }
            }
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException broken) {
            throw BadInput.of(place, "energyindex.unreadable");
        }
        return new SheetTable(name, place, header, rows);
    }

    private static List<Cell> line(CSVRecord line, Place place, List<Cell> header, boolean decimalComma) {
        List<Cell> read = new ArrayList<>(line.size());
        for (int i = 0; i < line.size(); i++) {
            String title = i < header.size() ? header.get(i).text() : Integer.toString(i + 1);
            String text = line.get(i).strip();
            boolean comma = decimalComma && text.matches("[-+]?[0-9]+,[0-9]+");
            read.add(new Cell(comma ? text.replace(',', '.') : text, false, place.withColumn(title)));
        }
        return read;
    }

    /** YAML, of which JSON is a part; rows keep the line on which they stand. */
    static List<SheetTable> yaml(String file, String text, Limits limits) {
        Place place = Place.ofFile(file);
        if (text.length() > limits.bytes()) {
            throw BadInput.of(
                    place,
                    "energyindex.too-large",
                    WorkbookTables.megabytes(text.length()),
                    WorkbookTables.megabytes(limits.bytes()));
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit((int) limits.bytes())
                .setMaxAliasesForCollections(ALIASES)
                .setUseMarks(true)
                .build();
        Node root;
        try {
            root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> BadInput.of(place, "energyindex.unreadable"));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            throw BadInput.of(place.withRow(line), "energyindex.unreadable");
        } catch (YamlEngineException | StackOverflowError broken) {
            throw BadInput.of(place, "energyindex.unreadable");
        }
        if (!(root instanceof MappingNode sheets)) {
            throw BadInput.of(place.withRow(lineOf(root)), "energyindex.sheets-expected");
        }
        List<SheetTable> tables = new ArrayList<>();
        for (NodeTuple sheet : sheets.getValue()) {
            tables.add(sheet(place, sheet));
        }
        return tables;
    }

    private static SheetTable sheet(Place file, NodeTuple sheet) {
        String name = scalar(sheet.getKeyNode(), file);
        Place place = file.withSheet(name);
        List<Node> items = switch (sheet.getValueNode()) {
            case SequenceNode list -> list.getValue();
            case MappingNode one -> List.of(one);
            case Node other -> throw BadInput.of(place.withRow(lineOf(other)), "energyindex.rows-expected");
        };
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (Node item : items) {
            Place at = place.withRow(lineOf(item));
            if (!(item instanceof MappingNode row)) {
                throw BadInput.of(at, "energyindex.rows-expected");
            }
            rows.add(row(row, at, positions, 0));
        }
        List<Cell> header = positions.keySet().stream()
                .map(title -> new Cell(title, false, place.withColumn(title)))
                .toList();
        return new SheetTable(name, place, header, rows);
    }

    /** A nested mapping, such as {@code years: {2002: 100}}, lays its keys beside the others. */
    private static List<Cell> row(MappingNode row, Place place, Map<String, Integer> positions, int depth) {
        List<Cell> cells = new ArrayList<>();
        for (NodeTuple entry : row.getValue()) {
            String title = scalar(entry.getKeyNode(), place);
            Place at = place.withRow(lineOf(entry.getKeyNode())).withColumn(title);
            if (entry.getValueNode() instanceof MappingNode nested && depth < DEEPEST) {
                put(cells, row(nested, place, positions, depth + 1));
                continue;
            }
            int position = positions.computeIfAbsent(title, _ -> positions.size());
            while (cells.size() <= position) {
                cells.add(new Cell("", false, place));
            }
            if (!cells.get(position).isEmpty()) {
                throw BadInput.of(at, "energyindex.column-twice", title);
            }
            cells.set(position, new Cell(scalar(entry.getValueNode(), at), false, at));
        }
        return cells;
    }

    private static void put(List<Cell> into, List<Cell> nested) {
        for (int i = 0; i < nested.size(); i++) {
            while (into.size() <= i) {
                into.add(new Cell("", false, nested.get(i).place()));
            }
            if (!nested.get(i).isEmpty()) {
                if (!into.get(i).isEmpty()) {
                    Place at = nested.get(i).place();
                    throw BadInput.of(at, "energyindex.column-twice", at.column());
                }
                into.set(i, nested.get(i));
            }
        }
    }

    private static String scalar(Node node, Place place) {
        if (node instanceof ScalarNode scalar) {
            String text = scalar.getValue().strip();
            return text.equals("null") || text.equals("~") ? "" : text;
        }
        throw BadInput.of(place.withRow(lineOf(node)), "energyindex.value-expected");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }
}
