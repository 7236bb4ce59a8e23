package org.boucle.app.itfootprint;

import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.Estimate;

/**
 * The result of an inventory as the page shows it.
 *
 * @param header names of the criteria, and {@code units} theirs
 * @param rows the first lines
 * @param quantity items in all
 * @param totals of all lines, by criterion
 * @param lines lines in all
 */
public record ImportTable(
        List<String> header,
        List<String> units,
        List<Row> rows,
        double quantity,
        List<Optional<Estimate>> totals,
        int lines) {
    /** A line: its row in the file, the item, the address of its set-up, how many, and what they weigh together. */
    public record Row(int row, String item, String address, double quantity, List<Optional<Estimate>> cells) {}
}
