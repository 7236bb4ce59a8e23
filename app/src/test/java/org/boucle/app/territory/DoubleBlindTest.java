package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No answer, page, error or log line tells a company who the other is, how much or where, before both have agreed. */
class DoubleBlindTest {
    /** What the cement works must not learn of the foundry: names, exact amount, place, label, price. */
    private static final List<String> SECRETS = List.of(
            "Vauban",
            "vauban",
            "Fensch",
            "Calamine",
            "4321",
            "4,321",
            "4 321",
            "4\u202f321",
            "49.327",
            "49,327",
            "6.1187",
            "10 02 10",
            "100210");

    @Test
    void nothingTellsTheOtherBeforeBothAgree() {
        List<String> logged = new ArrayList<>();
        Handler handler = listener(logged);
        Logger.getLogger("").addHandler(handler);
        try (TestServer server = TestServer.withAdministrator()) {
            String coordinator = server.token(Role.COORDINATOR);
            assertThat(upload(server, coordinator, Companies.steel()).statusCode())
                    .isEqualTo(201);
            assertThat(upload(server, coordinator, Companies.cement()).statusCode())
                    .isEqualTo(201);
            assertThat(server.post("/api/territory/matches", coordinator, "{}").statusCode())
                    .isEqualTo(200);
            for (Role role : List.of(Role.ENERGY_MANAGER, Role.OPERATOR, Role.VIEWER, Role.COORDINATOR)) {
                String cement = token(server, "cement " + role, role, Companies.CEMENT);
                assertNothingSeen(server, cement);
            }
            String cement = token(server, "ciment", Role.ENERGY_MANAGER, Companies.CEMENT);
            String steel = token(server, "fonderie", Role.ENERGY_MANAGER, Companies.STEEL);
            String synergy = Json.read(
                            server.get("/api/territory/synergies", cement).body())
                    .get(0)
                    .get("token")
                    .asString();
            assertThat(server.post(path(synergy, "consent"), cement, "{}").statusCode())
                    .isEqualTo(200);
            assertNothingSeen(server, cement);
            assertThat(server.post(path(synergy, "stage"), cement, "{\"stage\":\"STUDIED\"}")
                            .statusCode())
                    .isEqualTo(404);
            String stranger = token(server, "tiers", Role.ENERGY_MANAGER, "Entreprise tierce");
            assertThat(server.get("/api/territory/synergies/" + synergy, stranger)
                            .body())
                    .isEqualTo(server.get("/api/territory/synergies/unknown", stranger)
                            .body());
            assertThat(server.get("/api/territory/synergies", stranger).body()).isEqualTo("[]");
            assertThat(server.post(path(synergy, "consent"), steel, "{}").statusCode())
                    .isEqualTo(200);
            JsonNode open = Json.read(
                    server.get("/api/territory/synergies/" + synergy, cement).body());
            assertThat(open.get("giver").asString()).isEqualTo(Companies.STEEL);
            assertThat(open.get("outPerYear").asDouble()).isEqualTo(4321);
            assertThat(server.house().accounts().trail(50))
                    .extracting(line -> line.action())
                    .contains("territory.import", "territory.match", "territory.consent", "territory.disclosed");
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(logged).noneMatch(line -> SECRETS.stream().anyMatch(line::contains));
    }

    private static void assertNothingSeen(TestServer server, String token) {
        List<String> paths = new ArrayList<>(List.of(
                "/territory",
                "/territory/flows",
                "/territory/flows.csv",
                "/territory/candidates",
                "/territory/candidates.csv",
                "/territory/plan",
                "/territory/plan.csv",
                "/territory/sharing",
                "/territory/pools",
                "/territory/heat",
                "/territory/heat.csv",
                "/territory/water",
                "/territory/water.csv",
                "/territory/sharing.csv",
                "/territory/front.csv",
                "/territory/indicators.csv",
                "/territory/sites.csv",
                "/territory/report",
                "/territory/synergies.csv",
                "/territory/pools.csv",
                "/territory/pool?seed=fonderie-vauban:scale",
                "/territory/flow?id=fonderie-vauban:scale",
                "/territory/flow.csv?id=fonderie-vauban:scale",
                "/api/territory/meters",
                "/api/territory/sharing",
                "/api/territory/pools",
                "/api/territory/offers",
                "/api/territory/water",
                "/api/levers",
                "/territory/synergies",
                "/territory/kalundborg",
                "/territory/pair?out=fonderie-vauban:scale&in=cimenterie-des-trois-frontieres:ore",
                "/api/territory/flows",
                "/api/territory/candidates",
                "/api/territory/plan",
                "/api/territory/synergies",
                "/api/territory/synergies/nonsense",
                "/audit",
                "/api/territory/explanation?out=x&in=y"));
        for (JsonNode each :
                Json.read(server.get("/api/territory/synergies", token).body())) {
            paths.add("/territory/synergies/" + each.get("token").asString());
            paths.add("/api/territory/synergies/" + each.get("token").asString());
            paths.add("/territory/synergies/" + each.get("token").asString() + "/report");
            paths.add("/territory/synergies/" + each.get("token").asString() + "/months.csv");
            paths.add("/api/territory/synergies/" + each.get("token").asString() + "/months");
        }
        for (String path : paths) {
            assertNoSecret(path, server.get(path, token));
        }
        assertNoSecret("import", upload(server, token, Companies.steel()));
        assertNoSecret("stage", server.post("/api/territory/synergies/x/stage", token, "{"));
        assertNoSecret("match", server.post("/api/territory/matches", token, "{}"));
    }

    private static void assertNoSecret(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        String body = answer.body() == null ? "" : answer.body();
        String own = body.replace("fonderie-vauban:scale", "");
        assertThat(SECRETS.stream().filter(own::contains).toList())
                .as("%s: %s", path, own)
                .isEmpty();
        answer.headers()
                .map()
                .forEach((name, values) -> assertThat(SECRETS.stream().filter(values.toString()::contains))
                        .as(path + " " + name)
                        .isEmpty());
    }

    private static String path(String synergy, String step) {
        return "/api/territory/synergies/" + synergy + "/" + step;
    }

    private static String token(TestServer server, String name, Role role, String company) {
        return server.house().accounts().createToken(server.account(name.replace('_', '-'), role, company), "test");
    }

    static HttpResponse<String> upload(TestServer server, String token, byte[] workbook) {
        return server.send(HttpRequest.newBuilder(URI.create(server.address("/api/territory/workbooks")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(workbook))
                .build());
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (!record.getLoggerName().startsWith("org.openqa") && record.getMessage() != null) {
                    logged.add(record.getMessage() + " " + java.util.Arrays.toString(record.getParameters()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
