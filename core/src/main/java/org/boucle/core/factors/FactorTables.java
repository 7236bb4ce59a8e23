package org.boucle.core.factors;

import java.util.ArrayList;
import java.util.List;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.units.Unit;

/** Reads the shipped tables of factors. */
final class FactorTables {
    /** In order of preference where two tables would answer alike; those under {@code apart} are shared alike. */
    static final List<String> NAMES = List.of(
            "electricity",
            "fuels",
            "materials",
            "water",
            "waste",
            "freight",
            "travel",
            "gases",
            "spend",
            "energy_content",
            "apart/electricity_maps",
            "apart/electricity_ember");

    private FactorTables() {}

    static List<Factor> readShipped() {
        List<Factor> factors = new ArrayList<>();
        for (String name : NAMES) {
            ReferenceTable.of("factors/" + name + ".csv").rows().forEach(row -> factors.add(factor(row)));
        }
        factors.addAll(DigitalTables.read(Geographies.shipped()));
        return factors;
    }

    private static Factor factor(ReferenceTable.Row row) {
        return new Factor(
                row.text("id"),
                row.text("code"),
                new Name(row.text("name_fr"), row.text("name_en")),
                row.text("impact"),
                row.number("value"),
                Unit.parse(row.text("unit")),
                Geography.of(row.text("geography")),
                new Period((int) row.number("year_first"), (int) row.number("year_last")),
                Boundary.valueOf(row.text("boundary")),
                GwpSet.valueOf(row.text("gwp")),
                uncertainty(row.text("uncertainty")),
                new Source(row.text("source"), row.text("reference"), row.text("licence")));
    }

    /** {@code pm:20} per cent at 95 %, {@code gsd:1.3}, {@code minmax:0.9:1.2}, {@code assumed:1.2}, or nothing. */
    static Uncertainty uncertainty(String text) {
        String[] parts = text.split(":");
        return switch (parts[0]) {
            case "" -> Uncertainty.unknown();
            case "pm" -> Uncertainty.plusMinus(Double.parseDouble(parts[1]));
            case "gsd" -> Uncertainty.lognormal(Double.parseDouble(parts[1]));
            case "minmax" -> Uncertainty.minMax(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            case "assumed" ->
                Uncertainty.assumed(
                        Double.parseDouble(parts[1]), "The source states no spread; assumed by kind of factor");
            default -> throw new IllegalArgumentException("Not an uncertainty: '" + text + "'");
        };
    }
}
