package org.boucle.features.itfootprint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.core.data.ReferenceTable;

/** The known graphics processors. */
final class GpuTable {
    private static final double NAME_THRESHOLD = 80;

    /** A card; lengths in km, masses in kg, power in W. */
    record Row(
            String name,
            String manufacturer,
            double vram,
            double vramDies,
            double die,
            double board,
            double boat,
            double truck,
            double plane,
            double casing,
            double heatsink,
            double weight,
            double tdp,
            String source) {}

    private final List<Row> rows;
    private final NameIndex names;

    GpuTable(ReferenceTable table) {
        rows = table.rows().stream().map(GpuTable::row).toList();
        names = NameIndex.byWords(rows.stream().map(Row::name).toList(), NAME_THRESHOLD);
    }

    private static Row row(ReferenceTable.Row row) {
        return new Row(
                row.text("name"),
                row.text("manufacturer"),
                row.number("vram_gb"),
                row.number("vram_dies"),
                row.number("die_mm2"),
                row.number("board_cm2"),
                row.number("boat_km"),
                row.number("truck_km"),
                row.number("plane_km"),
                row.number("casing_kg"),
                row.number("heatsink_kg"),
                row.number("weight_kg"),
                row.number("tdp_w"),
                row.text("source"));
    }

    List<Row> rows() {
        return rows;
    }

    Optional<Row> find(String name) {
        return names.find(name).stream().mapToObj(rows::get).findFirst();
    }

    /** The card of that name, else the first that shares a model such as {@code a100} with it. */
    Optional<Row> findModel(String name) {
        Optional<Row> exact = find(name);
        if (exact.isPresent() || name.length() > 200) {
            return exact;
        }
        List<String> models = models(name);
        return rows.stream()
                .filter(row -> models(row.name()).stream().anyMatch(models::contains))
                .findFirst();
    }

    private static List<String> models(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[\\s/-]+"))
                .filter(word -> word.matches("[a-z]{1,3}\\d{1,4}[a-z]?"))
                .toList();
    }

    /** Thermal design power of a card of which nothing is known: the median of the table, between its extremes, in W. */
    Estimate usualPower() {
        double[] powers = rows.stream().mapToDouble(Row::tdp).sorted().toArray();
        return new Estimate(powers[powers.length / 2], powers[0], powers[powers.length - 1]);
    }
}
