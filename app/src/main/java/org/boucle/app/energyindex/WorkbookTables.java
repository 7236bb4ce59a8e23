package org.boucle.app.energyindex;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the sheets of an Excel workbook within limits; what is wrong in it becomes issues, never another exception. */
final class WorkbookTables {
    private final String file;
    private final Limits limits;
    private long cells;

    private WorkbookTables(String file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    static List<SheetTable> read(String file, byte[] content, Limits limits) {
        Place place = Place.ofFile(file);
        if (content.length > limits.bytes()) {
            throw BadInput.of(place, "energyindex.too-large", megabytes(content.length), megabytes(limits.bytes()));
        }
        requireInflatesWithin(place, content, limits);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            return new WorkbookTables(file, limits).read(workbook);
        } catch (BadInput located) {
            throw located;
        } catch (IOException | RuntimeException unreadable) {
            // the reader answers damaged content with whatever it stumbles over
            throw BadInput.of(place, "energyindex.unreadable");
        }
    }

    static String megabytes(long bytes) {
        return Long.toString(Math.ceilDiv(bytes, 1_000_000L));
    }

    /** Unpacks without keeping anything: a small file can hold gigabytes of zeros. */
    private static void requireInflatesWithin(Place place, byte[] content, Limits limits) {
        byte[] buffer = new byte[1 << 16];
        long inflated = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    throw BadInput.of(place, "energyindex.unreadable"); // no workbook packs otherwise
                }
                try (InputStream stream = zip.getInputStream(entry)) {
                    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                        inflated += n;
                        if (inflated > limits.inflated()) {
                            throw BadInput.of(
                                    place, "energyindex.too-large", megabytes(inflated), megabytes(limits.inflated()));
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw BadInput.of(place, "energyindex.unreadable");
        }
    }

    private List<SheetTable> read(ReadableWorkbook workbook) throws IOException {
        List<SheetTable> tables = new ArrayList<>();
        for (org.dhatim.fastexcel.reader.Sheet sheet :
                (Iterable<org.dhatim.fastexcel.reader.Sheet>) workbook.getSheets()::iterator) {
            tables.add(table(sheet));
        }
        return tables;
    }

    private SheetTable table(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        Place place = Place.ofFile(file).withSheet(sheet.getName());
        List<Cell> header = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        boolean understood = Sheet.find(sheet.getName()).isPresent();
        try (Stream<Row> stream = understood ? sheet.openStream() : Stream.empty()) {
            for (Iterator<Row> it = stream.iterator(); it.hasNext(); ) {
                Row row = it.next();
                List<Cell> read = cells(row, place.withRow(row.getRowNum()), header);
                if (read.stream().allMatch(Cell::isEmpty)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header.addAll(read);
                } else {
                    rows.add(read);
                }
            }
        }
        return new SheetTable(sheet.getName(), place, header, rows);
    }

    private List<Cell> cells(Row row, Place place, List<Cell> header) {
        List<Cell> read = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            if (++cells > limits.cells()) {
                throw BadInput.of(place, "energyindex.too-many-cells", limits.cells());
            }
            String title = i < header.size() ? header.get(i).text() : "";
            String letter = letters(i);
            Place at = place.withColumn(title.isEmpty() ? letter : letter + " (" + title + ")");
            read.add(cell(row.getCell(i), at));
        }
        return read;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, Place place) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return new Cell("", false, place);
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new Cell("=" + cell.getFormula(), true, place);
        }
        if (cell.getType() == CellType.NUMBER) {
            return new Cell(plain(cell.getRawValue()), false, place);
        }
        String text = cell.getText();
        return new Cell(text == null ? "" : text.strip(), false, place);
    }

    /** Excel writes 0.1 as 0.10000000000000001: back to the double and its shortest form. */
    private static String plain(String raw) {
        try {
            double value = Double.parseDouble(raw);
            return Double.isFinite(value)
                    ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                    : raw;
        } catch (NumberFormatException text) {
            return raw;
        }
    }

    /** 0 is A, 26 is AA. */
    static String letters(int column) {
        String rest = Character.toString('A' + column % 26);
        return column < 26 ? rest : letters(column / 26 - 1) + rest;
    }

    static byte[] readAtMost(InputStream stream, long bytes) throws IOException {
        return stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, bytes + 1));
    }
}
