package org.boucle.app.footprint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductItem;

/** The model of a product in the reader's words. */
public final class ModelView {
    private ModelView() {}

    /** One item of the table. */
    public record ItemRow(String kind, String name, String encoded, String flow, String quantity, String details) {}

    /** One section to choose from. */
    public record KindOption(String name, String label) {}

    public static List<KindOption> kinds(Page page) {
        return Stream.of(ItemKind.values())
                .map(k -> new KindOption(k.name(), label(k, page)))
                .toList();
    }

    private static String label(ItemKind kind, Page page) {
        return page.t("footprint.kind." + kind.section());
    }

    public static List<ItemRow> rows(Product product, FactorLibrary library, Page page) {
        List<ItemRow> rows = new ArrayList<>();
        for (ItemKind kind : ItemKind.values()) {
            for (ProductItem item : product.items()) {
                if (ProductText.kind(item) == kind) {
                    rows.add(new ItemRow(
                            label(kind, page),
                            item.name(),
                            URLEncoder.encode(item.name(), StandardCharsets.UTF_8),
                            flowName(item, product, library, page),
                            page.q(item.quantity().value(), item.quantity().unit()),
                            details(item, page)));
                }
            }
        }
        return rows;
    }

    /** The name of the factor that the item will take, in its place and year. */
    private static String flowName(ProductItem item, Product product, FactorLibrary library, Page page) {
        FactorQuery query = FactorQuery.of(item.flow(), "ghg", item.knowledge().place(), product.year());
        return library.find(query)
                .map(match -> match.factor().name().in(page.language()))
                .orElse(item.flow());
    }

    private static String details(ProductItem item, Page page) {
        return switch (item) {
            case ProductItem.Material m ->
                Stream.of(
                                m.recycledShare() > 0
                                        ? page.t("footprint.field.recycled") + " " + page.percent(m.recycledShare())
                                        : "",
                                m.lossShare() > 0
                                        ? page.t("footprint.field.loss") + " " + page.percent(m.lossShare())
                                        : "")
                        .filter(s -> !s.isEmpty())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
            case ProductItem.Transport t -> page.n(t.kilometres()) + " km";
            case ProductItem.EndOfLife e -> page.t(e.recycled() ? "footprint.part.recycled" : "footprint.part.waste");
            case ProductItem.Step s -> "";
            case ProductItem.Use u -> "";
            case ProductItem.Release r -> "";
        };
    }

    /** A few usual flows in the reader's language, to begin with. */
    public static List<String> suggestions(Page page) {
        return List.of(page.t("footprint.suggestions").split("\\|"));
    }
}
