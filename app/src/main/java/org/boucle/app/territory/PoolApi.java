package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.territory.intake.Cells;
import org.boucle.features.territory.intake.OfferReader;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.pooling.PriceTier;
import tools.jackson.databind.JsonNode;

/** Pools and suppliers' prices by the API. */
final class PoolApi {
    private final TerritoryDesk desk;
    private final PoolDesk pools;

    PoolApi(TerritoryDesk desk, PoolDesk pools) {
        this.desk = desk;
        this.pools = pools;
    }

    private static ApiDoc doc(String summary) {
        return ApiDoc.of("territory", summary);
    }

    void routes(Routes routes) {
        routes.get(
                        "/api/territory/pools",
                        TerritoryRoom.COORDINATORS,
                        doc("Joint rounds, group purchases and shared equipment with what each gains")
                                .query("lorry", "t a lorry carries, 12 if left out")
                                .query("rounds", "rounds a year, 26 if left out")
                                .query("open", "hours a year in which equipment is used, 2000 if left out"),
                        this::list)
                .get("/api/territory/offers", TerritoryRoom.COORDINATORS, doc("Suppliers\u2019 prices"), exchange -> {
                    OverviewPages.insider(exchange);
                    exchange.json(desk.offers());
                })
                .post(
                        "/api/territory/offers",
                        TerritoryRoom.COORDINATORS,
                        doc("Add a supplier\u2019s price from an amount on")
                                .body(
                                        "application/json",
                                        "{\"supplier\":\"S\",\"what\":\"pallets\",\"from\":100,\"eur\":150}"),
                        this::offer);
    }

    private void offer(Exchange exchange) {
        OverviewPages.insider(exchange);
        JsonNode body = exchange.json();
        Map<String, Cells.Cell> cells = new HashMap<>();
        for (String column : Workbook.OFFER_COLUMNS) {
            JsonNode node = body.path(column);
            if (node.isNumber()) {
                cells.put(column, Cells.Cell.number(node.asString()));
            } else if (!node.asString("").isBlank()) {
                cells.put(column, Cells.Cell.text(node.asString("")));
            }
        }
        Issues issues = new Issues();
        PriceTier tier = new OfferReader(desk.catalog(), issues)
                .read(new Cells(Place.WHOLE, cells, exchange.language()))
                .orElseThrow(() -> new BadInput(issues.list()));
        desk.house().database().change(sql -> {
            TerritoryStore.addOffer(sql, "", tier);
            desk.house().accounts().audit(sql, exchange.user().name(), "territory.offer", tier.what(), tier.supplier());
        });
        exchange.json(201, tier);
    }

    private void list(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        List<Map<String, Object>> json = new ArrayList<>();
        for (PoolDesk.Pooled each : pools.all(inventory, PoolPages.manner(exchange))) {
            Map<String, Object> pool = new LinkedHashMap<>();
            double[] gain = PoolPages.gain(each.gain());
            pool.put("family", each.family());
            pool.put("what", each.pool().what());
            pool.put("flows", each.pool().flows());
            pool.put("perYear", each.pool().perYear());
            pool.put("unit", each.flows().getFirst().kind().unit().symbol() + "/a");
            pool.put("radiusKm", each.pool().radiusKm());
            pool.put("before", gain[0]);
            pool.put("after", gain[1]);
            pool.put("savedUnit", PoolPages.unit(each.family()));
            switch (each.gain()) {
                case PoolDesk.Gain.Rounds r -> pool.put("round", r.round());
                case PoolDesk.Gain.Purchase p -> pool.put("purchase", p.purchase());
                case PoolDesk.Gain.Equipment e -> pool.put("equipment", e.equipment());
            }
            json.add(pool);
        }
        exchange.json(json);
    }
}
