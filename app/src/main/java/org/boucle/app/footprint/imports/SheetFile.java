package org.boucle.app.footprint.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** The rows of a CSV file or of the first sheet of an Excel workbook, by the names of the header row. */
public final class SheetFile {
    static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 300;
    static final int LONGEST_CELL = 10_000;

    private SheetFile() {}

    /** One row; a cell that is missing is empty text. */
    public record Row(Place place, Map<String, String> cells) {
        public String text(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** The rows below the header, whose names are lower-cased and stripped. */
    public static List<Row> read(String name, byte[] content, Issues issues) {
        boolean workbook = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        List<List<String>> table = workbook ? workbook(name, content) : csv(name, text(content));
        if (table.isEmpty()) {
            throw BadInput.of(Place.ofFile(name), "import.empty");
        }
        List<String> header = table.getFirst().stream()
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < table.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            Place place = Place.ofRow(name, i + 1);
            for (int c = 0; c < table.get(i).size(); c++) {
                String cell = table.get(i).get(c);
                if (cell.length() > LONGEST_CELL) {
                    issues.add(place, "import.cell", cell.length());
                } else if (c < header.size() && !header.get(c).isEmpty()) {
                    cells.put(header.get(c), cell);
                }
            }
            if (cells.values().stream().anyMatch(v -> !v.isBlank())) {
                rows.add(new Row(place, cells));
            }
        }
        return rows;
    }

    /** UTF-8 where the bytes are valid UTF-8, else Windows-1252, as the Base Carbone is published. */
    static String text(byte[] content) {
        String utf8 = new String(content, StandardCharsets.UTF_8);
        String text = utf8.indexOf('\uFFFD') >= 0 ? new String(content, Charset.forName("windows-1252")) : utf8;
        String marked = text.replace('\u0000', ' ');
        return marked.startsWith("\uFEFF") ? marked.substring(1) : marked;
    }

    private static List<List<String>> csv(String name, String text) {
        String firstLine = text.lines().findFirst().orElse("");
        char delimiter = count(firstLine, ';') > count(firstLine, ',')
                ? ';'
                : count(firstLine, '\t') > count(firstLine, ',') ? '\t' : ',';
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            for (CSVRecord record : parser) {
                bound(name, rows.size(), record.size());
                rows.add(record.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw BadInput.of(Place.ofRow(name, rows.size() + 1), "import.csv", String.valueOf(malformed.getMessage()));
        }
        return rows;
    }

    private static List<List<String>> workbook(String name, byte[] content) {
        Archives.check(name, content);
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                Stream<org.dhatim.fastexcel.reader.Row> sheet =
                        workbook.getFirstSheet().openStream()) {
            sheet.forEach(row -> {
                bound(name, rows.size(), row.getCellCount());
                while (rows.size() < row.getRowNum() - 1 && rows.size() < MOST_ROWS) {
                    rows.add(List.of());
                }
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < row.getCellCount(); c++) {
                    cells.add(row.getOptionalCell(c)
                            .map(cell -> cell.getText() == null ? "" : cell.getText())
                            .orElse(""));
                }
                rows.add(cells);
            });
        } catch (BadInput bad) {
            throw bad;
        } catch (IOException | RuntimeException malformed) {
            throw BadInput.of(Place.ofFile(name), "import.workbook", String.valueOf(malformed.getMessage()));
        }
        return rows;
    }

    private static void bound(String name, int rows, int columns) {
        if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
            throw BadInput.of(Place.ofRow(name, rows), "import.large", MOST_ROWS, MOST_COLUMNS);
        }
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
