package org.boucle.features.territory.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.input.Issues;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Limits;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.catalog.WasteEntry;
import org.boucle.features.territory.catalog.WasteList;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.inventory.Terms;

/** Reads one flow from a row, a form or a workshop card. */
public final class FlowReader {
    private final Catalog catalog;
    private final LocalDate date;
    private final Issues issues;

    public FlowReader(Catalog catalog, LocalDate date, Issues issues) {
        this.catalog = catalog;
        this.date = date;
        this.issues = issues;
    }

    /** The flow, or empty where something is wrong with it. */
    public Optional<Flow> read(Cells row, String id, String site) {
        long before = issues.count();
        Direction direction = choice(row, "direction", Direction.class, Optional.empty());
        String code = code(row);
        String resource = resource(row);
        Optional<FlowKind> known = catalog.findResource(resource).map(Resource::kind);
        FlowKind kind = choice(
                row,
                "kind",
                FlowKind.class,
                known.or(() -> code.isEmpty() ? Optional.empty() : Optional.of(FlowKind.MATERIAL)));
        if (code.isEmpty() && resource.isEmpty() && !row.has("label")) {
            issues.add(row.at("label"), "territory.designation");
        }
        Optional<Amount> amount = amount(row, kind);
        LegalStatus usual = direction == Direction.OUT && !code.isEmpty() ? LegalStatus.WASTE : LegalStatus.PRODUCT;
        LegalStatus status = choice(row, "status", LegalStatus.class, Optional.of(usual));
        Confidence confidence = choice(row, "confidence", Confidence.class, Optional.of(Confidence.DECLARED));
        List<Property> properties = properties(row);
        Set<String> hazards = hazards(row);
        Terms terms = terms(row);
        Profile profile = profile(row);
        if (issues.count() > before || amount.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Flow(
                id,
                site,
                direction,
                kind,
                code,
                resource,
                row.text("label"),
                amount.get(),
                profile,
                properties,
                status,
                hazards,
                terms,
                confidence,
                row.text("origin")));
    }

    private <E extends Enum<E>> E choice(Cells row, String column, Class<E> type, Optional<E> usual) {
        String text = Intake.slug(row.text(column)).toUpperCase(Locale.ROOT).replace('-', '_');
        if (!row.has(column)) {
            if (usual.isEmpty()) {
                issues.add(row.at(column), "territory.missing", column);
            }
            return usual.orElse(type.getEnumConstants()[0]);
        }
        String wanted = FrenchWords.choice(text);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        issues.add(row.at(column), "territory.choice", row.text(column), Arrays.toString(type.getEnumConstants()));
        return type.getEnumConstants()[0];
    }

    private String code(Cells row) {
        String code = WasteList.plain(row.text("code"));
        if (code.isEmpty()) {
            return "";
        }
        String padded = code.length() == 5 && row.cells().get("code").isNumber() ? "0" + code : code;
        switch (catalog.wastes().lookup(padded, date)) {
            case WasteList.Lookup.InForce found -> {
                if (found.entry().code().length() != 6) {
                    issues.add(row.at("code"), "territory.code.short", row.text("code"));
                }
            }
            case WasteList.Lookup.Withdrawn old ->
                issues.add(
                        row.at("code"),
                        "territory.code.withdrawn",
                        old.entry().written(),
                        old.entry().validTo().map(LocalDate::toString).orElse(""),
                        catalog.wastes().versionOn(date).reference());
            case WasteList.Lookup.NotYet soon ->
                issues.add(
                        row.at("code"),
                        "territory.code.notyet",
                        soon.entry().written(),
                        soon.entry().validFrom().toString());
            case WasteList.Lookup.Unknown none -> issues.add(row.at("code"), "territory.code.unknown", none.code());
        }
        return padded;
    }

    private String resource(Cells row) {
        String resource = row.text("resource");
        if (!resource.isEmpty() && catalog.findResource(resource).isEmpty()) {
            issues.add(row.at("resource"), "territory.resource.unknown", resource);
        }
        return resource;
    }

