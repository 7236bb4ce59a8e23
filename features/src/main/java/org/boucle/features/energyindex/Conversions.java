package org.boucle.features.energyindex;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
                        0,
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
        List<String> known = new java.util.ArrayList<>(List.of(VectorUse.PRIMARY));
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
