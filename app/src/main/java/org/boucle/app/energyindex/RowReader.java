package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.boucle.app.energyindex.Sheet.Column;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;

/** Gives a sheet's rows by named column, and collects what is wrong with single cells. */
final class RowReader {
    private final SheetTable table;
    private final Issues issues;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final Map<Integer, Integer> years = new TreeMap<>();

    RowReader(Sheet sheet, SheetTable table, Issues issues) {
        this.table = table;
        this.issues = issues;
        for (int i = 0; i < table.header().size(); i++) {
            locate(sheet, table.header().get(i), i);
        }
        for (Column column : sheet.columns()) {
            if (column.needed() && !positions.containsKey(column)) {
                issues.add(table.place().withRow(1), "energyindex.column-missing", titles(column), headers());
            }
        }
    }

    private static String titles(Column column) {
        String english = column.title(org.boucle.core.text.Language.EN);
        String french = column.title(org.boucle.core.text.Language.FR);
        return english.equals(french) ? english : french + " / " + english;
    }

    private String headers() {
        return String.join(
                ", ",
                table.header().stream()
                        .map(Cell::text)
                        .filter(t -> !t.isEmpty())
                        .toList());
    }

    private void locate(Sheet sheet, Cell header, int position) {
        if (header.isEmpty()) {
            return;
        }
        if (header.formula()) {
            issues.add(header.place(), "energyindex.formula", header.text());
            return;
        }
        Optional<Integer> year = sheet.hasYears() ? year(header.text()) : Optional.empty();
        if (year.isPresent()) {
            if (years.putIfAbsent(year.get(), position) != null) {
                issues.add(header.place(), "energyindex.year-twice", Integer.toString(year.get()));
            }
            return;
        }
        Optional<Column> column = sheet.columns().stream()
                .filter(c -> c != Column.YEARS && c.isNamed(header.text()))
                .findFirst();
        if (column.isEmpty()) {
            issues.add(header.place(), "energyindex.column-unknown", header.text());
        } else if (positions.putIfAbsent(column.get(), position) != null) {
            issues.add(header.place(), "energyindex.column-twice", header.text());
        }
    }

    private static Optional<Integer> year(String text) {
        return text.matches("[12][0-9]{3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(table.rows().size());
        for (List<Cell> row : table.rows()) {
            lines.add(new Line(row));
        }
        return lines;
    }

    /** One row. A cell that cannot be read is an issue and then counts as absent. */
    final class Line {
        private final List<Cell> cells;
        private final Set<Column> faulty = new HashSet<>();

        private Line(List<Cell> cells) {
            this.cells = cells;
        }

        Place place() {
            return cells.getFirst().place().withColumn("");
        }

        Place place(Column column) {
            Integer position = positions.get(column);
            boolean there = position != null && position < cells.size();
            if (there && !cells.get(position).place().column().isEmpty()) {
                return cells.get(position).place();
            }
            String title = position == null
                    ? titles(column)
                    : table.header().get(position).text();
            return place().withColumn(title);
        }

        private Cell cell(Integer position) {
            return position == null || position >= cells.size() ? new Cell("", false, place()) : cells.get(position);
        }

        boolean isFaulty(Column column) {
            return faulty.contains(column);
        }

        /** The text, empty where there is none; a formula is an issue. */
        String text(Column column) {
            Cell cell = cell(positions.get(column));
            if (cell.formula()) {
                fault(column, cell.place(), "energyindex.formula", cell.text());
                return "";
            }
            return cell.text();
        }

        /** The text of a column that is needed; an empty one is an issue. */
        String needed(Column column) {
            String text = text(column);
            if (text.isEmpty() && !isFaulty(column) && positions.containsKey(column)) {
                fault(column, place(column), "energyindex.missing");
            }
            return text;
        }

        OptionalDouble number(Column column) {
            String text = text(column);
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            OptionalDouble number = RowReader.number(text);
            if (number.isEmpty()) {
                fault(column, place(column), "energyindex.not-a-number", text);
            } else if (number.getAsDouble() < 0) {
                fault(column, place(column), "energyindex.negative", text);
                return OptionalDouble.empty();
            }
            return number;
        }

        OptionalInt year(Column column) {
            String text = text(column);
            if (text.isEmpty()) {
                return OptionalInt.empty();
            }
            Optional<Integer> year = RowReader.year(text);
            if (year.isEmpty()) {
                fault(column, place(column), "energyindex.not-a-year", text);
            }
            return year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(year.get());
        }

        /** The numbers under the years, with their places. */
        Map<Integer, YearCell> years() {
            Map<Integer, YearCell> all = new LinkedHashMap<>();
            years.forEach((year, position) -> {
                Cell cell = cell(position);
                if (cell.formula()) {
                    issues.add(cell.place(), "energyindex.formula", cell.text());
                } else if (!cell.isEmpty()) {
                    OptionalDouble number = RowReader.number(cell.text());
                    if (number.isEmpty()) {
                        issues.add(cell.place(), "energyindex.not-a-number", cell.text());
                    } else if (number.getAsDouble() < 0) {
                        issues.add(cell.place(), "energyindex.negative", cell.text());
                    } else {
                        all.put(year, new YearCell(number.getAsDouble(), cell.place()));
                    }
                }
            });
            return all;
        }

        void fault(Column column, Place at, String code, Object... arguments) {
            faulty.add(column);
            issues.add(at, code, arguments);
        }

        void fault(Column column, String code, Object... arguments) {
            fault(column, place(column), code, arguments);
        }
    }

    /** A number of a year. */
    record YearCell(double value, Place place) {}

    /** Plain decimal notation with a point; thousands may be parted by spaces. */
    static OptionalDouble number(String text) {
        String plain = text.replaceAll("[\\s\\u00A0\\u202F]", "");
        if (!plain.matches("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]{1,3})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