    private Optional<Amount> amount(Cells row, FlowKind kind) {
        Optional<Double> factor = factor(row, kind);
        Optional<Double> expected = number(row, "amount", true);
        Optional<Double> min = number(row, "min", false);
        Optional<Double> max = number(row, "max", false);
        if (factor.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        double least = min.orElse(expected.get());
        double most = max.orElse(expected.get());
        if (!(expected.get() > 0) || least < 0) {
            issues.add(row.at(expected.get() > 0 ? "min" : "amount"), "territory.negative", row.text("amount"));
            return Optional.empty();
        }
        if (least > most || least > expected.get() || most < expected.get()) {
            issues.add(row.at("min"), "territory.reversed", least, expected.get(), most);
            return Optional.empty();
        }
        return Optional.of(new Amount(expected.get() * factor.get(), least * factor.get(), most * factor.get()));
    }

    private Optional<Double> number(Cells row, String column, boolean required) {
        Optional<Double> value = row.findNumber(column);
        if (value.isEmpty() && (required || row.has(column))) {
            issues.add(
                    row.at(column),
                    row.has(column) ? "territory.number" : "territory.missing",
                    row.has(column) ? row.text(column) : column);
        }
        return value;
    }

    /** Base units a year for one unit as written, which may be per year, month, day or hour. */
    private Optional<Double> factor(Cells row, FlowKind kind) {
        if (!row.has("unit")) {
            issues.add(row.at("unit"), "territory.unit.missing", kind.unit().symbol() + "/a");
            return Optional.empty();
        }
        Optional<Unit> unit = Units.find(row.text("unit"));
        if (unit.isEmpty()) {
            issues.add(
                    row.at("unit"),
                    "territory.unit.unknown",
                    row.text("unit"),
                    kind.unit().symbol() + "/a");
            return Optional.empty();
        }
        Unit base = kind.unit();
        if (unit.get().dimension().equals(base.dimension())) {
            return Optional.of(unit.get().factorTo(base));
        }
        Unit perYear = base.per(Units.YEAR);
        if (unit.get().dimension().equals(base.dimension().dividedBy(Dimension.TIME))) {
            return Optional.of(unit.get().factorTo(perYear));
        }
        issues.add(row.at("unit"), "territory.unit.dimension", row.text("unit"), perYear.symbol());
        return Optional.empty();
    }

    private List<Property> properties(Cells row) {
        List<Property> properties = new ArrayList<>();
        for (String part : row.text("properties").split(";")) {
            if (!part.isBlank()) {
                try {
                    Optional<Property> property = Limits.find(part);
                    property.ifPresent(properties::add);
                    if (property.isEmpty()) {
                        issues.add(row.at("properties"), "territory.property", part.strip());
                    }
                } catch (IllegalArgumentException reversed) {
                    issues.add(row.at("properties"), "territory.property.reversed", part.strip());
                }
            }
        }
        manner(row, "use_hours", Property.USE, "h").ifPresent(properties::add);
        manner(row, "wait_hours", Property.WAIT, "h").ifPresent(properties::add);
        manner(row, "machines", Property.MACHINES, "").ifPresent(properties::add);
        return properties;
    }

    /** How equipment is used, in columns of their own. */
    private Optional<Property> manner(Cells row, String column, String name, String unit) {
        Optional<Double> value = number(row, column, false);
        if (value.isPresent() && !(value.get() >= 0)) {
            issues.add(row.at(column), "territory.negative", row.text(column));
            return Optional.empty();
        }
        return value.map(number -> Property.exactly(name, unit, number));
    }

    private Set<String> hazards(Cells row) {
        Set<String> hazards = new HashSet<>();
        for (String word : Intake.words(row.text("hazards"))) {
            String code = word.toUpperCase(Locale.ROOT);
            if (catalog.hazards().contains(code)) {
                hazards.add(code);
            } else {
                issues.add(row.at("hazards"), "territory.hazard.unknown", word);
            }
        }
        return hazards;
    }

    private Terms terms(Cells row) {
        String operation = row.text("operation").toUpperCase(Locale.ROOT).replace(" ", "");
        if (!operation.isEmpty() && catalog.findOperation(operation).isEmpty()) {
            issues.add(row.at("operation"), "territory.operation.unknown", row.text("operation"));
        }
        double eur = number(row, "eur", false).orElse(0.0);
        Optional<LocalDate> end = Optional.empty();
        try {
            end = row.has("contract_end") ? Optional.of(LocalDate.parse(row.text("contract_end"))) : end;
        } catch (DateTimeParseException malformed) {
            issues.add(row.at("contract_end"), "territory.date", row.text("contract_end"));
        }
        return new Terms(operation, eur, end);
    }

    private Profile profile(Cells row) {
        if (!row.has("months")) {
            return Profile.EVEN;
        }
        try {
            double[] weights = Arrays.stream(row.text("months").split("[;/ ]+"))
                    .mapToDouble(text -> Double.parseDouble(text.replace(',', '.')))
                    .toArray();
            return Profile.of(weights);
        } catch (IllegalArgumentException malformed) {
            issues.add(row.at("months"), "territory.months", row.text("months"));
            return Profile.EVEN;
        }
    }

    /** What the waste list says of a code on the date, for showing beside it. */
    public Optional<WasteEntry> entry(String code) {
        return catalog.wastes().find(code, date);
    }
}
