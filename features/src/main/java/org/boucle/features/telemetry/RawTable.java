package org.boucle.features.telemetry;

import java.util.List;

/**
 * A stranger's table as text, before anybody knows what it means.
 *
 * @param file its name, for issues
 * @param sheet its sheet in a workbook, empty for a text file
 * @param remarks lines before the header that are no rows
 * @param header one name for each column, made unique
 * @param rows cells as text, at most as many as the header has names
 * @param firstRow number of the first row as the user counts lines, from 1
 */
public record RawTable(
        String file, String sheet, List<String> remarks, List<String> header, List<List<String>> rows, int firstRow) {
    public RawTable {
        remarks = List.copyOf(remarks);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** The cell of a row, empty where the row is short. */
    public String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    public int column(String name) {
        return header.indexOf(name);
    }
}
