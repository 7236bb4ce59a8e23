package org.boucle.core.impact.product;

import java.util.ArrayList;
import java.util.List;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.Footprint;

/**
 * A footprint with what is missing from it.
 *
 * @param footprint the lines
 * @param missing items for which the library knows no greenhouse gas factor, so that a gap never looks like a zero
 */
public record ProductFootprint(Product product, Footprint footprint, List<Missing> missing) {
    /** An item without a factor. */
    public record Missing(String item, String flow, String unit) {}

    public ProductFootprint {
        missing = List.copyOf(missing);
    }

    /** The footprint of one functional unit. */
    public static ProductFootprint of(Product product, FactorLibrary library) {
        Lines lines = new Lines(product, library, new ArrayList<>(), new ArrayList<>());
        product.items().forEach(lines::add);
        lines.addLifetime();
        return new ProductFootprint(product, new Footprint(product.name(), lines.lines()), lines.missing());
    }
}
