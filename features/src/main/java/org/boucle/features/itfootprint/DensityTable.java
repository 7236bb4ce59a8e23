package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.data.ReferenceTable;

/** Densities of memory or flash, in GB per cm² of die, by maker and by process (memory) or layers (flash). */
final class DensityTable {
    private static final double MAKER_THRESHOLD = 79;

    /** @param step process in nm or number of layers */
    record Row(String manufacturer, double step, double density, String source) {}

    private final List<Row> rows;
    private final NameIndex makers;

    DensityTable(ReferenceTable table, String stepColumn, String sourceColumn) {
        rows = table.rows().stream()
                .map(row -> new Row(
                        row.text("manufacturer"),
                        row.number(stepColumn),
                        row.number("density_gb_cm2"),
                        row.text(sourceColumn)))
                .toList();
        makers = NameIndex.weighted(manufacturers(), MAKER_THRESHOLD);
    }

    List<String> manufacturers() {
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        rows.forEach(row -> distinct.add(row.manufacturer()));
        return List.copyOf(distinct);
    }

    Optional<String> findMaker(String text) {
        return makers.find(text).stream().mapToObj(makers.names()::get).findFirst();
    }

    List<Row> rows(Optional<String> maker, OptionalDouble step) {
        if (maker.isEmpty() && step.isEmpty()) {
            return rows;
        }
        List<Row> found = new ArrayList<>();
        for (Row row : rows) {
            boolean same = maker.isEmpty() || row.manufacturer().equals(maker.get());
            if (same && (step.isEmpty() || row.step() == step.getAsDouble())) {
                found.add(row);
            }
        }
        return found;
    }
}
