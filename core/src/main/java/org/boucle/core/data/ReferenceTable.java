package org.boucle.core.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A table of reference figures shipped under {@code /data}: comma-separated UTF-8 with a header row, quotes doubled
 * inside quotes, a point as decimal mark; lines that start with {@code #} are remarks.
 *
 * <p>For our own files only: a fault in one is a programming error and says file and row. Files of strangers are read
 * in the application, where issues are collected.
 */
public final class ReferenceTable {
    private final String path;
    private final List<String> columns;
    private final List<Row> rows;

    private ReferenceTable(String path, List<String> columns, List<Row> rows) {
        this.path = path;
        this.columns = columns;
        this.rows = rows;
    }

    /** Reads {@code /data/<name>} from the class path, for instance {@code of("levers/levers.csv")}. */
    public static ReferenceTable of(String name) {
        String path = "/data/" + name;
        try (InputStream stream = ReferenceTable.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("No reference table at " + path + " on the class path.");
            }
            return read(path, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading " + path, failure);
        }
    }

    /** Reads a table from text; {@code path} names it in errors. */
    public static ReferenceTable read(String path, Reader text) {
        Lines lines = new Lines(path, new BufferedReader(text));
        List<String> columns = lines.next().orElseThrow(() -> new IllegalArgumentException(path + " is empty."));
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            index.put(columns.get(i), i);
        }
        List<Row> rows = new ArrayList<>();
        Map<String, String> kept = new HashMap<>(); // the same text in many cells, such as a source, is held once
        for (Optional<List<String>> cells = lines.next(); cells.isPresent(); cells = lines.next()) {
            if (cells.get().size() != columns.size()) {
                throw new IllegalArgumentException(path + ":" + lines.number + " has "
                        + cells.get().size() + " cells, the header " + columns.size()
                        + ". Maybe a comma stands outside quotes.");
            }
            String[] texts = cells.get().toArray(String[]::new);
            for (int i = 0; i < texts.length; i++) {
                texts[i] = kept.computeIfAbsent(texts[i], same -> same);
            }
            rows.add(new Row(path, lines.number, index, texts));
        }
        return new ReferenceTable(path, List.copyOf(columns), List.copyOf(rows));
    }

    public String path() {
        return path;
    }

    public List<String> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    /** One row of the table. */
    public static final class Row {
        private final String path;
        private final int number;
        private final Map<String, Integer> index;
        private final String[] cells;

        private Row(String path, int number, Map<String, Integer> index, String[] cells) {
            this.path = path;
            this.number = number;
            this.index = index;
            this.cells = cells;
        }

        /** The cell's text, empty where nothing stands; an unknown column is a programming error. */
        public String text(String column) {
            Integer position = index.get(column);
            if (position == null) {
                throw new IllegalArgumentException(path + " has no column '" + column + "', only " + index.keySet());
            }
            return cells[position];
        }

        public Optional<String> findText(String column) {
            String text = text(column);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        /** The cell's number; an empty or malformed cell is a programming error. */
        public double number(String column) {
            String text = text(column);
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException malformed) {
                throw new IllegalArgumentException(
                        path + ":" + number + " column '" + column + "' is not a number: '" + text + "'", malformed);
            }
        }

        public OptionalDouble findNumber(String column) {
            return text(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
        }

        /** The line in the file, for messages. */
        public int line() {
            return number;
        }
    }

    private static final class Lines {
        private final String path;
        private final BufferedReader reader;
        private int number;

        private Lines(String path, BufferedReader reader) {
            this.path = path;
            this.reader = reader;
        }

        private Optional<List<String>> next() {
            for (Optional<String> line = line(); line.isPresent(); line = line()) {
                if (!line.get().isBlank() && !line.get().startsWith("#")) {
                    return Optional.of(cells(line.get()));
                }
            }
            return Optional.empty();
        }

        private Optional<String> line() {
            try {
                number++;
                return Optional.ofNullable(reader.readLine());
            } catch (IOException failure) {
                throw new UncheckedIOException("Reading " + path, failure);
            }
        }

        private List<String> cells(String first) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            String line = first;
            for (int i = 0; ; i++) {
                if (i >= line.length()) {
                    if (!quoted) {
                        cells.add(cell.toString());
                        return cells;
                    }
                    cell.append('\n');
                    line = line().orElseThrow(() -> new IllegalArgumentException(path + " ends inside quotes."));
                    i = -1;
                } else if (line.charAt(i) == '"') {
                    boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                    if (doubled) {
                        cell.append('"');
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (line.charAt(i) == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(line.charAt(i));
                }
            }
        }
    }
}
