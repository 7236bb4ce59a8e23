package org.boucle.app.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;

/** The pages by which a product is made, described line by line, copied as a variant, and deleted. */
final class EditPages {
    private static final long LONGEST_FILE = 8_000_000;

    private final Products products;
    private final Libraries libraries;
    private final Messages messages;

    EditPages(Products products, Libraries libraries, Messages messages) {
        this.products = products;
        this.libraries = libraries;
        this.messages = messages;
    }

    void routes(Routes routes) {
        routes.page("/footprint/new", Access.MANAGERS, exchange -> blank(exchange, 200, List.of(), Map.of()))
                .form("/footprint/new", Access.MANAGERS, this::create)
                .form("/footprint/import", Access.MANAGERS, this::importFile)
                .form("/footprint/sample", Access.MANAGERS, this::sample)
                .page("/footprint/{id}/model", Access.SIGNED_IN, e -> model(e, 200, List.of(), editedFields(e)))
                .form("/footprint/{id}/items", Access.MANAGERS, this::saveItem)
                .form("/footprint/{id}/remove", Access.MANAGERS, this::removeItem)
                .form("/footprint/{id}/head", Access.MANAGERS, this::saveHead)
                .form("/footprint/{id}/variant", Access.MANAGERS, this::variant)
                .form("/footprint/{id}/delete", Access.MANAGERS, this::delete);
    }

    private FactorLibrary library(Exchange exchange) {
        return libraries.of(exchange.user().company());
    }

    private FactorLibrary library(Products.Stored stored) {
        return libraries.of(stored.company());
    }

    private void blank(Exchange exchange, int status, List<Issue> issues, Map<String, String> fields) {
        Page page = exchange.page("footprint.new");
        exchange.render(status, "footprint/new.jte", page, Map.of("issues", texts(exchange, issues), "fields", fields));
    }

    private void create(Exchange exchange) {
        Map<String, String> fields = fields(exchange.form());
        try {
            Issues issues = new Issues();
            ProductReader.Head head =
                    new ProductReader(library(exchange), exchange.language()).head(fields, Place.WHOLE, issues);
            Product product = ProductReader.assemble(head, List.of(), Place.WHOLE, issues);
            exchange.redirect("/footprint/" + products.add(exchange.user(), product, Optional.empty()) + "/model");
        } catch (BadInput bad) {
            blank(exchange, 400, bad.issues(), fields);
        }
    }

    private void importFile(Exchange exchange) {
        Form.Upload upload =
                exchange.form().file("file").orElseThrow(() -> BadInput.of(Place.ofField("file"), "footprint.file"));
        try {
            Product product = readFile(upload, library(exchange));
            exchange.redirect("/footprint/" + products.add(exchange.user(), product, Optional.empty()));
        } catch (BadInput bad) {
            blank(exchange, 400, bad.issues(), Map.of());
        }
    }

    private static Product readFile(Form.Upload upload, FactorLibrary library) {
        try {
            long size = Files.size(upload.path());
            if (size > LONGEST_FILE) {
                throw BadInput.of(Place.ofFile(upload.name()), "footprint.long", size, LONGEST_FILE);
            }
            return ProductFiles.read(upload.name(), Files.readAllBytes(upload.path()), library);
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the upload", failure);
        }
    }

    private void sample(Exchange exchange) {
        Product chair = Samples.chair(exchange.language(), library(exchange));
        exchange.redirect("/footprint/" + products.add(exchange.user(), chair, Optional.empty()));
    }

    private void model(Exchange exchange, int status, List<Issue> issues, Map<String, String> fields) {
        Products.Stored stored = ProductPages.stored(products, exchange);
        Page page = exchange.page("footprint.model");
        exchange.render(
                status,
                "footprint/model.jte",
                page,
                Map.of(
                        "stored", stored,
                        "product", stored.product(library(stored)),
                        "library", library(stored),
                        "issues", texts(exchange, issues),
                        "fields", fields));
    }

    /** The fields of the item named by {@code ?item=}, to be edited. */
    private Map<String, String> editedFields(Exchange exchange) {
        Products.Stored stored = ProductPages.stored(products, exchange);
        Optional<ProductItem> item = exchange.query("item")
                .flatMap(name -> stored.product(library(stored)).items().stream()
                        .filter(i -> i.name().equals(name))
                        .findFirst());
        Map<String, String> fields = new HashMap<>();
        item.ifPresent(i -> {
            fields.putAll(ProductText.fields(i));
            fields.put("kind", ProductText.kind(i).name());
            fields.put("was", i.name());
        });
        return fields;
    }

