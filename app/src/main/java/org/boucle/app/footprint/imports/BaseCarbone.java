package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.input.Issues;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/**
 * The CSV layout of ADEME's Base Carbone: one row per element ({@code Elément}) or component ({@code Poste}); archived
 * rows and components are left out, biogenic CO2 goes apart, uncertainty is per cent at 95 %. A row in a unit that Boucle
 * does not know is counted as skipped and said so; a value that is no number is an error.
 */
final class BaseCarbone {
    private final Issues issues;
    private final List<Factor> factors = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int skipped;

    private BaseCarbone(Issues issues) {
        this.issues = issues;
    }

    static boolean isHeader(List<SheetFile.Row> rows) {
        return !rows.isEmpty()
                && rows.getFirst().cells().containsKey("total poste non décomposé")
                && rows.getFirst().cells().containsKey("nom base français");
    }

    static ImportedFile read(List<SheetFile.Row> rows, Issues issues) {
        BaseCarbone base = new BaseCarbone(issues);
        rows.forEach(base::add);
        issues.throwIfAny();
        return new ImportedFile(
                base.factors,
                ImportReport.ofTable(
                        "Base Carbone CSV",
                        rows.size(),
                        base.factors.size(),
                        base.skipped,
                        base.notes.stream().distinct().limit(100).toList()));
    }

    private void add(SheetFile.Row row) {
        boolean component = row.text("type ligne").toLowerCase(Locale.ROOT).startsWith("poste");
        boolean archived =
                row.text("statut de l'élément").toLowerCase(Locale.ROOT).startsWith("archiv");
        if (component || archived) {
            skipped++;
            return;
        }
        Optional<Unit> unit = unit(row.text("unité français"));
        if (unit.isEmpty()) {
            skipped++;
            notes.add("Unit left out: " + row.text("unité français"));
            return;
        }
        String key = row.text("identifiant de l'élément");
        if (key.isEmpty() || key.length() > 60) {
            issues.add(
                    row.place().withColumn("identifiant de l'élément"), "import.missing", "Identifiant de l'élément");
            return;
        }
        number(row, "total poste non décomposé").ifPresent(value -> keep(row, key, "ghg", value, unit.get()));
        if (!row.text("co2b").isEmpty()) {
            number(row, "co2b")
                    .filter(v -> v != 0)
                    .ifPresent(value -> keep(row, key, "carbon.biogenic", value, unit.get()));
        }
    }

    private void keep(SheetFile.Row row, String key, String impact, double value, Unit unit) {
        HeatingValue heating = HeatingValue.of(row.text("unité français"));
        String fr = name(row, "français") + heating.fr();
        String en = name(row, "anglais");
        String category = row.text("code de la catégorie");
        String code = "basecarbone." + Importers.slug(category.isEmpty() ? fr : category.split(">")[0]) + "."
                + Importers.slug(key) + heating.suffix();
        factors.add(new Factor(
                "basecarbone-" + Importers.slug(key) + (impact.equals("ghg") ? "" : "-biogenic"),
                code,
                new Name(fr, en.isEmpty() ? fr : en + heating.en()),
                impact,
                value,
                unit,
                place(row),
                period(row),
                Boundary.CRADLE_TO_GRAVE,
                GwpSet.MIXED,
                spread(row),
                new Source("ADEME Base Carbone", key, "Licence-Ouverte-2.0")));
    }

    private static String name(SheetFile.Row row, String language) {
        return Stream.of("nom base ", "nom attribut ", "nom frontière ")
                .map(part -> row.text(part + language))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** {@code kgCO2e/kWh PCI}, {@code kgCO2e/tonne.km}: the part below the bar. */
    static Optional<Unit> unit(String text) {
        int slash = text.indexOf('/');
        if (slash < 0
                || !text.substring(0, slash)
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .contains("kgco2")) {
            return Optional.empty();
        }
        String below = text.substring(slash + 1).strip();
        String plain =
                below.replaceAll("(?i)\\s+(PCI|PCS)$", "").replaceAll("(?i) de (déchets|poids net|matière).*$", "");
        return Units.find(plain);
    }

    private Geography place(SheetFile.Row row) {
        Geographies places = Geographies.shipped();
        String where = row.text("localisation géographique");
        String sub = row.text("sous-localisation géographique français");
        return places.find(sub).or(() -> places.find(where)).orElseGet(() -> {
            notes.add("Place taken as the world: " + where);
            return Geography.WORLD;
        });
    }

    private static Period period(SheetFile.Row row) {
        String date = row.text("date de modification") + " " + row.text("date de création");
        return Stream.of(date.split("[^0-9]+"))
                .filter(t -> t.matches("20\\d\\d"))
                .findFirst()
                .map(t -> Period.of(Integer.parseInt(t)))
                .orElse(Period.of(2020));
    }

    private Uncertainty spread(SheetFile.Row row) {
        String text = row.text("incertitude").replace("%", "").strip();
        if (text.isEmpty()) {
            return Uncertainty.unknown();
        }
        Optional<Double> percent = Quantity.findNumber(text, Language.FR).filter(p -> p >= 0 && p <= 1000);
        if (percent.isEmpty()) {
            issues.add(row.place().withColumn("incertitude"), "import.spread", text);
        }
        return percent.map(Uncertainty::plusMinus).orElse(Uncertainty.unknown());
    }

    private Optional<Double> number(SheetFile.Row row, String column) {
        Optional<Double> number = Quantity.findNumber(row.text(column), Language.FR);
        if (number.isEmpty()) {
            issues.add(row.place().withColumn(column), "import.number", row.text(column));
        }
        return number;
    }
}
