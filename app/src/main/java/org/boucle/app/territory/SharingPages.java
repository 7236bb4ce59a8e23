package org.boucle.app.territory;

import java.util.Map;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;

/** Who gains what, on a page, as CSV and by the API. */
final class SharingPages {
    private final TerritoryDesk desk;
    private final SharingDesk sharing;

    SharingPages(TerritoryDesk desk, SharingDesk sharing) {
        this.desk = desk;
        this.sharing = sharing;
    }

    void routes(Routes routes) {
        routes.page("/territory/sharing", TerritoryRoom.COORDINATORS, this::show)
                .file("/territory/sharing.csv", TerritoryRoom.COORDINATORS, this::csv)
                .get(
                        "/api/territory/sharing",
                        TerritoryRoom.COORDINATORS,
                        ApiDoc.of(
                                "territory",
                                "Shapley shares of the plan, every coalition planned anew, with core check"),
                        exchange -> {
                            OverviewPages.insider(exchange);
                            exchange.json(sharing.shares());
                        });
    }

    private void show(Exchange exchange) {
        OverviewPages.insider(exchange);
        SharingDesk.Result result = sharing.shares();
        exchange.render(
                "territory/sharing.jte",
                exchange.page("territory.sharing"),
                Map.of(
                        "result",
                        result,
                        "worth",
                        desk.planned().plan().map(plan -> plan.eur()).orElse(0.0)));
    }

    private void csv(Exchange exchange) {
        OverviewPages.insider(exchange);
        StringBuilder out = new StringBuilder("company,shapley_eur_per_year,standard_error,half_of_own_exchanges\n");
        for (SharingDesk.Share share : sharing.shares().shares()) {
            Csv.line(out, share.company(), share.eur(), share.error(), share.byPlan());
        }
        exchange.csv("sharing.csv", out.toString());
    }
}