    private void saveItem(Exchange exchange) {
        Products.Stored stored = ProductPages.stored(products, exchange);
        Map<String, String> fields = fields(exchange.form());
        try {
            Product product = stored.product(library(stored));
            Issues issues = new Issues();
            ProductItem item = read(exchange.language(), product, library(stored), fields, issues);
            List<ProductItem> items = replaced(product, item, fields.getOrDefault("was", ""));
            ProductReader.Head head = new ProductReader.Head(
                    product.name(),
                    product.functionalUnit(),
                    product.lifetimeMonths(),
                    product.place(),
                    product.year());
            products.save(exchange.user(), stored.id(), ProductReader.assemble(head, items, Place.WHOLE, issues));
            exchange.redirect("/footprint/" + stored.id() + "/model");
        } catch (BadInput bad) {
            model(exchange, 400, bad.issues(), fields);
        }
    }

    private static ProductItem read(
            Language language, Product product, FactorLibrary library, Map<String, String> fields, Issues issues) {
        Map<String, String> own = new HashMap<>(fields);
        Optional<ItemKind> kind = ItemKind.find(own.getOrDefault("kind", ""));
        own.keySet().retainAll(ItemReader.FIELDS);
        if (kind.isEmpty()) {
            throw BadInput.of(Place.ofField("kind"), "footprint.section", fields.getOrDefault("kind", ""));
        }
        ItemReader reader = new ItemReader(library, language, product.place(), product.lifetimeMonths(), issues, false);
        Optional<ProductItem> item = reader.read(kind.get(), own, Place.WHOLE);
        issues.throwIfAny();
        return item.orElseThrow();
    }

    private static List<ProductItem> replaced(Product product, ProductItem item, String was) {
        List<ProductItem> items = new ArrayList<>();
        boolean placed = false;
        for (ProductItem old : product.items()) {
            boolean same = old.name().equals(was);
            items.add(same ? item : old);
            placed |= same;
        }
        if (!placed) {
            items.add(item);
        }
        return items;
    }

    private void removeItem(Exchange exchange) {
        Products.Stored stored = ProductPages.stored(products, exchange);
        Product product = stored.product(library(stored));
        String name = exchange.form().text("item");
        products.save(
                exchange.user(),
                stored.id(),
                product.withItems(product.items().stream()
                        .filter(i -> !i.name().equals(name))
                        .toList()));
        exchange.redirect("/footprint/" + stored.id() + "/model");
    }

    private void saveHead(Exchange exchange) {
        Products.Stored stored = ProductPages.stored(products, exchange);
        Product product = stored.product(library(stored));
        Issues issues = new Issues();
        try {
            ProductReader.Head head = new ProductReader(library(stored), exchange.language())
                    .head(fields(exchange.form()), Place.WHOLE, issues);
            products.save(
                    exchange.user(), stored.id(), ProductReader.assemble(head, product.items(), Place.WHOLE, issues));
            exchange.redirect("/footprint/" + stored.id() + "/model");
        } catch (BadInput bad) {
            model(exchange, 400, bad.issues(), Map.of());
        }
    }

    private void variant(Exchange exchange) {
        Products.Stored stored = ProductPages.stored(products, exchange);
        int count = products.siblings(stored, exchange.user()).size() + 1;
        Product copy = stored.product(library(stored));
        String name = copy.name().substring(0, Math.min(150, copy.name().length()))
                + exchange.text("footprint.variant.suffix", String.valueOf(count));
        long root = stored.variantOf().orElse(stored.id());
        long id = products.add(exchange.user(), copy.withName(name), Optional.of(root));
        exchange.redirect("/footprint/" + id + "/model");
    }

    private void delete(Exchange exchange) {
        Products.Stored stored = ProductPages.stored(products, exchange);
        products.delete(exchange.user(), stored.id());
        exchange.redirect("/footprint");
    }

    private List<String> texts(Exchange exchange, List<Issue> issues) {
        return issues.stream().map(i -> i.text(messages, exchange.language())).toList();
    }

    private static Map<String, String> fields(Form form) {
        Map<String, String> fields = new HashMap<>();
        form.names().stream().filter(n -> !n.startsWith("_")).forEach(n -> fields.put(n, form.text(n)));
        return fields;
    }
}
