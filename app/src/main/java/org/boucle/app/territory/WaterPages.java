package org.boucle.app.territory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.units.Quantity;
import org.boucle.features.territory.inventory.Inventory;

/** Water networks of the territory on a page, as CSV and by the API. */
final class WaterPages {
    private final TerritoryDesk desk;
    private final WaterDesk water;

    WaterPages(TerritoryDesk desk) {
        this.desk = desk;
        this.water = new WaterDesk(desk.solver());
    }

    void routes(Routes routes) {
        routes.page("/territory/water", TerritoryRoom.COORDINATORS, this::show)
                .file("/territory/water.csv", TerritoryRoom.COORDINATORS, this::csv)
                .get(
                        "/api/territory/water",
                        TerritoryRoom.COORDINATORS,
                        ApiDoc.of("territory", "Least fresh water for the given flows and the given loads")
                                .query("loss", "% of the water lost per km of pipe, 0 if left out"),
                        this::json);
    }

    /** Percent lost per kilometre. */
    private static double loss(Exchange exchange) {
        String text = exchange.query("loss").orElse("0");
        double percent = Quantity.findNumber(text, exchange.language())
                .orElseThrow(() -> BadInput.of(Place.ofField("loss"), "territory.number", text));
        if (!(percent >= 0 && percent <= 50)) {
            throw BadInput.of(Place.ofField("loss"), "territory.range", percent, 0, 50);
        }
        return percent;
    }

    private void show(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        double loss = loss(exchange);
        exchange.render(
                "territory/water.jte",
                exchange.page("territory.water"),
                Map.of(
                        "flow", water.fixedFlow(inventory, loss / 100),
                        "load", water.fixedLoad(inventory, loss / 100),
                        "loss", loss,
                        "inventory", inventory,
                        "names", OverviewPages.names(desk, exchange)));
    }

    private void csv(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        double share = loss(exchange) / 100;
        StringBuilder out = new StringBuilder("problem,from,to,t_per_h,leaked_t_per_h\n");
        Map<String, WaterDesk.Network> networks = new LinkedHashMap<>();
        networks.put("fixed flow", water.fixedFlow(inventory, share));
        networks.put("fixed load", water.fixedLoad(inventory, share));
        networks.forEach((name, network) ->
                network.pipes().forEach(pipe -> Csv.line(out, name, pipe.from(), pipe.to(), pipe.sent(), pipe.lost())));
        exchange.csv("water.csv", out.toString());
    }

    private void json(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        double share = loss(exchange) / 100;
        exchange.json(Map.of(
                "unit", "t/h",
                "fixedFlow", water.fixedFlow(inventory, share),
                "fixedLoad", water.fixedLoad(inventory, share)));
    }
}
