package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.app.telemetry.LastValue;
import org.boucle.core.twin.Relation;
import org.boucle.core.twin.Relation.Sort;
import org.boucle.core.twin.Site;
import org.boucle.core.twin.Thing;
import org.boucle.core.twin.Thing.Actor;
import org.boucle.core.twin.Thing.Product;
import org.boucle.core.twin.Twin;

/** The site's graph, for people and programs: what contains what, who makes what, which series measure it. */
public final class TwinPages {
    private static final Duration PRODUCTS_OF = Duration.ofDays(120);
    private final Parts parts;

    TwinPages(Parts parts) {
        this.parts = parts;
    }

    void routes(Routes routes) {
        routes.page("/energy/twin", Access.SIGNED_IN, this::page)
                .get(
                        "/api/energy/{site}/twin",
                        Access.SIGNED_IN,
                        ApiDoc.of(
                                "energy twin",
                                "The site as a graph: things, relations, and the series that measure them"),
                        this::json);
    }

    /** A line of the page: a thing, how deep it is contained, what it makes, and the series at it. */
    public record Row(Thing thing, int depth, List<Thing> makes, List<At> series) {}

    /** A series at a thing with its newest value, {@code NaN} where it has none. */
    public record At(String label, String unit, double last) {}

    private void page(Exchange exchange) {
        Page page = exchange.page("energytwin.twin");
        Optional<Site> site = exchange.scope().site();
        List<Row> rows = new ArrayList<>();
        site.ifPresent(known -> {
            Map<String, At> series = series(known);
            Twin twin = twin(known);
            rows(twin, twin.get(known.id()), 0, series, rows);
        });
        exchange.render("energytwin/twin.jte", page, Map.of("rows", rows));
    }

    private static void rows(Twin twin, Thing thing, int depth, Map<String, At> series, List<Row> rows) {
        rows.add(new Row(
                thing,
                depth,
                twin.related(thing.id(), Sort.MAKES),
                twin.measuring(thing.id()).stream()
                        .map(measure -> series.get(measure.series()))
                        .toList()));
        twin.children(thing.id()).forEach(child -> rows(twin, child, depth + 1, series, rows));
    }

    private Map<String, At> series(Site site) {
        Map<Long, LastValue> last = parts.readings().store().lastValues();
        Map<String, At> series = new LinkedHashMap<>();
        parts.meters()
                .of(site)
                .forEach(meter -> series.put(
                        meter.series().name(),
                        new At(
                                meter.label(),
                                meter.series().unit(),
                                Optional.ofNullable(last.get(meter.id()))
                                        .map(LastValue::value)
                                        .orElse(Double.NaN))));
        return series;
    }

    /** The measured graph with the company that owns the site and the products that its lines made of late. */
    private Twin twin(Site site) {
        Twin twin = parts.meters().twin(site).twin();
        if (!site.company().isBlank()) {
            Actor company = new Actor("actor/" + site.company(), site.company());
            twin = twin.with(company).with(new Relation(Sort.OWNS, company.id(), site.id()));
        }
        Instant now = parts.readings().now(parts.meters().of(site)).orElse(Instant.EPOCH);
        Set<String> known = new LinkedHashSet<>();
        for (Plans.Made made : parts.plans().made(site.id(), now.minus(PRODUCTS_OF), now)) {
            Product product = new Product(
                    "product/" + made.batch().product(),
                    made.batch().product(),
                    made.batch().family(),
                    Product.Life.BUILT);
            String line = SiteTwin.lineId(made.line());
            if (known.add(product.id())) {
                twin = twin.with(product);
            }
            if (twin.find(line).isPresent() && known.add(line + product.id())) {
                twin = twin.with(new Relation(Sort.MAKES, line, product.id()));
            }
        }
        return twin;
    }

    private void json(Exchange exchange) {
        Twin twin = twin(parts.site(exchange));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "things",
                twin.things().stream()
                        .map(thing -> Map.of("id", thing.id(), "name", thing.name(), "kind", thing.kind()))
                        .toList());
        json.put("relations", twin.relations());
        json.put("measures", twin.measures());
        exchange.json(json);
    }
}
