package org.boucle.app.footprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.footprint.imports.SheetFile;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;

/**
 * Reads a product model from a file: YAML, JSON, or an Excel workbook or CSV with one row per item (columns
 * {@code kind, name, flow, quantity} and the optional fields of {@link ItemReader}); rows of kind {@code product},
 * {@code functional-unit}, {@code lifetime}, {@code place} and {@code year} carry the head in their column {@code name}.
 */
final class ProductFiles {
    private ProductFiles() {}

    static Product read(String name, byte[] content, FactorLibrary library) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean sheet = lower.endsWith(".xlsx") || lower.endsWith(".csv");
        return sheet
                ? readSheet(name, content, library)
                : new ProductReader(library, Language.EN).read(name, new String(content, StandardCharsets.UTF_8));
    }

    private static Product readSheet(String name, byte[] content, FactorLibrary library) {
        Issues issues = new Issues();
        List<SheetFile.Row> rows = SheetFile.read(name, content, issues);
        Map<String, String> headFields = new LinkedHashMap<>();
        List<SheetFile.Row> itemRows = new ArrayList<>();
        for (SheetFile.Row row : rows) {
            if (ItemKind.find(row.text("kind")).isPresent()) {
                itemRows.add(row);
            } else {
                headFields.put(row.text("kind").toLowerCase(Locale.ROOT), row.text("name"));
            }
        }
        ProductReader reader = new ProductReader(library, Language.EN);
        ProductReader.Head head = reader.head(headFields, Place.ofFile(name), issues);
        ItemReader items = new ItemReader(library, Language.EN, head.place(), head.lifetimeMonths(), issues, false);
        List<ProductItem> read = new ArrayList<>();
        for (SheetFile.Row row : itemRows) {
            Optional<ItemKind> kind = ItemKind.find(row.text("kind"));
            Map<String, String> fields = new LinkedHashMap<>(row.cells());
            fields.remove("kind");
            fields.values().removeIf(String::isBlank);
            items.read(kind.orElseThrow(), fields, row.place()).ifPresent(read::add);
        }
        return ProductReader.assemble(head, read, Place.ofFile(name), issues);
    }
}
