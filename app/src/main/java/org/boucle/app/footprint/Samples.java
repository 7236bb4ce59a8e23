package org.boucle.app.footprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.text.Language;

/** A product to try the page with. */
final class Samples {
    private Samples() {}

    /** A workshop chair of steel, plastic and wood. */
    static Product chair(Language language, FactorLibrary library) {
        String path = "/footprint/chair_" + language.code() + ".yaml";
        try (InputStream stream = Samples.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("No sample at " + path + ". Maybe the build left resources out.");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new ProductReader(library, Language.EN).read(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same chair with a lighter frame and more recycled plastic, to compare it with. */
    static Product lighter(Product chair, String name) {
        List<ProductItem> items = new ArrayList<>();
        for (ProductItem item : chair.items()) {
            items.add(
                    item instanceof ProductItem.Material m
                            ? new ProductItem.Material(
                                    m.name(),
                                    m.flow(),
                                    m.flow().equals("material.steel")
                                            ? m.quantity().times(0.85)
                                            : m.quantity(),
                                    m.flow().startsWith("material.plastic") ? 0.6 : m.recycledShare(),
                                    m.lossShare(),
                                    m.knowledge())
                            : item);
        }
        return chair.withName(name).withItems(items);
    }
}
