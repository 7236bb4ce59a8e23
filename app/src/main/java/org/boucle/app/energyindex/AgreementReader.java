package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boucle.app.energyindex.RowReader.Line;
import org.boucle.app.energyindex.Sheet.Column;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.EnergyUnit;
import org.boucle.features.energyindex.Site;

/**
 * Understands the sheets of an agreement. All issues of all sheets are collected; the agreement comes out whole or not
 * at all.
 */
final class AgreementReader {
    /** What stands in addresses. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    private final Conversions conversions;
    private final Issues issues = new Issues();
    private final Map<Sheet, RowReader> sheets = new EnumMap<>(Sheet.class);

    private AgreementReader(Conversions conversions) {
        this.conversions = conversions;
    }

    /** Reads an agreement or throws {@link org.boucle.core.input.BadInput} with all its issues. */
    static Agreement read(String file, List<SheetTable> tables, Conversions conversions) {
        AgreementReader reader = new AgreementReader(conversions);
        reader.sort(Place.ofFile(file), tables);
        reader.issues.throwIfAny();
        Agreement agreement = reader.agreement();
        reader.issues.throwIfAny();
        return agreement;
    }

    private void sort(Place place, List<SheetTable> tables) {
        for (SheetTable table : tables) {
            Optional<Sheet> sheet = table.kind();
            if (sheet.isEmpty()) {
                if (!isHelp(table.name())) {
                    issues.add(table.place(), "energyindex.sheet-unknown", table.name(), names());
                }
            } else if (sheets.containsKey(sheet.get())) {
                issues.add(table.place(), "energyindex.sheet-twice", table.name());
            } else {
                sheets.put(sheet.get(), new RowReader(sheet.get(), table, issues));
            }
        }
        String found = tables.stream().map(SheetTable::name).collect(Collectors.joining(", "));
        for (Sheet sheet : Sheet.values()) {
            if (sheet.required() && !sheets.containsKey(sheet)) {
                issues.add(place.withSheet(sheet.title(Language.FR)), "energyindex.sheet-missing", names(sheet), found);
            }
        }
    }

    /** Sheets for people only. */
    private static boolean isHelp(String name) {
        return name.startsWith("_") || List.of("aide", "help", "notes").contains(Sheet.key(name));
    }

    private static String names() {
        return java.util.Arrays.stream(Sheet.values())
                .map(AgreementReader::names)
                .collect(Collectors.joining(", "));
    }

    private static String names(Sheet sheet) {
        String french = sheet.title(Language.FR);
        String english = sheet.title(Language.EN);
        return french.equals(english) ? french : french + " / " + english;
    }

    private List<Line> lines(Sheet sheet) {
        RowReader reader = sheets.get(sheet);
        return reader == null ? List.of() : reader.lines();
    }

    private Agreement agreement() {
        List<Line> lines = lines(Sheet.AGREEMENT);
        if (lines.isEmpty()) {
            issues.add(new Place("", Sheet.AGREEMENT.title(Language.FR), 2, ""), "energyindex.no-rows");
            issues.throwIfAny();
        }
        Line line = lines.getFirst();
        if (lines.size() > 1) {
            issues.add(lines.get(1).place(), "energyindex.one-row");
        }
        String id = line.needed(Column.ID);
        if (!id.isEmpty() && !id.matches(ID)) {
            line.fault(Column.ID, "energyindex.id", id);
        }
        String scheme = line.needed(Column.SCHEME);
        if (!scheme.isEmpty()
                && !scheme.equals("primary")
                && !conversions.schemes().contains(scheme)) {
            line.fault(
                    Column.SCHEME,
                    "energyindex.scheme-unknown",
                    scheme,
                    "primary, " + String.join(", ", conversions.schemes()));
        }
        EnergyUnit unit = Vocabulary.energyUnit(line.needed(Column.UNIT)).orElse(null);
        if (unit == null) {
            if (!line.isFaulty(Column.UNIT)) {
                line.fault(Column.UNIT, "energyindex.energy-unit", line.text(Column.UNIT), "GJp, MWhp");
            }
            issues.throwIfAny();
            throw new IllegalStateException("An agreement without an energy unit passed its check.");
        }
        List<Site> sites = sites(scheme, unit);
        issues.throwIfAny();
        return new Agreement(id, line.text(Column.NAME), line.text(Column.FEDERATION), scheme, unit, sites);
    }

    private List<Site> sites(String scheme, EnergyUnit unit) {
        Map<String, SiteReader> readers = new LinkedHashMap<>();
        for (Line line : lines(Sheet.SITES)) {
            String id = line.needed(Column.SITE);
            if (!id.isEmpty() && !id.matches(ID)) {
                line.fault(Column.SITE, "energyindex.id", id);
            }
            if (readers.containsKey(id)) {
                line.fault(Column.SITE, "energyindex.site-twice", id);
            } else if (!id.isEmpty()) {
                readers.put(id, new SiteReader(line, scheme, unit, conversions, issues));
            }
        }
        if (readers.isEmpty() && issues.isEmpty()) {
            issues.add(new Place("", Sheet.SITES.title(Language.FR), 2, ""), "energyindex.no-rows");
        }
        give(Sheet.EVENTS, readers, SiteReader::event);
        give(Sheet.POSTS, readers, SiteReader::post);
        readers.values().forEach(SiteReader::checkSite);
        readers.values().forEach(SiteReader::checkEvents);
        give(Sheet.QUANTITIES, readers, SiteReader::quantities);
        give(Sheet.METERED, readers, SiteReader::metered);
        give(Sheet.ENERGY, readers, SiteReader::energy);
        give(Sheet.RECALIBRATIONS, readers, SiteReader::recalibration);
        if (!issues.isEmpty()) {
            return List.of();
        }
        List<Site> sites = new ArrayList<>();
        readers.values().forEach(r -> sites.add(r.site()));
        return sites;
    }

    private void give(
            Sheet sheet, Map<String, SiteReader> readers, java.util.function.BiConsumer<SiteReader, Line> to) {
        for (Line line : lines(sheet)) {
            String id = line.needed(Column.SITE);
            SiteReader reader = readers.get(id);
            if (reader != null) {
                to.accept(reader, line);
            } else if (!id.isEmpty()) {
                line.fault(Column.SITE, "energyindex.site-unknown", id);
            }
        }
    }
}
