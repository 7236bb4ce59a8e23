package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Our own API beyond the peer, over the real server. */
class ItApiTest {
    private static JsonNode post(TestServer server, String path, String body) {
        HttpResponse<String> answer = server.post(path, "", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    @Test
    void facilitiesMultiplyUseAndAddWater() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            String item = "{\"kind\":\"server\",\"spec\":{\"usage\":{\"usage_location\":\"FRA\",\"avg_power\":100}},"
                    + "\"duration\":1000,\"criteria\":[\"gwp\",\"wu\"]%s}";
            JsonNode bare = post(server, "/api/it/assess", item.formatted(""));
            JsonNode housed = post(
                    server, "/api/it/assess", item.formatted(",\"facility\":{\"pue\":1.5,\"wue\":2,\"redundancy\":1}"));
            double use = bare.at("/impacts/gwp/use/value").asDouble();
            assertThat(use).isCloseTo(0.098 * 100, within(1e-9));
            assertThat(housed.at("/impacts/gwp/use/value").asDouble()).isCloseTo(use * 1.5 * 2, within(1e-9));
            double water = bare.at("/impacts/wu/use/value").asDouble();
            assertThat(housed.at("/impacts/wu/use/value").asDouble())
                    .isCloseTo(water * 3 + 100 * 2 * 2 / 1000.0, within(1e-9));
            assertThat(bare.at("/impacts/gwp/total/p5").asDouble())
                    .isLessThan(bare.at("/impacts/gwp/total/p95").asDouble());
        }
    }

    @Test
    void tenThousandItemsAreAnsweredInOneCall() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            items.append(i == 0 ? "" : ",")
                    .append(
                            switch (i % 4) {
                                case 0 -> "{\"kind\":\"laptop\"}";
                                case 1 ->
                                    "{\"kind\":\"cloud\",\"spec\":{\"provider\":\"aws\",\"instance_type\":\"m5.large\"}}";
                                case 2 -> "{\"kind\":\"industrial\",\"archetype\":\"plc-compact\"}";
                                default -> "{\"kind\":\"nonsense\"}";
                            });
        }
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            JsonNode answer = post(server, "/api/it/batch", "{\"items\":[" + items + "]}");
            assertThat(answer.get("items").asInt()).isEqualTo(10_000);
            assertThat(answer.get("refused").asInt()).isEqualTo(2_500);
            assertThat(answer.at("/totals/gwp/value").asDouble()).isPositive();
            assertThat(answer.at("/results/3/issues").isArray()).isTrue();
        }
    }

    @Test
    void dataServicesIndustrialKitAndDeclarationsAreKnown() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            JsonNode service = post(
                    server,
                    "/api/it/assess",
                    "{\"kind\":\"service\",\"spec\":{\"usage_location\":\"FRA\",\"amounts\":[{\"service\":\"storage_ssd\","
                            + "\"quantity\":1000,\"copies\":3}]}}");
            assertThat(service.at("/impacts/gwp/use/value").asDouble()).isCloseTo(3.6 * 0.098, within(1e-9));
            assertThat(server.get("/api/it/industrial-kit", "").body()).contains("robot-controller");
            assertThat(server.get("/api/it/declared?search=latitude&category=Laptop", "")
                            .body())
                    .contains("Dell");
            assertThat(Json.read(server.get("/api/it/declared/distributions", "")
                                    .body())
                            .at("/Laptop/count")
                            .asInt())
                    .isGreaterThan(100);
            assertThat(server.post("/api/it/assess", "", "{\"facility\":{\"pue\":0.5}}")
                            .statusCode())
                    .isBetween(400, 499);
        }
    }

    @Test
    void anInventoryIsWeighedWholeOrRefusedWithEveryFault() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            String good = "kind;quantity;device;location\nterminal;12;laptop-pro;FRA\nserver;2;;DEU\n";
            HttpResponse<String> answer = server.send("POST", "/api/it/import", "", "text/csv", good);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Json.read(answer.body()).get("lines").asInt()).isEqualTo(2);
            String bad = "kind,quantity\nterminal,many\nspaceship,1\n";
            HttpResponse<String> refused = server.send("POST", "/api/it/import", "", "text/csv", bad);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Json.read(refused.body()).get("issues").size()).isEqualTo(2);
        }
    }

    @Test
    void secondLivesOvercommitAndHoursAreHeeded() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            String item = "{\"kind\":\"server\",\"spec\":{\"usage\":{\"avg_power\":100}},\"duration\":2%s}";
            JsonNode bare = post(server, "/api/it/assess", item.formatted(""));
            double made = bare.at("/impacts/gwp/embedded/value").asDouble();
            JsonNode second = post(server, "/api/it/assess", item.formatted(",\"second_life\":{\"refurbished\":0.4}"));
            assertThat(second.at("/impacts/gwp/embedded/value").asDouble()).isCloseTo(0.72 * made, within(1e-9));
            assertThat(second.at("/impacts/gwp/use")).isEqualTo(bare.at("/impacts/gwp/use"));
            JsonNode machine = post(
                    server,
                    "/api/it/assess",
                    item.formatted(",\"virtual\":{\"vcpus\":8,\"host_threads\":64,\"memory\":8,"
                            + "\"host_memory\":256,\"cpu_overcommit\":4}"));
            assertThat(machine.at("/impacts/gwp/total/value").asDouble())
                    .isCloseTo(bare.at("/impacts/gwp/total/value").asDouble() / 32, within(1e-9));
            JsonNode hourly = post(
                    server,
                    "/api/it/assess",
                    item.formatted(",\"hourly\":{\"watts\":[50,150],\"factors\":[0.4,0.1]},\"facility\":{\"pue\":2}"));
            assertThat(hourly.at("/impacts/gwp/use/value").asDouble())
                    .isCloseTo(2 * (0.05 * 0.4 + 0.15 * 0.1), within(1e-12));
            assertThat(hourly.at("/impacts/gwp/embedded/value").asDouble()).isCloseTo(made, within(1e-12));
            for (String bad : new String[] {
                "\"second_life\":{\"refurbished\":40}",
                "\"virtual\":{\"vcpus\":8}",
                "\"hourly\":{\"watts\":[1,2],\"factors\":[1]}",
                "\"hourly\":{\"watts\":[1,null],\"factors\":[1,1]}"
            }) {
                assertThat(server.post("/api/it/assess", "", "{" + bad + "}").statusCode())
                        .isBetween(400, 499);
            }
        }
    }
}
