package org.boucle.app.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;

/** Footprints and factors for programs, under {@code /api/footprint}. */
final class FootprintApi {
    private static final String TAG = "footprint";
    private static final String EXAMPLE =
            "{\"product\":\"Chair\",\"materials\":[{\"name\":\"Frame\",\"flow\":\"steel\",\"quantity\":\"4.2 kg\"}]}";

    private final Products products;
    private final Libraries libraries;

    FootprintApi(Products products, Libraries libraries) {
        this.products = products;
        this.libraries = libraries;
    }

    void routes(Routes routes) {
        routes.post(
                        "/api/footprint",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "The footprint of a product model (JSON or YAML), nothing is stored")
                                .body("application/json", EXAMPLE),
                        exchange -> exchange.json(Results.json(
                                ProductFootprint.of(read(exchange), library(exchange)), exchange.language())))
                .get("/api/footprint/products", Access.SIGNED_IN, ApiDoc.of(TAG, "The stored products"), this::list)
                .post(
                        "/api/footprint/products",
                        Access.MANAGERS,
                        ApiDoc.of(TAG, "Store a product model").body("application/json", EXAMPLE),
                        this::add)
                .get(
                        "/api/footprint/products/{id}",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "The footprint of a stored product"),
                        exchange ->
                                exchange.json(Results.json(stored(exchange, exchange.path("id")), exchange.language())))
                .get(
                        "/api/footprint/products/{id}/compare",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Two stored products, category by category, under shared uncertainty")
                                .query("with", "id of the other product"),
                        this::compare)
                .get(
                        "/api/footprint/factors",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Factors by name in French or English, or by code")
                                .query("q", "words or code")
                                .query("limit", "at most so many, 50 by default"),
                        this::factors);
    }

    private Product read(Exchange exchange) {
        try {
            byte[] body = exchange.body().readNBytes(SafeYaml.LONGEST * 4);
            return new ProductReader(library(exchange), Language.EN)
                    .read("body", new String(body, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the body", failure);
        }
    }

    private FactorLibrary library(Exchange exchange) {
        return libraries.of(exchange.user().company());
    }

    private ProductFootprint stored(Exchange exchange, String id) {
        if (!id.matches("\\d{1,15}")) {
            throw new NotFound("product " + id);
        }
        Products.Stored stored =
                products.find(Long.parseLong(id), exchange.user()).orElseThrow(() -> new NotFound("product " + id));
        FactorLibrary library = libraries.of(stored.company());
        return ProductFootprint.of(stored.product(library), library);
    }

    private void list(Exchange exchange) {
        exchange.json(products.list(exchange.user()).stream()
                .map(s -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", s.id());
                    row.put("name", s.name());
                    row.put("variantOf", s.variantOf().orElse(null));
                    row.put("changed", s.changed().toString());
                    return row;
                })
                .toList());
    }

    private void add(Exchange exchange) {
        long id = products.add(exchange.user(), read(exchange), Optional.empty());
        exchange.json(201, Map.of("id", id));
    }

    private void compare(Exchange exchange) {
        ProductFootprint before = stored(exchange, exchange.path("id"));
        ProductFootprint after = stored(exchange, exchange.query("with").orElse(""));
        FootprintComparison comparison = new FootprintComparison(before.footprint(), after.footprint());
        exchange.json(Results.comparison(comparison, exchange.language(), 1_000, 20_260_101));
    }

    private void factors(Exchange exchange) {
        int limit = exchange.query("limit").map(FootprintApi::limit).orElse(50);
        String words = exchange.query("q").orElse("");
        FactorLibrary library = library(exchange);
        List<Factor> found = library.hasCode(words)
                ? library.ofCode(words)
                : library.search(words, limit).stream()
                        .flatMap(code -> library.ofCode(code).stream().limit(3))
                        .toList();
        exchange.json(found.stream()
                .limit(limit)
                .map(f -> factor(f, exchange.language()))
                .toList());
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw BadInput.of(Place.ofField("limit"), "footprint.limit", text);
        }
        return Math.max(1, Integer.parseInt(text));
    }

    private static Map<String, Object> factor(Factor f, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", f.id());
        json.put("code", f.code());
        json.put("name", f.name().in(language));
        json.put("impact", f.impact());
        json.put("value", f.value());
        json.put("per", f.unit().symbol());
        json.put("geography", f.geography().code());
        json.put("period", f.period().toString());
        json.put("boundary", f.boundary().name());
        json.put("gwp", f.gwpSet().name());
        json.put("uncertainty", ImportedFactors.written(f.uncertainty()));
        json.put("source", f.source().title());
        json.put("reference", f.source().reference());
        json.put("licence", f.source().licence());
        return json;
    }
}
