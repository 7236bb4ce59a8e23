package org.boucle.app.footprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.product.ProductFootprint;

/** The pages that show footprints: list, one product, the side panel, comparison, report, files. */
public final class ProductPages {
    private static final int RUNS = 1_000;

    private final Products products;
    private final Libraries libraries;

    ProductPages(Products products, Libraries libraries) {
        this.products = products;
        this.libraries = libraries;
    }

    void routes(Routes routes) {
        routes.page("/footprint", Access.SIGNED_IN, this::list)
                .page("/footprint/{id}", Access.SIGNED_IN, this::one)
                .page("/footprint/{id}/explain", Access.SIGNED_IN, this::explain)
                .page("/footprint/{id}/compare", Access.SIGNED_IN, this::compare)
                .page("/footprint/{id}/report", Access.SIGNED_IN, this::report)
                .file("/footprint/{id}/lines.csv", Access.SIGNED_IN, this::csv)
                .file("/footprint/{id}/model.yaml", Access.SIGNED_IN, this::yaml)
                .file("/footprint/{id}/pact.json", Access.SIGNED_IN, this::pact)
                .file("/footprint/{id}/openlca.zip", Access.SIGNED_IN, this::openLca);
    }

    static Products.Stored stored(Products products, Exchange exchange) {
        return find(products, exchange, exchange.path("id"));
    }

    private static Products.Stored find(Products products, Exchange exchange, String id) {
        if (!id.matches("\\d{1,15}")) {
            throw new NotFound("product " + id);
        }
        return products.find(Long.parseLong(id), exchange.user()).orElseThrow(() -> new NotFound("product " + id));
    }

    private ProductFootprint footprint(Products.Stored stored) {
        FactorLibrary library = libraries.of(stored.company());
        return ProductFootprint.of(stored.product(library), library);
    }

    private void list(Exchange exchange) {
        Page page = exchange.page("footprint.title");
        List<Summary> rows = products.list(exchange.user()).stream()
                .map(s -> new Summary(s, footprint(s)))
                .toList();
        exchange.render("footprint/list.jte", page, Map.of("rows", rows));
    }

    /** A line of the list. */
    public record Summary(Products.Stored stored, ProductFootprint result) {
        public double ghg() {
            return result.footprint().total(IndicatorCategory.GHG);
        }
    }

    private void one(Exchange exchange) {
        Products.Stored stored = stored(products, exchange);
        Page page = exchange.page("footprint.product");
        FootprintView view = new FootprintView(page, footprint(stored));
        ImpactCategory category = category(exchange);
        exchange.render(
                "footprint/product.jte",
                page,
                Map.of(
                        "stored",
                        stored,
                        "view",
                        view,
                        "accounts",
                        Accounts.of(view.result()),
                        "category",
                        category,
                        "sankey",
                        Sankey.of(view, category),
                        "environmental",
                        exchange.query("heat").filter("ef"::equals).isPresent(),
                        "siblings",
                        products.siblings(stored, exchange.user())));
    }

    private void explain(Exchange exchange) {
        Products.Stored stored = stored(products, exchange);
        Page page = exchange.page("footprint.explain");
        FootprintView view = new FootprintView(page, footprint(stored));
        exchange.render(
                exchange.isPart() ? "footprint/explain.jte" : "footprint/explainpage.jte",
                page,
                Map.of("stored", stored, "view", view, "category", category(exchange), "stage", stage(exchange)));
    }

    private void compare(Exchange exchange) {
        Products.Stored before = stored(products, exchange);
        Products.Stored after = find(products, exchange, exchange.query("with").orElse(""));
        Page page = exchange.page("footprint.compare");
        ProductFootprint left = footprint(before);
        ProductFootprint right = footprint(after);
        FootprintComparison comparison = new FootprintComparison(left.footprint(), right.footprint());
        ComparisonView view =
                new ComparisonView(new FootprintView(page, left), new FootprintView(page, right), comparison, RUNS);
        exchange.render(
                "footprint/compare.jte",
                page,
                Map.of("before", before, "after", after, "view", view, "category", category(exchange)));
    }

    private void report(Exchange exchange) {
        Products.Stored stored = stored(products, exchange);
        Page page = exchange.page("footprint.report");
        FootprintView view = new FootprintView(page, footprint(stored));
        exchange.render(
                "footprint/report.jte",
                page,
                Map.of(
                        "stored",
                        stored,
                        "view",
                        view,
                        "accounts",
                        Accounts.of(view.result()),
                        "sankey",
                        Sankey.of(view, IndicatorCategory.GHG)));
    }

    private void csv(Exchange exchange) {
        Products.Stored stored = stored(products, exchange);
        exchange.csv(stored.name() + ".csv", Results.csv(footprint(stored).footprint()));
    }

    private void yaml(Exchange exchange) {
        Products.Stored stored = stored(products, exchange);
        exchange.download(
                "application/yaml",
                stored.name() + ".yaml",
                stored.model().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void pact(Exchange exchange) {
        Products.Stored stored = stored(products, exchange);
        byte[] json = PactExport.write(footprint(stored), stored.company(), stored.id(), stored.changed());
        exchange.download("application/json", stored.name() + "-pact.json", json);
    }

    private void openLca(Exchange exchange) {
        Products.Stored stored = stored(products, exchange);
        exchange.download("application/zip", stored.name() + "-openlca.zip", JsonLdExport.write(footprint(stored)));
    }

    /** The category asked for; greenhouse gases where none is. */
    static ImpactCategory category(Exchange exchange) {
        return exchange.query("category")
                .map(code -> ImpactCategory.find(code).orElseThrow(() -> new NotFound("category " + code)))
                .orElse(IndicatorCategory.GHG);
    }

    private static Optional<LifeCycleStage> stage(Exchange exchange) {
        return exchange.query("stage").map(name -> {
            for (LifeCycleStage stage : LifeCycleStage.values()) {
                if (stage.name().equals(name)) {
                    return stage;
                }
            }
            throw new NotFound("stage " + name);
        });
    }
}
