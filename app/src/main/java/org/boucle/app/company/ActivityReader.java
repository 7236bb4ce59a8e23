package org.boucle.app.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.boucle.app.footprint.imports.SheetFile;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.Contract;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/**
 * Reads activities and contracts from named texts, whether a form, a sheet or JSON gave them; every issue is collected with
 * its place.
 */
final class ActivityReader {
    static final Set<String> FIELDS = Set.of(
            "name",
            "post",
            "flow",
            "quantity",
            "unit",
            "distance",
            "share",
            "place",
            "origin",
            "uncertainty",
            "evidence");
    static final int MOST = 5_000;
    private static final int LONGEST = 200;

    private final FactorLibrary library;
    private final Language language;
    private final Geography home;
    private final Issues issues;

    ActivityReader(FactorLibrary library, Language language, Geography home, Issues issues) {
        this.library = library;
        this.language = language;
        this.home = home;
        this.issues = issues;
    }

    /** The activities of a CSV or Excel file, whole or not at all. */
    static List<CompanyActivity> file(
            String name, byte[] content, FactorLibrary library, Language language, Geography home) {
        Issues issues = new Issues();
        List<SheetFile.Row> rows = SheetFile.read(name, content, issues);
        if (rows.size() > MOST) {
            throw BadInput.of(Place.ofFile(name), "company.many", rows.size(), MOST);
        }
        ActivityReader reader = new ActivityReader(library, language, home, issues);
        Map<String, CompanyActivity> read = new LinkedHashMap<>();
        for (SheetFile.Row row : rows) {
            Map<String, String> fields = new LinkedHashMap<>(row.cells());
            fields.values().removeIf(String::isBlank);
            reader.activity(fields, row.place()).ifPresent(a -> {
                if (read.put(a.name(), a) != null) {
                    issues.add(row.place().withColumn("name"), "footprint.twice", a.name());
                }
            });
        }
        issues.throwIfAny();
        return new ArrayList<>(read.values());
    }

    /** The activity, or nothing when one of its fields is wrong. */
    Optional<CompanyActivity> activity(Map<String, String> fields, Place place) {
        long before = issues.count();
        fields.keySet().stream()
                .filter(f -> !FIELDS.contains(f))
                .forEach(f -> issues.add(place.withColumn(f), "footprint.field", f, String.join(", ", FIELDS)));
        String name = name(fields, place);
        Quantity quantity = quantity(fields, place);
        Optional<BegesPost> said = post(fields, place);
        String flow = flow(fields, quantity, said, place);
        double share = share(fields, "share", place, 1);
        double kilometres = kilometres(fields, place);
        Knowledge known = knowledge(fields, place);
        if (share == 0) {
            issues.add(place.withColumn("share"), "footprint.share", text(fields, "share"));
        }
        if (issues.count() > before) {
            return Optional.empty();
        }
        BegesPost post = said.orElseGet(() -> Posts.usual(flow));
        return Optional.of(new CompanyActivity(name, post, flow, quantity, kilometres, share, known));
    }

    private String name(Map<String, String> fields, Place place) {
        String name = text(fields, "name");
        if (name.isEmpty() || name.length() > LONGEST || name.matches("(?s).*[#\\p{Cntrl}].*")) {
            issues.add(place.withColumn("name"), "footprint.name", name);
        }
        return name;
    }

    private Quantity quantity(Map<String, String> fields, Place place) {
        String text = (text(fields, "quantity") + " " + text(fields, "unit")).strip();
        Optional<Quantity> quantity = Quantity.find(text, language).filter(q -> Math.abs(q.value()) < 1e15);
        if (quantity.isEmpty()) {
            issues.add(place.withColumn("quantity"), "footprint.quantity", text);
        } else if (quantity.get().value() < 0) {
            issues.add(place.withColumn("quantity"), "footprint.negative", text);
        }
        return quantity.orElse(Quantity.of(0, Units.KILOGRAM));
    }

    private Optional<BegesPost> post(Map<String, String> fields, Place place) {
        String text = text(fields, "post");
        Optional<BegesPost> post = Posts.find(text);
        if (!text.isEmpty() && post.isEmpty()) {
            issues.add(place.withColumn("post"), "company.post", text);
        }
        return post;
    }

    private String flow(Map<String, String> fields, Quantity quantity, Optional<BegesPost> post, Place place) {
        String asked = text(fields, "flow").isEmpty() ? text(fields, "name") : text(fields, "flow");
        if (asked.startsWith(CompanyActivity.INDICATOR) && asked.length() < LONGEST) {
            return asked;
        }
        if (quantity.unit().isCompatible(Units.SQUARE_METRE)) {
            return "indicator.land";
        }
        Optional<String> code =
                asked.length() > LONGEST ? Optional.empty() : library.findCode(asked, Posts.flows(post));
        if (code.isEmpty()) {
            issues.add(place.withColumn("flow"), "footprint.flow", asked, String.join(", ", library.search(asked, 5)));
        }
        return code.orElse("unknown");
    }

