package org.boucle.app.itfootprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.House;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.features.itfootprint.ItFootprint;

/** The digital kit recorded on a site: its list, what it weighs in a year, lines added from a set-up or a table. */
final class FleetPage {
    private static final int MOST_LINES = 1_000;
    private static final double MOST_UNITS = 1e9;

    private final House house;
    private final FleetStore store;

    FleetPage(House house, FleetStore store) {
        this.house = house;
        this.store = store;
    }

    void register(Routes routes) {
        ApiDoc read = ApiDoc.of("digital footprint", "The digital kit of a site and what it weighs in a year")
                .query("site", "site id; the first one where it is left out");
        ApiDoc add = ApiDoc.of("digital footprint", "Adds an inventory in CSV to the kit of a site: all lines or none")
                .query("site", "site id; the first one where it is left out")
                .body("text/csv", "kind,quantity,device,location\nterminal,12,laptop-pro,FRA\n");
        routes.page("/it/fleet", Access.SIGNED_IN, exchange -> show(exchange, List.of()))
                .form("/it/fleet", Access.MANAGERS, this::add)
                .form("/it/fleet/{id}/remove", Access.MANAGERS, this::remove)
                .get("/api/it/fleet", Access.SIGNED_IN, read, this::json)
                .post("/api/it/fleet", Access.MANAGERS, add, this::post);
    }

    private void show(Exchange exchange, List<String> issues) {
        Optional<Site> site = exchange.scope().site();
        FleetView view = FleetView.of(site.map(s -> store.list(s.id())).orElse(List.of()));
        exchange.render(
                issues.isEmpty() ? 200 : 400,
                "itfootprint/fleet.jte",
                exchange.page("itfootprint.fleet.title"),
                Map.of("site", site, "view", view, "issues", issues));
    }

    private static Site site(Exchange exchange) {
        return exchange.scope().site().orElseThrow(() -> BadInput.of(Place.ofField("site"), "it.no-site"));
    }

    /** One set-up with its quantity, or a table of them. */
    private void add(Exchange exchange) {
        try {
            Form form = exchange.form();
            List<FleetStore.New> lines = form.text("setup").isBlank()
                    ? inventory(exchange, form.text("text").getBytes(StandardCharsets.UTF_8))
                    : List.of(one(exchange, form));
            keep(exchange, lines);
            exchange.redirect("/it/fleet");
        } catch (BadInput bad) {
            show(
                    exchange,
                    bad.issues().stream()
                            .limit(50)
                            .map(issue -> issue.text(house.messages(), exchange.language()))
                            .toList());
        }
    }

    private static FleetStore.New one(Exchange exchange, Form form) {
        Setup setup = Setup.parse(form.text("setup"), exchange.language());
        setup.assess(ItFootprint.shipped(), false);
        String text = form.text("quantity");
        double quantity = org.boucle.core.units.Quantity.findNumber(text.isBlank() ? "1" : text, exchange.language())
                .filter(units -> units > 0 && units <= MOST_UNITS)
                .orElseThrow(() -> BadInput.of(Place.ofField("quantity"), "it.number", text, 1, "1e9"));
        return new FleetStore.New(quantity, setup);
    }

    private static List<FleetStore.New> inventory(Exchange exchange, byte[] content) {
        Inventory.Result result =
                Inventory.read("text", content, exchange.language()).weigh("text", ItFootprint.shipped());
        List<FleetStore.New> lines = new ArrayList<>();
        result.lines()
                .forEach(weighed -> lines.add(new FleetStore.New(
                        weighed.line().quantity(), weighed.line().setup())));
        return lines;
    }

    private void keep(Exchange exchange, List<FleetStore.New> lines) {
        Site site = site(exchange);
        if (store.count(site.id()) + lines.size() > MOST_LINES) {
            throw BadInput.of(Place.ofField("text"), "it.items", MOST_LINES);
        }
        store.add(site.id(), lines, exchange.user().name());
    }

    private void remove(Exchange exchange) {
        String id = exchange.path("id");
        if (id.matches("\\d{1,18}")) {
            store.remove(
                    site(exchange).id(), Long.parseLong(id), exchange.user().name());
        }
        exchange.redirect("/it/fleet");
    }

    private void post(Exchange exchange) {
        try (java.io.InputStream body = exchange.body()) {
            keep(exchange, inventory(exchange, body.readNBytes(4 << 20)));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException("Reading the kit", failure);
        }
        json(exchange);
    }

    private void json(Exchange exchange) {
        Site site = site(exchange);
        FleetView view = FleetView.of(store.list(site.id()));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (FleetView.Row row : view.rows()) {
            lines.add(Map.of(
                    "id",
                    row.id(),
                    "item",
                    row.setup().title(),
                    "setup",
                    row.setup().address(),
                    "quantity",
                    row.quantity(),
                    "gwp_year",
                    row.total()));
        }
        exchange.json(Map.of(
                "site", site.id(), "unit", "kgCO2eq/a", "making", view.making(), "use", view.use(), "lines", lines));
    }
}
