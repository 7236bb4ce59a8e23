package org.boucle.app.ingest;

import java.util.List;
import org.boucle.features.telemetry.ColumnMapping;
import org.boucle.features.telemetry.ImportMapping;
import org.boucle.features.telemetry.RawTable;

/**
 * What the page of a mapping shows.
 *
 * @param sheets the sheets of the workbook that hold rows; one without a name for a text file
 */
public record ImportView(RawTable table, List<String> sheets, ImportMapping mapping, String site, boolean leaveBad) {
    /** The columns that the page shows. */
    public List<ColumnMapping> columns() {
        return mapping.columns().stream().limit(ImportPages.MOST_COLUMNS).toList();
    }

    public int hiddenColumns() {
        return Math.max(0, mapping.columns().size() - ImportPages.MOST_COLUMNS);
    }

    /** The first cells of a column, so that one sees what is mapped. */
    public String sample(String column) {
        int index = table.column(column);
        return String.join(
                " · ",
                table.rows().stream()
                        .limit(3)
                        .map(row -> index >= 0 && index < row.size() ? row.get(index) : "")
                        .toList());
    }
}
