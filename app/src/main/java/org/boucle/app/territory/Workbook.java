package org.boucle.app.territory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.intake.Batch;
import org.boucle.features.territory.intake.Cells;
import org.boucle.features.territory.intake.Intake;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The Excel workbook of one company: sheets Sites, Flows (Flux) and, where it runs one, Hubs. */
final class Workbook {
    static final List<String> SITE_COLUMNS =
            List.of("company", "id", "name", "latitude", "longitude", "activity", "employees", "social", "permits");
    static final List<String> FLOW_COLUMNS = List.of(
            "id",
            "site",
            "direction",
            "kind",
            "code",
            "resource",
            "label",
            "amount",
            "unit",
            "min",
            "max",
            "months",
            "properties",
            "status",
            "hazards",
            "operation",
            "eur",
            "contract_end",
            "use_hours",
            "machines",
            "wait_hours",
            "confidence",
            "origin");
    static final List<String> OFFER_COLUMNS = List.of("supplier", "what", "from", "unit", "eur");
    static final List<String> HUB_COLUMNS = List.of(
            "id",
            "name",
            "latitude",
            "longitude",
            "accepts",
            "gives",
            "capacity",
            "fixed_eur",
            "yield",
            "limit_name",
            "limit");
    private static final int MOST_ROWS = 200_000;
    private static final Map<String, String> FRENCH = Map.ofEntries(
            Map.entry("entreprise", "company"),
            Map.entry("societe", "company"),
            Map.entry("identifiant", "id"),
            Map.entry("nom", "name"),
            Map.entry("activite", "activity"),
            Map.entry("naf", "activity"),
            Map.entry("nace", "activity"),
            Map.entry("effectif", "employees"),
            Map.entry("ess", "social"),
            Map.entry("autorisations", "permits"),
            Map.entry("sens", "direction"),
            Map.entry("nature", "kind"),
            Map.entry("code-dechet", "code"),
            Map.entry("ressource", "resource"),
            Map.entry("libelle", "label"),
            Map.entry("quantite", "amount"),
            Map.entry("unite", "unit"),
            Map.entry("mois", "months"),
            Map.entry("proprietes", "properties"),
            Map.entry("statut", "status"),
            Map.entry("dangers", "hazards"),
            Map.entry("operation-rd", "operation"),
            Map.entry("eur-par-unite", "eur"),
            Map.entry("fin-de-contrat", "contract_end"),
            Map.entry("contract-end", "contract_end"),
            Map.entry("confiance", "confidence"),
            Map.entry("origine", "origin"),
            Map.entry("accepte", "accepts"),
            Map.entry("rend", "gives"),
            Map.entry("capacite", "capacity"),
            Map.entry("cout-fixe", "fixed_eur"),
            Map.entry("fixed-eur", "fixed_eur"),
            Map.entry("rendement", "yield"),
            Map.entry("limite", "limit"),
            Map.entry("limit-name", "limit_name"),
            Map.entry("nom-limite", "limit_name"),
            Map.entry("heures-par-usage", "use_hours"),
            Map.entry("use-hours", "use_hours"),
            Map.entry("heures-d-attente", "wait_hours"),
            Map.entry("wait-hours", "wait_hours"),
            Map.entry("fournisseur", "supplier"),
            Map.entry("quoi", "what"),
            Map.entry("a-partir-de", "from"),
            Map.entry("site-id", "site"));

    private Workbook() {}

