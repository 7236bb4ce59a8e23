package org.boucle.app.digitalservice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.input.BadInput;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.service.Costs;
import org.boucle.features.itfootprint.service.EngineCosts;
import org.boucle.features.itfootprint.service.LifeStage;
import org.boucle.features.itfootprint.service.ServiceFootprint;
import org.boucle.features.itfootprint.service.ServiceLine;
import org.boucle.features.itfootprint.service.Tier;

/** Digital services: a builder, a report, an API. */
public final class DigitalServiceRoom implements Room {
    private static final String EXAMPLE = """
            {"name":"Reservations","unit":"booking","unitsPerMonth":1700000,"country":"FRA",
             "hosting":[{"provider":"aws","type":"m5.xlarge","region":"eu-west-3","count":12,"load":30}],
             "megabytes":3,"mobile":60,"minutes":3,"share":{"smartphone":60,"laptop":40}}""";

    private final House house;
    private final ServiceStore store;
    private final java.util.function.Supplier<Costs> costs;
    private final java.util.function.Supplier<ServiceReader> reader;

    public DigitalServiceRoom(House house) {
        this.house = house;
        this.store = new ServiceStore(house);
        this.costs = Once.of(EngineCosts::shipped);
        this.reader = Once.of(() -> new ServiceReader(ItFootprint.shipped().catalogue()));
    }

    @Override
    public String name() {
        return "digitalservice";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("digitalservice", "001_services"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                NavigationEntry.Stage.UNDERSTAND, "/services", "digitalservice.title", 60, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        Access asker = house.publicIt() ? Access.PUBLIC : Access.SIGNED_IN;
        routes.page("/services", Access.SIGNED_IN, this::list)
                .page("/services/new", Access.SIGNED_IN, exchange -> builder(exchange, starter(exchange), 0))
                .page("/services/{id}", Access.SIGNED_IN, this::open)
                .page("/services/{id}/report", Access.SIGNED_IN, this::report)
                .file("/services/{id}/lines.csv", Access.SIGNED_IN, this::csv)
                .form("/services/preview", Access.SIGNED_IN, this::preview)
                .form("/services/explain", Access.SIGNED_IN, this::explain)
                .form("/services", Access.MANAGERS, exchange -> keep(exchange, 0))
                .form(
                        "/services/{id}",
                        Access.MANAGERS,
                        exchange -> keep(exchange, kept(exchange).id()))
                .post(
                        "/api/services/assess",
                        asker,
                        ApiDoc.of("digital services", "Footprint of a digital service per functional unit")
                                .body("application/json", EXAMPLE),
                        exchange -> exchange.json(ServiceJson.of(footprint(Fields.of(exchange.json())))))
                .get(
                        "/api/services/{id}",
                        Access.SIGNED_IN,
                        ApiDoc.of("digital services", "Footprint of a kept digital service"),
                        exchange -> exchange.json(
                                ServiceJson.of(footprint(kept(exchange).fields()))));
    }

    private ServiceFootprint footprint(Fields fields) {
        return ServiceFootprint.of(reader.get().read(fields), costs.get());
    }

    private void list(Exchange exchange) {
        exchange.render(
                "digitalservice/list.jte", exchange.page("digitalservice.title"), Map.of("services", store.list()));
    }

    /** The talk's own example, so that the first page shows a whole result. */
    private static Fields starter(Exchange exchange) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", exchange.text("digitalservice.example.name"));
        values.put("unit", exchange.text("digitalservice.example.unit"));
        values.put("unitsPerMonth", "1700000");
        values.put("country", "FRA");
        values.put("hosting.0.name", "web");
        values.put("hosting.0.provider", "aws");
        values.put("hosting.0.type", "m5.xlarge");
        values.put("hosting.0.region", "eu-west-3");
        values.put("hosting.0.count", "12");
        values.put("hosting.0.load", "30");
        values.put("megabytes", "3");
        values.put("mobile", "60");
        values.put("minutes", "3");
        values.put("share.smartphone", "60");
        values.put("share.laptop", "30");
        values.put("share.desktop", "10");
        return new Fields(values);
    }

    private void open(Exchange exchange) {
        ServiceStore.Kept kept = kept(exchange);
        builder(exchange, kept.fields(), kept.id());
    }

    private void builder(Exchange exchange, Fields fields, long id) {
        Page page = exchange.page("digitalservice.build");
        Outcome outcome = outcome(exchange, fields, page);
        exchange.render(
                outcome.issues().isEmpty() ? 200 : 400,
                "digitalservice/build.jte",
                page,
                Map.of("id", id, "view", outcome.view(), "issues", outcome.issues(), "form", new BuilderForm(fields)));
    }

    /** A view of the footprint, or what keeps it from being computed. */
    private record Outcome(Optional<ServiceView> view, List<String> issues) {}

    private Outcome outcome(Exchange exchange, Fields fields, Page page) {
        try {
            return new Outcome(Optional.of(new ServiceView(footprint(fields), page)), List.of());
        } catch (BadInput bad) {
            List<String> texts = bad.issues().stream()
                    .map(issue -> issue.text(house.messages(), exchange.language()))
                    .toList();
            return new Outcome(Optional.empty(), texts);
        }
    }

    private void preview(Exchange exchange) {
        Page page = exchange.page("digitalservice.build");
        Outcome outcome = outcome(exchange, Fields.of(exchange.form()), page);
        exchange.render("digitalservice/result.jte", page, Map.of("view", outcome.view(), "issues", outcome.issues()));
    }

    private void explain(Exchange exchange) {
        Page page = exchange.page("digitalservice.build");
        Tier tier = constant(Tier.class, exchange.query("tier").orElse(""));
        Optional<LifeStage> stage = exchange.query("stage").map(name -> constant(LifeStage.class, name));
        ServiceFootprint footprint = footprint(Fields.of(exchange.form()));
        List<ServiceLine> lines = footprint.lines().stream()
                .filter(line -> line.tier() == tier && (stage.isEmpty() || stage.get() == line.stage()))
                .toList();
        exchange.render(
                "digitalservice/explain.jte",
                page,
                Map.of("view", new ServiceView(footprint, page), "tier", tier, "lines", lines));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return java.util.Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
    }

    private void keep(Exchange exchange, long id) {
        Fields fields = Fields.of(exchange.form());
        Page page = exchange.page("digitalservice.build");
        if (!outcome(exchange, fields, page).issues().isEmpty()) {
            builder(exchange, fields, id);
            return;
        }
        String author = exchange.user().name();
        long kept = id;
        if (id == 0) {
            kept = store.create(fields.text("name"), fields, author);
        } else {
            store.change(id, fields.text("name"), fields, author);
        }
        exchange.redirect("/services/" + kept);
    }

    private ServiceStore.Kept kept(Exchange exchange) {
        String id = exchange.path("id");
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("service " + id);
        }
        return store.find(Long.parseLong(id)).orElseThrow(() -> new NotFound("service " + id));
    }

    private void report(Exchange exchange) {
        ServiceStore.Kept kept = kept(exchange);
        Page page = exchange.page("digitalservice.report");
        exchange.render(
                "digitalservice/report.jte",
                page,
                Map.of("kept", kept, "view", new ServiceView(footprint(kept.fields()), page)));
    }

    private void csv(Exchange exchange) {
        ServiceStore.Kept kept = kept(exchange);
        exchange.csv("service-" + kept.id() + ".csv", ServiceJson.csv(footprint(kept.fields())));
    }
}
