package org.boucle.app.itfootprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * An inventory of equipment from CSV or Excel: a header with {@code kind}, {@code quantity} and the fields of the
 * configurators, one item a row. All or nothing: every fault is told with its row and column.
 */
record Inventory(List<Line> lines) {
    static final int MOST_LINES = 10_000;

    /** Items of one set-up, and their row in the file. */
    record Line(int row, Setup setup, double quantity) {}

    /** What a line or the whole weighs. */
    record Result(List<Weighed> lines, Map<Criterion, Estimate> totals) {}

    /** A line and its impacts, all items together. */
    record Weighed(Line line, Map<Criterion, Estimate> totals) {}

    /** Reads a file; one that starts as a ZIP archive is taken for Excel. */
    static Inventory read(String name, byte[] content, Language language) {
        boolean excel = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        return of(name, excel ? excel(name, content) : csv(name, content), language);
    }

    private static List<List<String>> csv(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).replace("\ufeff", "");
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get();
        try (InputStream bytes = new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                CSVParser parser = format.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                rows.add(line.toList());
            }
            return rows;
        } catch (IOException | UncheckedIOException malformed) {
            throw BadInput.of(Place.ofFile(name), "it.file");
        }
    }

    private static List<List<String>> excel(String name, byte[] content) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new java.io.ByteArrayInputStream(content));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<List<String>> read = new ArrayList<>();
            rows.limit(MOST_LINES + 2L).forEach(row -> {
                // a file leaves empty rows out: they count for the place of a fault
                while (read.size() < Math.min(row.getRowNum() - 1, MOST_LINES + 2)) {
                    read.add(List.of());
                }
                read.add(row.stream().map(Inventory::text).toList());
            });
            return read;
        } catch (IOException | RuntimeException malformed) {
            throw BadInput.of(Place.ofFile(name), "it.file");
        }
    }

    private static String text(Cell cell) {
        return cell == null ? "" : cell.getText().strip();
    }

    private static Inventory of(String name, List<List<String>> rows, Language language) {
        if (rows.size() < 2 || !rows.getFirst().contains("kind")) {
            throw BadInput.of(Place.ofFile(name), "it.header");
        }
        if (rows.size() - 1 > MOST_LINES) {
            throw BadInput.of(Place.ofFile(name), "it.items", MOST_LINES);
        }
        Issues issues = new Issues();
        List<Line> lines = new ArrayList<>();
        List<String> header = rows.getFirst();
        for (int i = 1; i < rows.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int k = 0; k < Math.min(header.size(), rows.get(i).size()); k++) {
                cells.put(header.get(k), rows.get(i).get(k));
            }
            if (cells.values().stream().allMatch(String::isEmpty)) {
                continue;
            }
            Place place = Place.ofRow(name, i + 1);
            line(cells, i + 1, place, language, issues).ifPresent(lines::add);
        }
        issues.throwIfAny();
        return new Inventory(List.copyOf(lines));
    }

    private static Optional<Line> line(
            Map<String, String> cells, int row, Place place, Language language, Issues issues) {
        String written = cells.getOrDefault("quantity", "");
        Optional<Double> quantity = written.isEmpty() ? Optional.of(1.0) : Quantity.findNumber(written, language);
        if (quantity.filter(q -> q >= 0 && q <= 1e9).isEmpty()) {
            issues.add(place.withColumn("quantity"), "it.number", written, 0, "1e9");
            return Optional.empty();
        }
        try {
            Setup setup = Setup.of(
                    cells.getOrDefault("kind", ""),
                    field -> Optional.ofNullable(cells.get(field)).filter(text -> !text.isEmpty()),
                    language);
            return Optional.of(new Line(row, setup, quantity.get()));
        } catch (BadInput bad) {
            bad.issues().forEach(issue -> issues.add(moved(issue, place)));
            return Optional.empty();
        }
    }

    private static Issue moved(Issue issue, Place place) {
        return new Issue(place.withColumn(issue.place().column()), issue.code(), issue.arguments());
    }

    /** Weighs every line; equal set-ups are computed once. */
    Result weigh(String name, ItFootprint engine) {
        Issues issues = new Issues();
        Map<String, Assessment> known = new LinkedHashMap<>();
        List<Weighed> weighed = new ArrayList<>();
        Map<Criterion, Estimate> totals = new EnumMap<>(Criterion.class);
        for (Line line : lines) {
            try {
                Assessment assessment = known.computeIfAbsent(
                        line.setup().address(), address -> line.setup().assess(engine, false));
                Map<Criterion, Estimate> own = new EnumMap<>(Criterion.class);
                for (Criterion criterion : assessment.impacts().keySet()) {
                    assessment.findTotal(criterion).ifPresent(one -> own.put(criterion, one.times(line.quantity())));
                }
                own.forEach((criterion, sum) -> totals.merge(criterion, sum, Estimate::plus));
                weighed.add(new Weighed(line, own));
            } catch (BadInput bad) {
                bad.issues().forEach(issue -> issues.add(moved(issue, Place.ofRow(name, line.row()))));
            }
        }
        issues.throwIfAny();
        return new Result(weighed, totals);
    }
}
