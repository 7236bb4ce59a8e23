package org.boucle.app.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.telemetry.RawTable;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads text tables (any usual separator, UTF-8 or Windows-1252) and Excel workbooks into {@link RawTable}s. */
final class TableFiles {
    private static final long MOST_CELLS = 30_000_000;
    private static final int MOST_COLUMNS = 2_000;
    private static final char[] SEPARATORS = {';', ',', '\t', '|'};

    private TableFiles() {}

    /** The tables of a file: one of a text file, one of each sheet with rows of a workbook. */
    static List<RawTable> read(Path path, String name) {
        try {
            byte[] start = start(path);
            boolean zip = start.length > 3 && start[0] == 'P' && start[1] == 'K';
            return zip ? workbook(path, name) : List.of(text(Files.readAllBytes(path), name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The table of the sheet of a name; the first one for an empty name. */
    static RawTable sheet(List<RawTable> tables, String name) {
        return tables.stream()
                .filter(table -> name.isEmpty() || table.sheet().equals(name))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        Place.ofField("sheet"),
                        "ingest.sheet",
                        name,
                        String.join(", ", tables.stream().map(RawTable::sheet).toList())));
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(4);
        }
    }

    /** The table of a text. */
    static RawTable text(byte[] bytes, String name) {
        Charset charset = charset(bytes);
        int skip = startsWithMark(bytes) ? 3 : 0;
        List<String> first = new String(bytes, skip, Math.min(bytes.length - skip, 20_000), charset)
                .lines()
                .toList();
        List<String> remarks = first.stream()
                .takeWhile(line -> line.startsWith("#") || line.isBlank())
                .toList();
        char separator = separator(first.subList(remarks.size(), first.size()));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        TableBuilder builder = new TableBuilder(name, "");
        try (Reader reader =
                new InputStreamReader(new ByteArrayInputStream(bytes, skip, bytes.length - skip), charset)) {
            for (CSVRecord record : format.parse(reader)) {
                int line = (int) Math.max(1, record.getParser().getCurrentLineNumber());
                builder.row(line, record.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw BadInput.of(Place.ofFile(name), "ingest.csv", String.valueOf(malformed.getMessage()));
        }
        return builder.table();
    }

    private static boolean startsWithMark(byte[] b) {
        return b.length > 2 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf;
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            return Charset.forName("windows-1252");
        }
    }

    /** The separator that most lines hold equally often. */
    private static char separator(List<String> lines) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long[] counts = lines.stream()
                    .limit(40)
                    .filter(line -> !line.isBlank())
                    .mapToLong(line -> line.chars().filter(c -> c == candidate).count())
                    .sorted()
                    .toArray();
            long median = counts.length == 0 ? 0 : counts[counts.length / 2];
            long equal = Stream.of(median)
                    .mapToLong(m ->
                            java.util.Arrays.stream(counts).filter(c -> c == m).count())
                    .sum();
            if (median > 0 && equal * 10 >= counts.length * 6L && (most == 0 || median > most * 3)) {
                best = candidate;
                most = median;
            }
        }
        return best;
    }

    private static List<RawTable> workbook(Path path, String name) {
        List<RawTable> tables = new ArrayList<>();
        try (InputStream in = Files.newInputStream(path);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                TableBuilder builder = new TableBuilder(name, sheet.getName());
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> builder.row(row.getRowNum(), cells(row)));
                }
                if (builder.hasRows()) {
                    tables.add(builder.table());
                }
            }
        } catch (ExcelReaderException | IllegalArgumentException | IOException | UncheckedIOException malformed) {
            throw BadInput.of(Place.ofFile(name), "ingest.excel", String.valueOf(malformed.getMessage()));
        }
        if (tables.isEmpty()) {
            throw BadInput.of(Place.ofFile(name), "ingest.empty");
        }
        return tables;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).map(TableFiles::cell).orElse(""));
        }
        return cells;
    }

    private static String cell(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            LocalDateTime time =
                    cell.asDate().plusNanos(500_000_000).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
            return time.toString();
        }
        return Optional.ofNullable(cell.getRawValue())
                .filter(raw -> cell.getType() == CellType.NUMBER)
                .orElse(cell.getText());
    }

    private static boolean isDate(Cell cell) {
        String format =
                Optional.ofNullable(cell.getDataFormatString()).orElse("").toLowerCase(java.util.Locale.ROOT);
        String plain = format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"", "");
        return plain.contains("yy")
                || plain.contains("d/m")
                || plain.contains("m/d")
                || plain.contains("d-m")
                || plain.contains("h:m");
    }

    /** Finds the header among the first rows and bounds what is kept. */
    private static final class TableBuilder {
        private final String name;
        private final String sheet;
        private final List<String> remarks = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> header = List.of();
        private int firstRow = 1;
        private long cells;

        TableBuilder(String name, String sheet) {
            this.name = name;
            this.sheet = sheet;
        }

        void row(int number, List<String> row) {
            boolean blank = row.stream().allMatch(String::isBlank);
            if (blank) {
                return;
            }
            if (header.isEmpty()) {
                long filled = row.stream().filter(c -> !c.isBlank()).count();
                if (row.getFirst().startsWith("#") || filled < 2) {
                    remarks.add(String.join(" ", row));
                } else {
                    header = unique(row);
                }
                return;
            }
            if (rows.isEmpty()) {
                firstRow = number;
            }
            cells += row.size();
            if (cells > MOST_CELLS || row.size() > MOST_COLUMNS) {
                throw BadInput.of(Place.ofFile(name), "ingest.large", MOST_CELLS);
            }
            rows.add(List.copyOf(row));
        }

        private static List<String> unique(List<String> names) {
            Set<String> seen = new HashSet<>();
            List<String> result = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i).isBlank()
                        ? "column " + (i + 1)
                        : names.get(i).strip();
                result.add(seen.add(name) ? name : name + " " + (i + 1));
            }
            return result;
        }

        boolean hasRows() {
            return !rows.isEmpty();
        }

        RawTable table() {
            if (rows.isEmpty()) {
                throw BadInput.of(Place.ofFile(name), "ingest.empty");
            }
            return new RawTable(name, sheet, remarks, header, rows, firstRow);
        }
    }
}
