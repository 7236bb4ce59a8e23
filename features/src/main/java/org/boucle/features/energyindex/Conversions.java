package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.boucle.core.data.ReferenceTable;

/**
 * The versioned, sourced table that turns energy vectors into primary energy and CO2, per scheme and period. The rows
 * are data ({@code data/energyindex/primary-energy.csv}); only energy that is already primary needs none.
 */
public record Conversions(List<Conversion> rows) {

    private static final String ALREADY_PRIMARY = "stated as primary energy";

    public Conversions {
        rows = List.copyOf(rows);
    }

    /** No table: only energy stated as primary energy can be read. */
    public static Conversions primaryOnly() {
        return new Conversions(List.of());
    }

    /** The table that ships with the product. */
    public static Conversions shipped() {
        return new Conversions(ReferenceTable.of("energyindex/primary-energy.csv").rows().stream()
                .map(Conversions::row)
                .toList());
    }

    private static Conversion row(ReferenceTable.Row row) {
        return new Conversion(
                row.text("scheme"),
                row.text("vector"),
                row.text("unit"),
                row.number("gj_per_unit"),
                row.number("primary_factor"),
                row.findNumber("co2_kg_per_unit"),
                (int) row.number("valid_from"),
                (int) row.number("valid_to"),
                row.text("source") + " (" + row.text("confidence") + ")");
    }

    public Optional<Conversion> find(String scheme, VectorUse use, int year) {
        if (use.vector().equals(VectorUse.PRIMARY)) {
            return primary(scheme, use.unit());
        }
        return rows.stream()
                .filter(c -> c.scheme().equals(scheme)
                        && c.vector().equals(use.vector())
                        && c.unit().equals(use.unit())
                        && c.holdsIn(year))
                .findFirst();
    }

    private static Optional<Conversion> primary(String scheme, String unit) {
        for (EnergyUnit known : EnergyUnit.values()) {
            if (known.symbol().equals(unit)) {
                return Optional.of(new Conversion(
                        scheme,
                        VectorUse.PRIMARY,
                        unit,
                        known.gigajoules(),
                        1,
                        OptionalDouble.empty(),
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE,
                        ALREADY_PRIMARY));
            }
        }
        return Optional.empty();
    }

    public List<String> schemes() {
        return rows.stream().map(Conversion::scheme).distinct().toList();
    }

    /** The vectors that a scheme knows, the primary one first. */
    public List<String> vectors(String scheme) {
        List<String> known = new ArrayList<>(List.of(VectorUse.PRIMARY));
        known.addAll(rows.stream()
                .filter(c -> c.scheme().equals(scheme))
                .map(Conversion::vector)
                .distinct()
                .toList());
        return List.copyOf(known);
    }

    /** The units in which a scheme converts a vector. */
    public List<String> units(String scheme, String vector) {
        TreeSet<String> units = new TreeSet<>();
        if (vector.equals(VectorUse.PRIMARY)) {
            for (EnergyUnit unit : EnergyUnit.values()) {
                units.add(unit.symbol());
            }
        }
        rows.stream()
                .filter(c -> c.scheme().equals(scheme) && c.vector().equals(vector))
                .forEach(c -> units.add(c.unit()));
        return List.copyOf(units);
    }
}
