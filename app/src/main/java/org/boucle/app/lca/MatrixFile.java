package org.boucle.app.lca;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.boucle.core.impact.solver.SparseMatrix;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;

/** A sparse matrix as text: one entry a line, row, column, value from 0, with or without a heading, plain or gzipped. */
final class MatrixFile {
    /** Larger indices are taken for a mistake: they would fill the memory with empty lines. */
    static final int LARGEST_INDEX = 1_000_000;

    private static final int LONGEST_LINE = 500;
    private static final int MOST_ENTRIES = 50_000_000;

    private final String name;
    private final Issues issues;
    private int[] rowOf = new int[1024];
    private int[] columnOf = new int[1024];
    private double[] valueOf = new double[1024];
    private boolean heading = true;
    private int entries;
    private int rows;
    private int columns;

    private MatrixFile(String name, Issues issues) {
        this.name = name;
        this.issues = issues;
    }

    /** Reads a file; what is wrong in it is added to the issues, line by line. */
    static MatrixFile read(Path file, Issues issues) {
        MatrixFile matrix = new MatrixFile(String.valueOf(file.getFileName()), issues);
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = matrix.name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            matrix.readAll(reader);
        } catch (NoSuchFileException missing) {
            issues.add(Place.ofFile(matrix.name), "lca.missing");
        } catch (IOException unreadable) {
            issues.add(Place.ofFile(matrix.name), "lca.unreadable", unreadable.getMessage());
        }
        return matrix;
    }

    String name() {
        return name;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    SparseMatrix toMatrix(int allRows, int allColumns) {
        return SparseMatrix.of(
                allRows,
                allColumns,
                Arrays.copyOf(rowOf, entries),
                Arrays.copyOf(columnOf, entries),
                Arrays.copyOf(valueOf, entries));
    }

    private void readAll(BufferedReader reader) throws IOException {
        int number = 0;
        for (Optional<String> line = next(reader); line.isPresent(); line = next(reader)) {
            number++;
            if (line.get().length() > LONGEST_LINE) {
                issues.add(Place.ofRow(name, number), "lca.long", LONGEST_LINE);
            } else if (!line.get().isBlank() && !line.get().startsWith("#")) {
                take(line.get(), number);
            }
            if (entries > MOST_ENTRIES) {
                issues.add(Place.ofFile(name), "lca.many", MOST_ENTRIES);
                return;
            }
        }
        if (entries == 0) {
            issues.add(Place.ofFile(name), "lca.empty");
        }
    }

    /** A line without its end, cut off one character past the longest allowed; absent at the end of the file. */
    private static Optional<String> next(BufferedReader reader) throws IOException {
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() <= LONGEST_LINE && c != '\r' && c != '\uFEFF') {
                line.append((char) c);
            }
        }
        return Optional.of(line.toString());
    }

    private void take(String line, int number) {
        String[] cells = cells(line);
        Place place = Place.ofRow(name, number);
        if (cells.length != 3) {
            issues.add(place, "lca.cells", cells.length);
            return;
        }
        boolean first = heading;
        heading = false;
        if (first && parse(cells[0]).isEmpty() && parse(cells[2]).isEmpty()) {
            return;
        }
        int row = index(cells[0], place.withColumn("row"));
        int column = index(cells[1], place.withColumn("column"));
        Optional<Double> value = parse(cells[2]).filter(Double::isFinite);
        if (value.isEmpty()) {
            issues.add(place.withColumn("value"), "lca.number", cells[2].strip());
        } else if (row >= 0 && column >= 0) {
            add(row, column, value.get());
        }
    }

    /** Cells between semicolons or tabs, where numbers may carry a decimal comma, else between commas. */
    private static String[] cells(String line) {
        char separator = line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
        String[] cells = line.split(String.valueOf(separator), -1);
        for (int c = 0; c < cells.length; c++) {
            String cell = cells[c].strip();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            String bare = quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
            cells[c] = separator == ',' ? bare : bare.replace(',', '.');
        }
        return cells;
    }

    private int index(String cell, Place place) {
        Optional<Double> value = parse(cell);
        if (value.isEmpty()
                || value.get() != Math.rint(value.get())
                || value.get() < 0
                || value.get() > LARGEST_INDEX) {
            issues.add(place, "lca.index", cell.strip(), LARGEST_INDEX);
            return -1;
        }
        return (int) (double) value.get();
    }

    private static Optional<Double> parse(String cell) {
        try {
            return Optional.of(Double.valueOf(cell.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void add(int row, int column, double value) {
        if (entries == rowOf.length) {
            rowOf = Arrays.copyOf(rowOf, 2 * entries);
            columnOf = Arrays.copyOf(columnOf, 2 * entries);
            valueOf = Arrays.copyOf(valueOf, 2 * entries);
        }
        rowOf[entries] = row;
        columnOf[entries] = column;
        valueOf[entries++] = value;
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
    }
}
