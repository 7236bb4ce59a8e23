package org.boucle.app.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FootprintApiTest {
    private static final String CHAIR = "{\"product\":\"Chair\",\"place\":\"FR\",\"year\":2023,\"materials\":["
            + "{\"name\":\"Frame\",\"flow\":\"steel\",\"quantity\":\"4 kg\"}],\"steps\":["
            + "{\"name\":\"Welding\",\"flow\":\"electricity\",\"quantity\":\"3 kWh\"}]}";

    @Test
    void aModelIsAnsweredWithTotalsLinesAndSources() {
        try (TestServer server = TestServer.withAdministrator()) {
            var answer = server.post("/api/footprint", server.token(Role.VIEWER), CHAIR);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode json = Json.read(answer.body());
            assertThat(json.at("/totals/0/category").asString()).isEqualTo("ghg");
            assertThat(json.at("/totals/0/value").asDouble()).isCloseTo(4 * 2.211 + 3 * 0.056039, within(1e-9));
            assertThat(json.at("/totals/0/low").asDouble())
                    .isLessThan(json.at("/totals/0/value").asDouble());
            assertThat(json.at("/lines/0/factor/licence").asString()).isEqualTo("Licence-Ouverte-2.0");
            assertThat(json.at("/lines/0/fallbacks/0/kind").asString()).isEqualTo("year");
            assertThat(json.at("/efSingleScore/missingCategories").size()).isEqualTo(6);
            assertThat(json.at("/efSingleScore/missingWeight").asDouble()).isCloseTo(0.2865, within(1e-3));
            assertThat(json.at("/accounts/scope3/1").asDouble()).isCloseTo(4 * 2.211, within(1e-9));
            assertThat(json.at("/accounts/ghgProtocol/SCOPE_2").asDouble()
                            + json.at("/accounts/scope3/3").asDouble())
                    .isCloseTo(3 * 0.056039, within(1e-9));
            assertThat(json.at("/accounts/beges/0/code").asString()).startsWith("2.1");
        }
    }

    @Test
    void storedProductsAreComparedAndABodyThatIsWrongIsAProblemWithPlaces() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.ENERGY_MANAGER);
            String lighter = CHAIR.replace("4 kg", "3 kg").replace("Chair", "Lighter chair");
            assertThat(server.post("/api/footprint/products", token, CHAIR).statusCode())
                    .isEqualTo(201);
            assertThat(server.post("/api/footprint/products", token, lighter).statusCode())
                    .isEqualTo(201);
            JsonNode ids =
                    Json.read(server.get("/api/footprint/products", token).body());
            String path = "/api/footprint/products/" + ids.get(0).path("id").asInt() + "/compare?with="
                    + ids.get(1).path("id").asInt();
            JsonNode comparison = Json.read(server.get(path, token).body());
            assertThat(comparison.at("/0/difference").asDouble()).isCloseTo(-2.211, within(1e-9));
            assertThat(comparison.at("/0/probabilityLower").asDouble()).isGreaterThan(0.95);

            String wrong =
                    "{\"product\":\"\",\"materials\":[{\"name\":\"a\",\"flow\":\"unobtainium\",\"quantity\":\"many\"}]}";
            var refused = server.post("/api/footprint", token, wrong);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("materials")
                    .contains("quantity")
                    .contains("unobtainium");
            assertThat(server.post("/api/footprint", token, "{\"product\":").statusCode())
                    .isEqualTo(400);
            assertThat(server.post("/api/footprint", "", CHAIR).statusCode()).isEqualTo(401);
            assertThat(server.post("/api/footprint/products", server.token(Role.VIEWER), CHAIR)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.get("/api/footprint/products/99999", token).statusCode())
                    .isEqualTo(404);
            assertThat(server.get("/footprint/nonsense", token).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void oneCompanyDoesNotSeeAnothersProducts() {
        try (TestServer server = TestServer.withAdministrator()) {
            var a = server.house().accounts().createToken(server.account("anna", Role.ENERGY_MANAGER, "A"), "t");
            var b = server.house().accounts().createToken(server.account("bert", Role.ENERGY_MANAGER, "B"), "t");
            String id = Json.read(
                            server.post("/api/footprint/products", a, CHAIR).body())
                    .path("id")
                    .asString();
            assertThat(server.get("/api/footprint/products/" + id, a).statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/api/footprint/products/" + id, b).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void importedFactorsAnswerAfterwardsAndAnUploadThatIsWrongLeavesNothing() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.ENERGY_MANAGER);
            String good = "code,name,value,unit,source\nmaterial.alloy,Alloy X,3.2,kg,Supplier A\n";
            assertThat(upload(server, token, good)).isEqualTo(201);
            assertThat(server.get("/api/footprint/factors?q=alloy", token).body())
                    .contains("Supplier A");
            String bad = "code,name,value,unit,source\nmaterial.b,B,1,kg,S\nmaterial.c,C,NaN,kg,S\n";
            assertThat(upload(server, token, bad)).isEqualTo(400);
            assertThat(server.get("/api/footprint/factors?q=material.b", token).body())
                    .doesNotContain("material.b\"");
            assertThat(upload(server, token, "PK\u0003\u0004rubbish")).isEqualTo(400);
            assertThat(upload(server, token, "")).isEqualTo(400);
        }
    }

    @Test
    void aProductOutlivesTheImportThatItUsed() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.ENERGY_MANAGER);
            String good = "code,name,value,unit,source\nmaterial.alloy,Alloy X,3.2,kg,Supplier A\n";
            assertThat(upload(server, token, good)).isEqualTo(201);
            String model = CHAIR.replace("\"steel\"", "\"material.alloy\"");
            String id = Json.read(
                            server.post("/api/footprint/products", token, model).body())
                    .path("id")
                    .asString();
            server.house().database().change(sql -> sql.run("DELETE FROM footprint_factor"));
            server.house().database().change(sql -> sql.run("DELETE FROM footprint_import"));
            // another import makes the library forget what it held
            assertThat(upload(server, token, good.replace("alloy", "other").replace("Alloy X", "Other")))
                    .isEqualTo(201);
            var answer = server.get("/api/footprint/products/" + id, token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Json.read(answer.body()).path("missing").size()).isEqualTo(1);
            assertThat(server.get("/footprint", token).statusCode()).isEqualTo(200);
        }
    }

    private static int upload(TestServer server, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address("/api/footprint/factors?name=own.csv")))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        return server.send(request).statusCode();
    }

    @Test
    void theShippedExamplesAreReadAndTheCommandComparesThem() throws Exception {
        Path examples = Path.of("..", "examples", "products");
        assertThat(Files.list(examples).count()).isGreaterThanOrEqualTo(2);
        java.io.PrintStream before = System.out;
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try {
            System.setOut(new java.io.PrintStream(out, true, StandardCharsets.UTF_8));
            int code = org.boucle.app.Boucle.run(
                    "footprint",
                    examples.resolve("chair.yaml").toString(),
                    "--compare",
                    examples.resolve("chair-lighter.yaml").toString(),
                    "--format",
                    "csv");
            assertThat(code).isZero();
            assertThat(org.boucle.app.Boucle.run(
                            "footprint", examples.resolve("chair.yaml").toString()))
                    .isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ghg,kg CO2e,")
                .contains("Workshop chair (");
    }
}
