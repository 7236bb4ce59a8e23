package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/**
 * One's own CSV or Excel in the schema of the shipped tables: {@code code, name, value, unit, source} are required;
 * {@code id, name_fr, name_en, impact, geography, year, boundary, gwp, uncertainty, reference, licence} have defaults.
 */
final class OwnTable {
    private static final List<String> REQUIRED = List.of("code", "value", "unit", "source");

    private final Issues issues;
    private final List<Factor> factors = new ArrayList<>();

    private OwnTable(Issues issues) {
        this.issues = issues;
    }

    static ImportedFile read(String name, List<SheetFile.Row> rows, Issues issues) {
        OwnTable table = new OwnTable(issues);
        if (rows.isEmpty()) {
            issues.add(Place.ofFile(name), "import.empty");
        } else if (table.hasColumns(rows.getFirst())) {
            rows.forEach(table::add);
        }
        issues.throwIfAny();
        return new ImportedFile(
                table.factors, ImportReport.ofTable("CSV or Excel", rows.size(), table.factors.size(), 0, List.of()));
    }

    private boolean hasColumns(SheetFile.Row first) {
        boolean all = true;
        for (String column : REQUIRED) {
            if (!first.cells().containsKey(column)) {
                issues.add(first.place().withRow(1).withColumn(column), "import.column", column);
                all = false;
            }
        }
        return all;
    }

    private void add(SheetFile.Row row) {
        long before = issues.count();
        String code = required(row, "code");
        String source = required(row, "source");
        double value = number(row, "value");
        Unit unit = unit(row);
        String impact = impact(row);
        Geography geography = geography(row);
        Period period = period(row);
        Boundary boundary = choice(row, "boundary", Boundary.class, Boundary.CRADLE_TO_GATE);
        GwpSet gwp = choice(row, "gwp", GwpSet.class, GwpSet.UNSTATED);
        Uncertainty uncertainty = uncertainty(row);
        if (issues.count() > before) {
            return;
        }
        String name = orElse(row, "name", code);
        String id = orElse(
                row,
                "id",
                Importers.slug(source + " " + code + " " + impact + " " + geography + " " + period + " " + boundary
                        + " " + unit.symbol()));
        factors.add(new Factor(
                id,
                code.toLowerCase(Locale.ROOT),
                new Name(orElse(row, "name_fr", name), orElse(row, "name_en", name)),
                impact,
                value,
                unit,
                geography,
                period,
                boundary,
                gwp,
                uncertainty,
                new Source(source, row.text("reference"), orElse(row, "licence", "not stated"))));
    }

    private String required(SheetFile.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty() || text.length() > 300) {
            issues.add(row.place().withColumn(column), "import.missing", column);
        }
        return text;
    }

    private double number(SheetFile.Row row, String column) {
        Optional<Double> number = Quantity.findNumber(row.text(column), Language.EN);
        if (number.isEmpty()) {
            issues.add(row.place().withColumn(column), "import.number", row.text(column));
        }
        return number.orElse(0.0);
    }

    /** A unit of the flow, also written as {@code kg CO2e/kWh}. */
    private Unit unit(SheetFile.Row row) {
        String text = row.text("unit");
        int slash = text.lastIndexOf('/');
        Optional<Unit> unit = text.isEmpty()
                ? Optional.empty()
                : Units.find(
                        text.toLowerCase(Locale.ROOT).startsWith("kg") && slash > 0 ? text.substring(slash + 1) : text);
        if (unit.isEmpty()) {
            issues.add(row.place().withColumn("unit"), "import.unit", text);
        }
        return unit.orElse(Units.KILOGRAM);
    }

    private String impact(SheetFile.Row row) {
        String impact = orElse(row, "impact", "ghg");
        if (ImpactCategory.find(impact).isEmpty()) {
            issues.add(row.place().withColumn("impact"), "import.impact", impact);
        }
        return impact;
    }

    private Geography geography(SheetFile.Row row) {
        String text = orElse(row, "geography", "WORLD");
        Optional<Geography> found = Geographies.shipped().find(text);
        if (found.isEmpty()) {
            issues.add(row.place().withColumn("geography"), "import.place", text);
        }
        return found.orElse(Geography.WORLD);
    }

    private Period period(SheetFile.Row row) {
        String year = orElse(row, "year", orElse(row, "year_first", "2020"));
        String last = orElse(row, "year_last", year);
        if (!year.matches("(19|20|21)\\d\\d") || !last.matches("(19|20|21)\\d\\d") || last.compareTo(year) < 0) {
            issues.add(row.place().withColumn("year"), "import.year", year + " " + last);
            return Period.of(2020);
        }
        return new Period(Integer.parseInt(year), Integer.parseInt(last));
    }

    private <E extends Enum<E>> E choice(SheetFile.Row row, String column, Class<E> type, E otherwise) {
        String text = row.text(column).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        issues.add(row.place().withColumn(column), "import.boundary", text);
        return otherwise;
    }

    private Uncertainty uncertainty(SheetFile.Row row) {
        String text = row.text("uncertainty");
        try {
            return text.isEmpty() ? Uncertainty.unknown() : parsed(text.split(":"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            issues.add(row.place().withColumn("uncertainty"), "import.spread", text);
            return Uncertainty.unknown();
        }
    }

    private static Uncertainty parsed(String[] parts) {
        return switch (parts[0]) {
            case "pm" -> Uncertainty.plusMinus(Double.parseDouble(parts[1]));
            case "gsd" -> Uncertainty.lognormal(Double.parseDouble(parts[1]));
            case "assumed" -> Uncertainty.assumed(Double.parseDouble(parts[1]), "assumed by the importing table");
            case "minmax" -> Uncertainty.minMax(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            default ->
                Uncertainty.plusMinus(
                        Double.parseDouble(parts[0].replace("%", "").strip()));
        };
    }

    private static String orElse(SheetFile.Row row, String column, String otherwise) {
        String text = row.text(column);
        return text.isEmpty() ? otherwise : text;
    }
}
