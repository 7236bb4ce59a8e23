package org.boucle.features.territory.intake;

import java.util.Map;
import java.util.Optional;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;

/**
 * One row as entered.
 *
 * @param place of the row
 * @param cells by column, empty ones left out
 * @param language in whose marks texts write numbers
 */
public record Cells(Place place, Map<String, Cell> cells, Language language) {
    public Cells {
        cells = Map.copyOf(cells);
    }

    /**
     * One cell.
     *
     * @param isNumber whether the table itself holds a number, so that the text is plain decimal
     */
    public record Cell(String text, boolean isNumber) {
        public static Cell text(String text) {
            return new Cell(text.strip(), false);
        }

        public static Cell number(String plain) {
            return new Cell(plain, true);
        }
    }

    public String text(String column) {
        return Optional.ofNullable(cells.get(column)).map(Cell::text).orElse("");
    }

    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    public Place at(String column) {
        return place.withColumn(column);
    }

    /** The number of a cell, or empty where it is none. */
    public Optional<Double> findNumber(String column) {
        Cell cell = cells.get(column);
        if (cell == null) {
            return Optional.empty();
        }
        if (cell.isNumber()) {
            double value = Double.parseDouble(cell.text());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        }
        return Quantity.findNumber(cell.text(), language);
    }
}
