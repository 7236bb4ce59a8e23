package org.boucle.app.footprint;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/**
 * Reads one item of a product from named texts, whether they come from YAML, a sheet or a form; every issue is collected
 * with its place. A trusting reader, of what the store holds, keeps a flow that nobody knows any more: it then counts as
 * missing in the footprint.
 */
final class ItemReader {
    static final Set<String> FIELDS = Set.of(
            "name",
            "flow",
            "quantity",
            "recycled",
            "loss",
            "distance",
            "place",
            "origin",
            "uncertainty",
            "evidence",
            "per",
            "outcome");
    private static final int LONGEST = 200;

    private final FactorLibrary library;
    private final Language language;
    private final Geography home;
    private final double lifetimeMonths;
    private final Issues issues;
    private final boolean trusting;

    ItemReader(
            FactorLibrary library,
            Language language,
            Geography home,
            double lifetimeMonths,
            Issues issues,
            boolean trusting) {
        this.library = library;
        this.language = language;
        this.home = home;
        this.lifetimeMonths = lifetimeMonths;
        this.issues = issues;
        this.trusting = trusting;
    }

    /** The item, or nothing when one of its fields is wrong; what is wrong is in the issues. */
    Optional<ProductItem> read(ItemKind kind, Map<String, String> fields, Place place) {
        long before = issues.count();
        fields.keySet().stream()
                .filter(f -> !FIELDS.contains(f))
                .forEach(f -> issues.add(place.withColumn(f), "footprint.field", f, String.join(", ", FIELDS)));
        String name = name(fields, place);
        Quantity quantity = quantity(kind, fields, place);
        String flow = flow(kind, fields, quantity, place);
        Knowledge knowledge = knowledge(fields, place);
        double recycled = share(fields, "recycled", 1, place);
        double loss = share(fields, "loss", 0.99, place);
        double distance = distance(kind, fields, place);
        if (issues.count() > before) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case MATERIAL -> new ProductItem.Material(name, flow, quantity, recycled, loss, knowledge);
                    case STEP -> new ProductItem.Step(name, flow, quantity, knowledge);
                    case INBOUND ->
                        new ProductItem.Transport(
                                name, flow, quantity, distance, LifeCycleStage.SUPPLY_TRANSPORT, knowledge);
                    case DISTRIBUTION ->
                        new ProductItem.Transport(
                                name, flow, quantity, distance, LifeCycleStage.DISTRIBUTION, knowledge);
                    case USE -> new ProductItem.Use(name, flow, overLife(quantity, fields), knowledge);
                    case END_OF_LIFE ->
                        new ProductItem.EndOfLife(name, flow, quantity, gaveBack(flow, fields), knowledge);
                    case RELEASE ->
                        new ProductItem.Release(name, flow, quantity, LifeCycleStage.MANUFACTURING, knowledge);
                });
    }

    private String name(Map<String, String> fields, Place place) {
        String name = text(fields, "name");
        if (name.isEmpty() || name.length() > LONGEST || name.matches("(?s).*[#\\p{Cntrl}].*")) {
            issues.add(place.withColumn("name"), "footprint.name", name);
        }
        return name;
    }

    private Quantity quantity(ItemKind kind, Map<String, String> fields, Place place) {
        Optional<Quantity> quantity = Quantity.find(text(fields, "quantity"), language);
        if (quantity.isEmpty()) {
            issues.add(place.withColumn("quantity"), "footprint.quantity", text(fields, "quantity"));
            return Quantity.of(0, Units.KILOGRAM);
        }
        boolean massWanted = kind == ItemKind.MATERIAL
                || kind == ItemKind.INBOUND
                || kind == ItemKind.DISTRIBUTION
                || kind == ItemKind.END_OF_LIFE;
        boolean piecesOfEquipment =
                kind == ItemKind.MATERIAL && quantity.get().unit().isCompatible(Units.ITEM);
        if (massWanted && !quantity.get().unit().isCompatible(Units.KILOGRAM)) {
            issues.add(
                    place.withColumn("quantity"),
                    piecesOfEquipment ? "footprint.pieces" : "footprint.mass",
                    text(fields, "quantity"));
        }
        if (quantity.get().value() < 0) {
            issues.add(place.withColumn("quantity"), "footprint.negative", text(fields, "quantity"));
        }
        return quantity.get();
    }

    private String flow(ItemKind kind, Map<String, String> fields, Quantity quantity, Place place) {
        String asked = text(fields, "flow").isEmpty() ? text(fields, "name") : text(fields, "flow");
        if (kind == ItemKind.RELEASE && quantity.unit().isCompatible(Units.SQUARE_METRE)) {
            return "land";
        }
        Optional<String> code = asked.length() > LONGEST ? Optional.empty() : library.findCode(asked, kind.flows());
        if (code.isEmpty() && kind != ItemKind.RELEASE && !trusting) {
            issues.add(place.withColumn("flow"), "footprint.flow", asked, String.join(", ", library.search(asked, 5)));
        }
        return code.orElse(asked.isEmpty() ? "release" : asked);
    }

    private Knowledge knowledge(Map<String, String> fields, Place place) {
        Geography where = home;
        if (!text(fields, "place").isEmpty()) {
            Optional<Geography> found = Geographies.shipped().find(text(fields, "place"));
            if (found.isEmpty()) {
                issues.add(place.withColumn("place"), "footprint.place", text(fields, "place"));
            }
            where = found.orElse(home);
        }
        Origin origin = origin(fields, place);
        Uncertainty spread = text(fields, "uncertainty").isEmpty()
                ? Knowledge.assumedFor(origin)
                : Uncertainty.plusMinus(100 * share(fields, "uncertainty", 10, place));
        String evidence = text(fields, "evidence");
        return new Knowledge(where, origin, spread, evidence.substring(0, Math.min(500, evidence.length())));
    }

    private Origin origin(Map<String, String> fields, Place place) {
        String text = text(fields, "origin");
        if (text.isEmpty()) {
            return Origin.DECLARED;
        }
        for (Origin origin : Origin.values()) {
            if (origin.name().equalsIgnoreCase(text)
                    || origin.label(Language.FR).equalsIgnoreCase(text)
                    || origin.label(Language.EN).equalsIgnoreCase(text)) {
                return origin;
            }
        }
        issues.add(place.withColumn("origin"), "footprint.origin", text);
        return Origin.DECLARED;
    }

    /** A share written 20 %, 0.2 or 0,2; a bare number above 1 is per cent. */
    private double share(Map<String, String> fields, String field, double most, Place place) {
        String text = text(fields, field).replace("±", "").strip();
        if (text.isEmpty()) {
            return 0;
        }
        boolean percent = text.endsWith("%");
        Optional<Double> number = Quantity.findNumber(percent ? text.substring(0, text.length() - 1) : text, language);
        double share = number.map(n -> percent || n > 1 ? n / 100 : n).orElse(-1.0);
        if (!(share >= 0 && share <= most)) {
            issues.add(place.withColumn(field), "footprint.share", text(fields, field));
            return 0;
        }
        return share;
    }

    private double distance(ItemKind kind, Map<String, String> fields, Place place) {
        if (kind != ItemKind.INBOUND && kind != ItemKind.DISTRIBUTION) {
            return 0;
        }
        String text = text(fields, "distance");
        Optional<Double> kilometres = Quantity.find(text, language)
                .filter(q -> q.unit().isCompatible(Units.KILOMETRE))
                .map(q -> q.in(Units.KILOMETRE))
                .or(() -> Quantity.findNumber(text, language))
                .filter(km -> km >= 0 && km <= 100_000);
        if (kilometres.isEmpty()) {
            issues.add(place.withColumn("distance"), "footprint.distance", text);
        }
        return kilometres.orElse(0.0);
    }

    private Quantity overLife(Quantity quantity, Map<String, String> fields) {
        return switch (text(fields, "per").toLowerCase(Locale.ROOT)) {
            case "year", "an", "année", "a" -> quantity.times(lifetimeMonths / 12);
            case "month", "mois" -> quantity.times(lifetimeMonths);
            default -> quantity;
        };
    }

    private static boolean gaveBack(String flow, Map<String, String> fields) {
        String outcome = text(fields, "outcome").toLowerCase(Locale.ROOT);
        return outcome.isEmpty()
                ? flow.contains(".recycling") || flow.contains(".composting")
                : outcome.startsWith("recycl");
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
