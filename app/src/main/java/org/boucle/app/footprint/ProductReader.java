package org.boucle.app.footprint;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/**
 * Reads a product model written in YAML or JSON, whose sections are those of {@link ItemKind}. Everything wrong is
 * collected; nothing half-read is returned.
 */
final class ProductReader {
    static final int MOST_ITEMS = 2_000;
    private static final Set<String> HEAD =
            Set.of("product", "functional-unit", "lifetime", "place", "year", "mass", "comment");

    private final FactorLibrary library;
    private final Language language;
    private final boolean trusting;

    ProductReader(FactorLibrary library, Language language) {
        this(library, language, false);
    }

    private ProductReader(FactorLibrary library, Language language, boolean trusting) {
        this.library = library;
        this.language = language;
        this.trusting = trusting;
    }

    /** Reads what the store holds: flows of an import that was removed since stay, and count as missing. */
    static ProductReader ofStored(FactorLibrary library) {
        return new ProductReader(library, Language.EN, true);
    }

    /** A product from the text of a YAML or JSON file; {@code file} names it in issues. */
    Product read(String file, String text) {
        Place place = Place.ofFile(file);
        if (!(SafeYaml.load(place, text) instanceof Map<?, ?> root)) {
            throw BadInput.of(place, "footprint.shape");
        }
        Issues issues = new Issues();
        Head head = head(scalars(root, place, issues), place, issues);
        List<ProductItem> items = new ArrayList<>();
        ItemReader reader = new ItemReader(library, language, head.place(), head.lifetimeMonths(), issues, trusting);
        root.forEach((key, value) -> {
            Optional<ItemKind> kind = ItemKind.find(String.valueOf(key));
            if (kind.isPresent()) {
                items.addAll(section(kind.get(), value, reader, place, issues));
            } else if (!HEAD.contains(String.valueOf(key))) {
                issues.add(place.withColumn(String.valueOf(key)), "footprint.section", key);
            }
        });
        return assemble(head, items, place, issues);
    }

    /** What stands above the items. */
    record Head(String name, String functionalUnit, double lifetimeMonths, Geography place, int year) {}

    static Product assemble(Head head, List<ProductItem> items, Place place, Issues issues) {
        Set<String> names = new HashSet<>();
        for (ProductItem item : items) {
            if (!names.add(item.name())) {
                issues.add(place.withColumn(item.name()), "footprint.twice", item.name());
            }
        }
        if (items.size() > MOST_ITEMS) {
            issues.add(place, "footprint.many", items.size(), MOST_ITEMS);
        }
        issues.throwIfAny();
        return new Product(head.name(), head.functionalUnit(), head.lifetimeMonths(), head.place(), head.year(), items);
    }

    private List<ProductItem> section(ItemKind kind, Object value, ItemReader reader, Place place, Issues issues) {
        Place here = place.withSheet(kind.section());
        List<ProductItem> items = new ArrayList<>();
        if (!(value instanceof List<?> list)) {
            issues.add(here, "footprint.list", kind.section());
            return items;
        }
        int row = 0;
        for (Object entry : list) {
            Place at = here.withRow(++row);
            if (entry instanceof Map<?, ?> map) {
                reader.read(kind, scalars(map, at, issues), at).ifPresent(items::add);
            } else {
                issues.add(at, "footprint.item");
            }
        }
        return items;
    }

    Head head(Map<String, String> fields, Place place, Issues issues) {
        String name = fields.getOrDefault("product", "").strip();
        if (name.isEmpty() || name.length() > 200 || name.matches("(?s).*\\p{Cntrl}.*")) {
            issues.add(place.withColumn("product"), "footprint.product", name);
        }
        String unit = fields.getOrDefault("functional-unit", "").strip();
        return new Head(
                name,
                unit.isEmpty() ? name : unit.substring(0, Math.min(300, unit.length())),
                lifetime(fields, place, issues),
                home(fields, place, issues),
                year(fields, place, issues));
    }

    private double lifetime(Map<String, String> fields, Place place, Issues issues) {
        String text = fields.getOrDefault("lifetime", "10 years").strip();
        Optional<Double> months = Quantity.find(text.replaceAll("(?i)\\b(ans|années)$", "an"), language)
                .filter(q -> q.unit().isCompatible(Units.MONTH))
                .map(q -> q.in(Units.MONTH))
                .filter(m -> m > 0 && m <= 12_000);
        if (months.isEmpty()) {
            issues.add(place.withColumn("lifetime"), "footprint.lifetime", text);
        }
        return months.orElse(120.0);
    }

    private static Geography home(Map<String, String> fields, Place place, Issues issues) {
        String text = fields.getOrDefault("place", "FR");
        Optional<Geography> found = Geographies.shipped().find(text);
        if (found.isEmpty()) {
            issues.add(place.withColumn("place"), "footprint.place", text);
        }
        return found.orElse(Geography.of("FR"));
    }

    private static int year(Map<String, String> fields, Place place, Issues issues) {
        String text = fields.getOrDefault("year", String.valueOf(Year.now().getValue()))
                .strip();
        if (!text.matches("(19|20|21)\\d\\d")) {
            issues.add(place.withColumn("year"), "footprint.year", text);
            return Year.now().getValue();
        }
        return Integer.parseInt(text);
    }

    /** The scalar entries of a map as texts; a nested value inside an item is an issue. */
    private static Map<String, String> scalars(Map<?, ?> map, Place place, Issues issues) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (scalar) {
                texts.put(String.valueOf(key), value instanceof Number n ? plain(n) : String.valueOf(value));
            } else if (value != null && place.row() > 0) {
                issues.add(place.withColumn(String.valueOf(key)), "footprint.scalar", key);
            }
        });
        return texts;
    }

    /** As people write it; what no double holds stays "Infinity", which no reader of quantities takes. */
    private static String plain(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.toString();
        }
        double value = number.doubleValue();
        return Double.isFinite(value) ? java.math.BigDecimal.valueOf(value).toPlainString() : Double.toString(value);
    }
}
