package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;

/** Every page, download and answer of the coordinator, with nothing, with one site, and with the samples. */
class PagesTest {
    private static final List<String> PATHS = List.of(
            "/territory",
            "/territory/flows",
            "/territory/flows.csv",
            "/territory/sites.csv",
            "/territory/candidates",
            "/territory/candidates?family=recovery&km=50&confidence=DECLARED&status=WASTE",
            "/territory/candidates.csv?family=sharing",
            "/territory/plan",
            "/territory/plan?periods=SEASONS&kind=HEAT",
            "/territory/plan?periods=MONTHS",
            "/territory/plan.csv?periods=QUARTERS",
            "/territory/front.csv",
            "/territory/indicators.csv",
            "/territory/sharing",
            "/territory/sharing.csv",
            "/territory/pools",
            "/territory/pools.csv",
            "/territory/heat",
            "/territory/heat?dt=20&u=1&d=0.3",
            "/territory/heat.csv",
            "/territory/water",
            "/territory/water?loss=2",
            "/territory/water.csv?loss=2",
            "/territory/synergies",
            "/territory/synergies.csv",
            "/territory/report",
            "/territory/kalundborg",
            "/api/territory/flows",
            "/api/territory/meters",
            "/api/territory/candidates?most=20",
            "/api/territory/plan?periods=seasons",
            "/api/territory/sharing",
            "/api/territory/pools",
            "/api/territory/offers",
            "/api/territory/water?loss=1",
            "/api/territory/synergies");

    @Test
    void everythingOpensWithNothingWithOneSiteAndWithTheSamples() {
        try (TestServer server = TestServer.withAdministrator()) {
            String coordinator = server.token(Role.COORDINATOR);
            all(server, coordinator);
            DoubleBlindTest.upload(server, coordinator, Companies.cement());
            all(server, coordinator);
            TerritoryDesk desk = new TerritoryDesk(
                    server.house(), org.boucle.features.territory.catalog.Catalog::shipped, (model, limits) -> {
                        throw new IllegalStateException("no solver");
                    });
            Samples.kalundborg(desk, "test");
            server.post("/api/territory/matches", coordinator, "{}");
            all(server, coordinator);
            String synergy = Json.read(
                            server.get("/api/territory/synergies", coordinator).body())
                    .get(0)
                    .path("token")
                    .asString();
            String flow = Json.read(
                            server.get("/api/territory/flows", coordinator).body())
                    .get(0)
                    .path("id")
                    .asString();
            for (String path : List.of(
                    "/territory/synergies/" + synergy,
                    "/territory/synergies/" + synergy + "/report",
                    "/territory/synergies/" + synergy + "/months.csv",
                    FlowLinks.path(flow),
                    FlowLinks.path(flow).replace("flow?", "flow.csv?"))) {
                ok(server, path, coordinator);
            }
        }
    }

    private static void all(TestServer server, String token) {
        for (String path : PATHS) {
            ok(server, path, token);
        }
    }

    private static void ok(TestServer server, String path, String token) {
        HttpResponse<String> answer = server.get(path, token);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[territory.").doesNotContain("NaN");
    }
}