    /** Reads a workbook; all issues are collected and thrown together. */
    static Batch read(String fileName, InputStream file, Catalog catalog, java.time.LocalDate date, Language language) {
        Issues issues = new Issues();
        Place place = Place.ofFile(fileName);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file)) {
            List<Cells> sites = rows(workbook, List.of("Sites"), place, language, issues, true);
            List<Cells> flows = rows(workbook, List.of("Flows", "Flux"), place, language, issues, true);
            List<Cells> hubs = rows(workbook, List.of("Hubs"), place, language, issues, false);
            List<Cells> offers = rows(workbook, List.of("Offers", "Offres"), place, language, issues, false);
            issues.throwIfAny();
            Batch batch = new Intake(catalog, date, issues).read(sites, flows, hubs, offers);
            issues.throwIfAny();
            return batch;
        } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException malformed) {
            throw BadInput.of(place, "territory.workbook");
        } catch (BadInput bad) {
            throw bad;
        } catch (RuntimeException malformed) {
            throw BadInput.of(place, "territory.workbook");
        }
    }

    private static List<Cells> rows(
            ReadableWorkbook workbook,
            List<String> names,
            Place place,
            Language language,
            Issues issues,
            boolean required)
            throws IOException {
        Optional<Sheet> sheet = names.stream()
                .flatMap(name -> workbook.findSheet(name).stream())
                .findFirst();
        if (sheet.isEmpty()) {
            if (required) {
                issues.add(place, "territory.sheet.missing", names.getFirst());
            }
            return List.of();
        }
        Place at = place.withSheet(sheet.get().getName());
        List<Cells> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.get().openStream()) {
            Map<Integer, String> columns = new HashMap<>();
            for (Row row : (Iterable<Row>) stream::iterator) {
                if (columns.isEmpty()) {
                    columns.putAll(header(row, names.getFirst(), at, issues));
                } else if (rows.size() < MOST_ROWS) {
                    Map<String, Cells.Cell> cells = cells(row, columns);
                    if (!cells.isEmpty()) {
                        rows.add(new Cells(at.withRow(row.getRowNum()), cells, language));
                    }
                } else {
                    issues.add(at, "territory.rows", MOST_ROWS);
                    return rows;
                }
            }
        }
        return rows;
    }

    private static List<String> columns(String sheet) {
        return switch (sheet) {
            case "Sites" -> SITE_COLUMNS;
            case "Flows" -> FLOW_COLUMNS;
            case "Hubs" -> HUB_COLUMNS;
            default -> OFFER_COLUMNS;
        };
    }

    private static Map<Integer, String> header(Row row, String sheet, Place at, Issues issues) {
        List<String> known = columns(sheet);
        Map<Integer, String> columns = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Cell cell : row) {
            String text = cell == null ? "" : cell.getText().strip();
            String name = FRENCH.getOrDefault(Intake.slug(text), text.toLowerCase(Locale.ROOT));
            if (known.contains(name)) {
                if (!seen.add(name)) {
                    issues.add(at.withRow(row.getRowNum()).withColumn(text), "territory.duplicate", text);
                }
                columns.put(cell.getColumnIndex(), name);
            } else if (!text.isEmpty()) {
                issues.add(at.withRow(row.getRowNum()).withColumn(text), "territory.column.unknown", text, known);
            }
        }
        if (columns.isEmpty()) {
            columns.put(-1, "");
        }
        return columns;
    }

    private static Map<String, Cells.Cell> cells(Row row, Map<Integer, String> columns) {
        Map<String, Cells.Cell> cells = new HashMap<>();
        for (Cell cell : row) {
            String name = cell == null ? "" : columns.getOrDefault(cell.getColumnIndex(), "");
            if (!name.isEmpty() && cell.getType() != CellType.EMPTY) {
                boolean number = cell.getType() == CellType.NUMBER;
                String text = number ? plain(cell, name) : cell.getText();
                if (!text.isBlank()) {
                    cells.put(name, number ? Cells.Cell.number(text) : Cells.Cell.text(text));
                }
            }
        }
        return cells;
    }

    private static String plain(Cell cell, String name) {
        return name.equals("contract_end")
                ? cell.asDate().toLocalDate().toString()
                : cell.asNumber().stripTrailingZeros().toPlainString();
    }

    /** An empty workbook to fill, with one line of explanation of the choices below each header. */
    static byte[] template(Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, Map.of());
        return bytes.toByteArray();
    }

    /** Writes sheets of text and numbers under our own headers; for templates, samples and tests. */
    static void write(OutputStream out, Map<String, List<Map<String, Object>>> sheets) {
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "Boucle", "1.0")) {
            for (String name : List.of("Sites", "Flows", "Hubs", "Offers")) {
                List<String> columns = columns(name);
                org.dhatim.fastexcel.Worksheet sheet = workbook.newWorksheet(name);
                for (int c = 0; c < columns.size(); c++) {
                    sheet.value(0, c, columns.get(c));
                    sheet.style(0, c).bold().set();
                    sheet.width(c, 14);
                }
                int r = 1;
                for (Map<String, Object> row : sheets.getOrDefault(name, List.of())) {
                    for (int c = 0; c < columns.size(); c++) {
                        put(sheet, r, c, row.get(columns.get(c)));
                    }
                    r++;
                }
                sheet.freezePane(0, 1);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void put(org.dhatim.fastexcel.Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }
}