    private double kilometres(Map<String, String> fields, Place place) {
        String text = text(fields, "distance");
        if (text.isEmpty()) {
            return 0;
        }
        Optional<Double> kilometres = Quantity.find(text, language)
                .filter(q -> q.unit().isCompatible(Units.KILOMETRE))
                .map(q -> q.in(Units.KILOMETRE))
                .or(() -> Quantity.findNumber(text, language))
                .filter(km -> km >= 0 && km <= 1e9);
        if (kilometres.isEmpty()) {
            issues.add(place.withColumn("distance"), "footprint.distance", text);
        }
        return kilometres.orElse(0.0);
    }

    private Knowledge knowledge(Map<String, String> fields, Place place) {
        Optional<Geography> where = text(fields, "place").isEmpty()
                ? Optional.of(home)
                : Geographies.shipped().find(text(fields, "place"));
        if (where.isEmpty()) {
            issues.add(place.withColumn("place"), "footprint.place", text(fields, "place"));
        }
        Origin origin = origin(fields, place);
        Uncertainty spread = text(fields, "uncertainty").isEmpty()
                ? Knowledge.assumedFor(origin)
                : Uncertainty.plusMinus(100 * share(fields, "uncertainty", place, 10));
        String evidence = text(fields, "evidence");
        return new Knowledge(
                where.orElse(home), origin, spread, evidence.substring(0, Math.min(500, evidence.length())));
    }

    private Origin origin(Map<String, String> fields, Place place) {
        String text = text(fields, "origin");
        for (Origin origin : Origin.values()) {
            if (origin.name().equalsIgnoreCase(text)
                    || origin.label(Language.FR).equalsIgnoreCase(text)
                    || origin.label(Language.EN).equalsIgnoreCase(text)) {
                return origin;
            }
        }
        if (!text.isEmpty()) {
            issues.add(place.withColumn("origin"), "footprint.origin", text);
        }
        return Origin.DECLARED;
    }

    /** A contract for electricity, or nothing when one of its fields is wrong. */
    Optional<Contract> contract(Map<String, String> fields, Place place) {
        long before = issues.count();
        String name = name(fields, place);
        Contract.Instrument instrument = instrument(fields, place);
        double share = share(fields, "share", place, 1);
        if (share == 0) {
            issues.add(place.withColumn("share"), "footprint.share", text(fields, "share"));
        }
        OptionalDouble grams = grams(fields, place);
        String flow = text(fields, "flow");
        if (grams.isEmpty() && (flow.isEmpty() || !library.hasCode(flow))) {
            issues.add(place.withColumn("flow"), "company.contract.figure", flow);
        }
        if (issues.count() > before) {
            return Optional.empty();
        }
        String evidence = text(fields, "evidence");
        return Optional.of(new Contract(
                name,
                instrument,
                share,
                flow,
                grams.isPresent() ? OptionalDouble.of(grams.getAsDouble() / 1000) : grams,
                evidence.substring(0, Math.min(500, evidence.length()))));
    }

    private Contract.Instrument instrument(Map<String, String> fields, Place place) {
        String text = text(fields, "instrument").toUpperCase(Locale.ROOT);
        for (Contract.Instrument instrument : Contract.Instrument.values()) {
            if (instrument.name().equals(text)) {
                return instrument;
            }
        }
        issues.add(place.withColumn("instrument"), "company.contract.instrument", text);
        return Contract.Instrument.SUPPLIER_MIX;
    }

    private OptionalDouble grams(Map<String, String> fields, Place place) {
        String text = text(fields, "grams");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<Double> grams = Quantity.findNumber(text, language).filter(g -> g >= 0 && g <= 5_000);
        if (grams.isEmpty()) {
            issues.add(place.withColumn("grams"), "company.contract.grams", text);
        }
        return OptionalDouble.of(grams.orElse(0.0));
    }

    /** A share written 20 %, 0.2 or 0,2; a bare number above 1 is per cent; empty is the whole. */
    private double share(Map<String, String> fields, String field, Place place, double most) {
        String text = text(fields, field).replace("±", "").strip();
        if (text.isEmpty()) {
            return 1;
        }
        boolean percent = text.endsWith("%");
        Optional<Double> number = Quantity.findNumber(percent ? text.substring(0, text.length() - 1) : text, language)
                .map(n -> percent || n > 1 ? n / 100 : n)
                .filter(n -> n >= 0 && n <= most);
        if (number.isEmpty()) {
            issues.add(place.withColumn(field), "footprint.share", text(fields, field));
        }
        return number.orElse(1.0);
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
