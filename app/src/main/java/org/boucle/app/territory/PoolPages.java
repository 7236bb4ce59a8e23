package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.units.Quantity;
import org.boucle.features.territory.intake.Cells;
import org.boucle.features.territory.intake.OfferReader;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.pooling.NewActivity;

/** Collecting, buying and using together, and the activities that are missing here. */
public final class PoolPages {
    private static final double LEAST_TONNES = 100;
    private static final int SHOWN = 12;

    private final TerritoryDesk desk;
    private final PoolDesk pools;

    PoolPages(TerritoryDesk desk, PoolDesk pools) {
        this.desk = desk;
        this.pools = pools;
    }

    void routes(Routes routes) {
        routes.page("/territory/pools", TerritoryRoom.COORDINATORS, this::list)
                .page("/territory/pool", TerritoryRoom.COORDINATORS, exchange -> show(exchange, 200, List.of()))
                .file("/territory/pools.csv", TerritoryRoom.COORDINATORS, this::csv)
                .form("/territory/offers", TerritoryRoom.COORDINATORS, this::offer)
                .form("/territory/offers/remove", TerritoryRoom.COORDINATORS, this::removeOffers);
    }

    static PoolDesk.Manner manner(Exchange exchange) {
        PoolDesk.Manner usual = PoolDesk.Manner.USUAL;
        return new PoolDesk.Manner(
                number(exchange, "lorry", usual.lorryTonnes(), 40),
                number(exchange, "rounds", usual.roundsPerYear(), 366),
                number(exchange, "open", usual.openHours(), 8_784));
    }

    static double number(Exchange exchange, String name, double usual, double most) {
        Optional<String> text = exchange.query(name);
        double value = text.map(t -> Quantity.findNumber(t, exchange.language())
                        .orElseThrow(() -> BadInput.of(Place.ofField(name), "territory.number", t)))
                .orElse(usual);
        if (!(value > 0 && value <= most)) {
            throw BadInput.of(Place.ofField(name), "territory.range", value, 0, most);
        }
        return value;
    }

    private void list(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        List<PoolDesk.Pooled> all = pools.all(inventory, manner(exchange));
        List<NewActivity> activities = NewActivity.of(inventory, desk.catalog(), LEAST_TONNES);
        Map<String, Object> model = new HashMap<>();
        for (PoolDesk.Family family : PoolDesk.Family.values()) {
            model.put(
                    family.name().toLowerCase(java.util.Locale.ROOT) + "s",
                    all.stream().filter(p -> p.family() == family).limit(SHOWN).toList());
        }
        model.put("activities", activities.subList(0, Math.min(10, activities.size())));
        model.put("inventory", inventory);
        model.put("names", OverviewPages.names(desk, exchange));
        exchange.render("territory/pools.jte", exchange.page("territory.pools"), model);
    }

    private void show(Exchange exchange, int status, List<String> issues) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        String seed = exchange.query("seed").orElse("");
        PoolDesk.Manner manner = manner(exchange);
        PoolDesk.Pooled pooled = pools.find(inventory, seed, manner).orElseThrow(() -> new NotFound("pool"));
        Map<String, Object> model = new HashMap<>();
        model.put("pooled", pooled);
        model.put("manner", manner);
        model.put("map", map(exchange, inventory, pooled));
        model.put("inventory", inventory);
        model.put("names", OverviewPages.names(desk, exchange));
        model.put("issues", issues);
        exchange.render(status, "territory/pool.jte", exchange.page("territory.pool"), model);
    }

    /** The rounds as a map of their own; empty for other families. */
    private static String map(Exchange exchange, Inventory inventory, PoolDesk.Pooled pooled) {
        if (!(pooled.gain() instanceof PoolDesk.Gain.Rounds rounds)) {
            return "";
        }
        List<MapChart.Arc> arcs = new ArrayList<>();
        List<org.boucle.features.territory.inventory.Site> sites =
                pooled.flows().stream().map(inventory::siteOf).distinct().toList();
        for (List<Integer> round : rounds.round().rounds()) {
            org.boucle.features.territory.inventory.Place at = rounds.depot();
            for (int stop : round) {
                var next = inventory.siteOf(pooled.flows().get(stop)).place();
                arcs.add(new MapChart.Arc(at, next, 0.1, ""));
                at = next;
            }
            arcs.add(new MapChart.Arc(at, rounds.depot(), 0.1, ""));
        }
        return MapChart.of(sites, arcs, exchange.text("territory.pool.map"));
    }

    private void offer(Exchange exchange) {
        OverviewPages.insider(exchange);
        try {
            Map<String, Cells.Cell> cells = new HashMap<>();
            for (String column : Workbook.OFFER_COLUMNS) {
                exchange.form().find(column).ifPresent(text -> cells.put(column, Cells.Cell.text(text)));
            }
            Issues issues = new Issues();
            var tier = new OfferReader(desk.catalog(), issues).read(new Cells(Place.WHOLE, cells, exchange.language()));
            issues.throwIfAny();
            desk.house().database().change(sql -> {
                TerritoryStore.addOffer(sql, "", tier.orElseThrow());
                desk.house()
                        .accounts()
                        .audit(
                                sql,
                                exchange.user().name(),
                                "territory.offer",
                                tier.get().what(),
                                tier.get().supplier());
            });
            exchange.redirect("/territory/pool?seed="
                    + FlowLinks.encoded(exchange.query("seed").orElse("")));
        } catch (BadInput bad) {
            show(exchange, 400, FlowPages.texts(desk, exchange, bad));
        }
    }

    private void removeOffers(Exchange exchange) {
        OverviewPages.insider(exchange);
        String supplier = exchange.form().text("supplier");
        String what = exchange.form().text("what");
        desk.house().database().change(sql -> {
            TerritoryStore.removeOffers(sql, supplier, what);
            desk.house().accounts().audit(sql, exchange.user().name(), "territory.offer.removed", what, supplier);
        });
        exchange.redirect("/territory/pool?seed="
                + FlowLinks.encoded(exchange.query("seed").orElse("")));
    }

    private void csv(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        StringBuilder out = new StringBuilder(
                "family,what,seed,members,amount_per_year,unit,radius_km,before,after,saved,saved_unit\n");
        for (PoolDesk.Pooled each : pools.all(inventory, manner(exchange))) {
            double[] gain = gain(each.gain());
            Csv.line(
                    out,
                    each.family(),
                    each.pool().what(),
                    each.pool().flows().getFirst(),
                    each.flows().size(),
                    each.pool().perYear(),
                    each.flows().getFirst().kind().unit().symbol(),
                    each.pool().radiusKm(),
                    gain[0],
                    gain[1],
                    gain[0] - gain[1],
                    unit(each.family()));
        }
        exchange.csv("pools.csv", out.toString());
    }

    static String unit(PoolDesk.Family family) {
        return switch (family) {
            case ROUND -> "km/a";
            case PURCHASE -> "EUR/a";
            case EQUIPMENT -> "machines";
        };
    }

    /** Before and after. */
    static double[] gain(PoolDesk.Gain gain) {
        return switch (gain) {
            case PoolDesk.Gain.Rounds r ->
                new double[] {r.round().kmAlone() * r.perYear(), r.round().km() * r.perYear()};
            case PoolDesk.Gain.Purchase p ->
                new double[] {p.purchase().eurToday(), p.purchase().eurTogether()};
            case PoolDesk.Gain.Equipment e ->
                new double[] {e.equipment().alone(), e.equipment().together().machines()};
        };
    }
}
