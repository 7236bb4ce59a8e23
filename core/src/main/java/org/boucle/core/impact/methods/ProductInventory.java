package org.boucle.core.impact.methods;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.CorporateInventory.Entry;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.impact.product.ProductItem;

/**
 * A product's greenhouse gas lines sorted as its maker would report them, by the GHG Protocol and by BEGES.
 *
 * <p>Conventions: outbound transport is taken as paid by the customer (category 9; it is category 4 where the maker pays);
 * fuels of steps as burnt in fixed plant; what energy costs upstream as category 3 and BEGES post 4.1, where the method's
 * version 5 put its former post 8. A product model names no electricity contract, so scope 2 is location-based only.
 */
public final class ProductInventory {
    private ProductInventory() {}

    /** Every greenhouse gas line with its place; their sum is the footprint's total. */
    public static CorporateInventory of(ProductFootprint result) {
        Map<String, ProductItem> items = new HashMap<>();
        result.product().items().forEach(item -> items.put(item.name(), item));
        List<Entry> entries = result.footprint().lines(IndicatorCategory.GHG).stream()
                .map(line -> entry(line, items.get(line.label())))
                .toList();
        return new CorporateInventory(entries);
    }

    /** The BEGES posts that hold something, kg CO2e. */
    public static Map<BegesPost, Double> filledPosts(CorporateInventory inventory) {
        Map<BegesPost, Double> filled = new EnumMap<>(inventory.posts());
        filled.values().removeIf(value -> value == 0);
        return filled;
    }

    private static Entry entry(FootprintLine line, ProductItem item) {
        BegesPost post = post(line, item);
        int category = line.scope() == Scope.SCOPE_3 ? category(line, item, post) : 0;
        return new Entry(line, category, post, Basis.BOTH);
    }

    private static int category(FootprintLine line, ProductItem item, BegesPost post) {
        return item instanceof ProductItem.Step && isEnergy(line) ? 3 : Math.max(1, post.scope3Category());
    }

    private static BegesPost post(FootprintLine line, ProductItem item) {
        return switch (item) {
            case ProductItem.Material material -> BegesPost.P4_1;
            case ProductItem.Step step -> stepPost(line);
            case ProductItem.Transport transport ->
                transport.stage() == LifeCycleStage.DISTRIBUTION ? BegesPost.P3_2 : BegesPost.P3_1;
            case ProductItem.Use use -> BegesPost.P5_1;
            case ProductItem.EndOfLife end -> BegesPost.P5_3;
            case ProductItem.Release release -> releasePost(line);
        };
    }

    private static BegesPost stepPost(FootprintLine line) {
        String code = line.factor().code();
        return switch (line.scope()) {
            case SCOPE_1 -> code.startsWith("gas.") ? BegesPost.P1_4 : BegesPost.P1_1;
            case SCOPE_2 -> code.startsWith("electricity.") ? BegesPost.P2_1 : BegesPost.P2_2;
            case SCOPE_3, OUTSIDE -> code.startsWith("waste.") ? BegesPost.P4_3 : BegesPost.P4_1;
        };
    }

    private static BegesPost releasePost(FootprintLine line) {
        return line.scope() == Scope.SCOPE_1 ? BegesPost.P1_4 : BegesPost.P4_1;
    }

    private static boolean isEnergy(FootprintLine line) {
        String code = line.factor().code();
        return code.startsWith("fuel.")
                || code.startsWith("gas.")
                || code.startsWith("electricity.")
                || code.startsWith("heat.")
                || code.startsWith("cold.");
    }
}
