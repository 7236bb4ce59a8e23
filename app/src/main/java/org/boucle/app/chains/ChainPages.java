package org.boucle.app.chains;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.boucle.app.accounts.Access;
import org.boucle.app.footprint.Results;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.methods.FreightChain;
import org.boucle.core.impact.methods.FreightChain.Element;
import org.boucle.core.impact.methods.FreightChain.Part;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;

/** Transport chains: list, one chain with its legs and hubs, and the same for programs. */
final class ChainPages {
    private static final String TAG = "footprint";
    private static final String EXAMPLE = "{\"name\":\"Lyon-Leeds\",\"mass\":\"10 t\",\"country\":\"FR\",\"year\":2025,"
            + "\"elements\":[{\"kind\":\"leg\",\"flow\":\"freight.road.articulated\",\"distance\":\"700 km\"},"
            + "{\"kind\":\"hub\",\"name\":\"Dock\",\"kilograms\":1.2}]}";

    private final ChainStore store;
    private final Function<String, FactorLibrary> libraries;
    private final Messages messages;

    ChainPages(ChainStore store, Function<String, FactorLibrary> libraries, Messages messages) {
        this.store = store;
        this.libraries = libraries;
        this.messages = messages;
    }

    void routes(Routes routes) {
        routes.page("/footprint/chains", Access.SIGNED_IN, e -> list(e, 200, List.of()))
                .form("/footprint/chains", Access.MANAGERS, this::create)
                .page("/footprint/chains/{id}", Access.SIGNED_IN, e -> one(e, 200, List.of()))
                .file("/footprint/chains/{id}/legs.csv", Access.SIGNED_IN, this::csv)
                .form("/footprint/chains/{id}/add", Access.MANAGERS, this::addElement)
                .form("/footprint/chains/{id}/change", Access.MANAGERS, this::change)
                .form("/footprint/chains/{id}/delete", Access.MANAGERS, this::delete)
                .post(
                        "/api/footprint/chain",
                        Access.SIGNED_IN,
                        ApiDoc.of(
                                        TAG,
                                        "A transport chain (ISO 14083) leg by leg, operation and provision apart; not stored")
                                .body("application/json", EXAMPLE),
                        e -> e.json(json(read(e), library(e))))
                .get(
                        "/api/footprint/chains",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "The stored transport chains"),
                        this::all)
                .post(
                        "/api/footprint/chains",
                        Access.MANAGERS,
                        ApiDoc.of(TAG, "Store a transport chain").body("application/json", EXAMPLE),
                        e -> e.json(201, Map.of("id", store.add(e.user(), read(e)))))
                .get(
                        "/api/footprint/chains/{id}",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "A stored transport chain"),
                        e -> e.json(json(stored(e).chain(), library(e))));
    }

    private FactorLibrary library(Exchange exchange) {
        return libraries.apply(exchange.user().company());
    }

    private FreightChain read(Exchange exchange) {
        return new ChainReader(library(exchange), Language.EN).chain(exchange.json());
    }

    private void all(Exchange exchange) {
        exchange.json(store.list(exchange.user()).stream()
                .map(c -> Map.of(
                        "id",
                        c.id(),
                        "name",
                        c.chain().name(),
                        "tonnes",
                        c.chain().tonnes()))
                .toList());
    }

    private static Map<String, Object> json(FreightChain chain, FactorLibrary library) {
        List<Object> parts = new ArrayList<>();
        for (Part part : chain.parts(library)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", part.element().name());
            row.put("kilometres", part.kilometres());
            row.put("operation", part.operation().isPresent() ? part.operation().getAsDouble() : null);
            row.put("provision", part.provision().isPresent() ? part.provision().getAsDouble() : null);
            row.put("total", part.total().isPresent() ? part.total().getAsDouble() : null);
            row.put("factors", part.factors().stream().map(m -> m.factor().id()).toList());
            parts.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", chain.name());
        json.put("tonnes", chain.tonnes());
        json.put("unit", "kg CO2e");
        json.put("total", chain.kilograms(library));
        var intensity = chain.intensity(library);
        json.put("intensityPerTonneKilometre", intensity.isPresent() ? intensity.getAsDouble() : null);
        json.put("elements", parts);
        return json;
    }

    private StoredChain stored(Exchange exchange) {
        String id = exchange.path("id");
        if (!id.matches("\\d{1,15}")) {
            throw new NotFound("chain " + id);
        }
        return store.find(Long.parseLong(id), exchange.user()).orElseThrow(() -> new NotFound("chain " + id));
    }

    private List<String> texts(Exchange exchange, List<Issue> issues) {
        return issues.stream().map(i -> i.text(messages, exchange.language())).toList();
    }

    private void list(Exchange exchange, int status, List<Issue> issues) {
        Page page = exchange.page("chains.title");
        List<ChainView> rows = store.list(exchange.user()).stream()
                .map(c -> new ChainView(page, c, libraries.apply(c.company())))
                .toList();
        exchange.render(status, "chains/list.jte", page, Map.of("rows", rows, "issues", texts(exchange, issues)));
    }

    private void one(Exchange exchange, int status, List<Issue> issues) {
        StoredChain stored = stored(exchange);
        Page page = exchange.page("chains.one");
        exchange.render(
                status,
                "chains/one.jte",
                page,
                Map.of(
                        "view",
                        new ChainView(page, stored, libraries.apply(stored.company())),
                        "issues",
                        texts(exchange, issues)));
    }

    private void create(Exchange exchange) {
        try {
            FreightChain chain =
                    new ChainReader(library(exchange), exchange.language()).head(fields(exchange.form()), List.of());
            exchange.redirect("/footprint/chains/" + store.add(exchange.user(), chain));
        } catch (BadInput bad) {
            list(exchange, 400, bad.issues());
        }
    }

    private void addElement(Exchange exchange) {
        StoredChain stored = stored(exchange);
        try {
            ChainReader reader = new ChainReader(library(exchange), exchange.language());
            List<Element> elements = new ArrayList<>(stored.chain().elements());
            if (elements.size() >= ChainReader.MOST) {
                throw BadInput.of(Place.WHOLE, "chains.many", ChainReader.MOST);
            }
            reader.element(fields(exchange.form()), Place.WHOLE).ifPresent(elements::add);
            reader.throwIfAny();
            save(exchange, stored, elements);
        } catch (BadInput bad) {
            one(exchange, 400, bad.issues());
        }
    }

    /** Removes an element ({@code remove}) or moves it one place up ({@code up}). */
    private void change(Exchange exchange) {
        StoredChain stored = stored(exchange);
        List<Element> elements = new ArrayList<>(stored.chain().elements());
        int remove = index(exchange.form().text("remove"), elements.size());
        int up = index(exchange.form().text("up"), elements.size());
        if (remove >= 0) {
            elements.remove(remove);
        } else if (up > 0) {
            Collections.swap(elements, up, up - 1);
        }
        save(exchange, stored, elements);
    }

    private static int index(String text, int size) {
        int index = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        return index < size ? index : -1;
    }

    private void save(Exchange exchange, StoredChain stored, List<Element> elements) {
        FreightChain was = stored.chain();
        store.save(
                exchange.user(),
                stored.id(),
                new FreightChain(was.name(), was.tonnes(), was.place(), was.year(), elements));
        exchange.redirect("/footprint/chains/" + stored.id());
    }

    private void delete(Exchange exchange) {
        store.delete(exchange.user(), stored(exchange).id());
        exchange.redirect("/footprint/chains");
    }

    private void csv(Exchange exchange) {
        StoredChain stored = stored(exchange);
        StringBuilder csv = new StringBuilder("element,km,operation_kg,provision_kg,total_kg,factors\n");
        for (Part part : stored.chain().parts(libraries.apply(stored.company()))) {
            csv.append(Results.cell(part.element().name())).append(',').append(part.kilometres());
            csv.append(',')
                    .append(part.operation().isPresent() ? part.operation().getAsDouble() : "");
            csv.append(',')
                    .append(part.provision().isPresent() ? part.provision().getAsDouble() : "");
            csv.append(',').append(part.total().isPresent() ? part.total().getAsDouble() : "");
            csv.append(',')
                    .append(Results.cell(String.join(
                            " ",
                            part.factors().stream().map(m -> m.factor().id()).toList())))
                    .append('\n');
        }
        exchange.csv(stored.chain().name() + ".csv", csv.toString());
    }

    private static Map<String, String> fields(Form form) {
        Map<String, String> fields = new HashMap<>();
        form.names().forEach(name -> fields.put(name, form.text(name)));
        fields.remove("_csrf");
        return fields;
    }
}
