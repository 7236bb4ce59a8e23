package org.boucle.app.energytwin;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that stands beside a chart: opened in the side panel, on its own page without scripts, or saved as CSV.
 *
 * @param title what it shows
 * @param head names of the columns, with units
 * @param rows texts of the cells, as the user's language writes them
 * @param note source and method
 * @param csv where its CSV is
 */
public record Table(String title, List<String> head, List<List<String>> rows, String note, String csv) {
    public Table {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** The rows as RFC 4180 text with plain decimal points. */
    static String csv(List<String> head, List<List<String>> rows) {
        StringBuilder out = new StringBuilder(line(head));
        rows.forEach(row -> out.append(line(row)));
        return out.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("[^\",\\n;]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
