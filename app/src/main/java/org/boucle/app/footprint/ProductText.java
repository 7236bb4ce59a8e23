package org.boucle.app.footprint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.units.Quantity;

/** Writes a product as the YAML that {@link ProductReader} reads back to an equal product. */
final class ProductText {
    private ProductText() {}

    static String write(Product product) {
        StringBuilder yaml = new StringBuilder();
        entry(yaml, "", "product", product.name());
        entry(yaml, "", "functional-unit", product.functionalUnit());
        entry(yaml, "", "lifetime", plain(product.lifetimeMonths()) + " month");
        entry(yaml, "", "place", product.place().code());
        entry(yaml, "", "year", String.valueOf(product.year()));
        for (ItemKind kind : ItemKind.values()) {
            boolean first = true;
            for (ProductItem item : product.items()) {
                if (kind(item) == kind) {
                    yaml.append(first ? kind.section() + ":\n" : "");
                    first = false;
                    item(yaml, fields(item));
                }
            }
        }
        return yaml.toString();
    }

    static ItemKind kind(ProductItem item) {
        return switch (item) {
            case ProductItem.Material m -> ItemKind.MATERIAL;
            case ProductItem.Step s -> ItemKind.STEP;
            case ProductItem.Transport t ->
                t.stage() == LifeCycleStage.DISTRIBUTION ? ItemKind.DISTRIBUTION : ItemKind.INBOUND;
            case ProductItem.Use u -> ItemKind.USE;
            case ProductItem.EndOfLife e -> ItemKind.END_OF_LIFE;
            case ProductItem.Release r -> ItemKind.RELEASE;
        };
    }

    /** The fields of an item as {@link ItemReader} takes them, numbers with a point. */
    static Map<String, String> fields(ProductItem item) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", item.name());
        fields.put("flow", item.flow());
        fields.put("quantity", plain(item.quantity()));
        switch (item) {
            case ProductItem.Material m -> {
                share(fields, "recycled", m.recycledShare());
                share(fields, "loss", m.lossShare());
            }
            case ProductItem.Transport t -> fields.put("distance", plain(t.kilometres()) + " km");
            case ProductItem.EndOfLife e -> fields.put("outcome", e.recycled() ? "recycled" : "waste");
            case ProductItem.Step s -> {}
            case ProductItem.Use u -> {}
            case ProductItem.Release r -> {}
        }
        fields.put("place", item.knowledge().place().code());
        fields.put("origin", item.knowledge().origin().name().toLowerCase(java.util.Locale.ROOT));
        if (item.knowledge().uncertainty() instanceof Uncertainty.PlusMinus spread) {
            fields.put("uncertainty", plain(spread.percent()) + " %");
        }
        if (!item.knowledge().evidence().isEmpty()) {
            fields.put("evidence", item.knowledge().evidence());
        }
        return fields;
    }

    private static void share(Map<String, String> fields, String name, double share) {
        if (share > 0) {
            fields.put(name, plain(share * 100) + " %");
        }
    }

    private static void item(StringBuilder yaml, Map<String, String> fields) {
        String indent = "- ";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            entry(yaml, indent, field.getKey(), field.getValue());
            indent = "  ";
        }
    }

    private static void entry(StringBuilder yaml, String indent, String key, String value) {
        yaml.append(indent).append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static String quoted(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
        return '"' + escaped + '"';
    }

    private static String plain(Quantity quantity) {
        return plain(quantity.value()) + " " + quantity.unit().symbol();
    }

    static String plain(double value) {
        double rounded = value == 0
                ? 0
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(12))
                        .doubleValue();
        return new java.math.BigDecimal(String.valueOf(rounded))
                .stripTrailingZeros()
                .toPlainString();
    }
}
