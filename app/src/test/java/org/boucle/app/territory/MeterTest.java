package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.TestServer;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.boucle.features.territory.life.Stage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A flow and a running exchange told by meters, by the API, with the rules of sight. */
class MeterTest {
    private static final String FLOW = "fonderie-vauban:scale";

    private static void readings(TestServer server, Instant now) {
        TelemetryStore store = TelemetryStore.open(server.house().database());
        server.house().sites().save(new Site("vauban", Companies.STEEL, Companies.STEEL, "", "FR", ZoneOffset.UTC));
        server.house().sites().save(new Site("other", "Other", "Other", "", "FR", ZoneOffset.UTC));
        long scale = series(store, "vauban", "scale", "kg", SeriesKind.INTERVAL);
        series(store, "other", "scale", "kg", SeriesKind.INTERVAL);
        series(store, "vauban", "power", "kW", SeriesKind.GAUGE);
        PointBatch batch = PointBatch.ofCapacity(60 * 24);
        for (int hour = 60 * 24; hour > 0; hour--) {
            batch.add(scale, now.minus(hour, ChronoUnit.HOURS).toEpochMilli(), 500);
        }
        store.append(batch);
    }

    private static long series(TelemetryStore store, String site, String name, String unit, SeriesKind kind) {
        return store.series()
                .register(SeriesInfo.of(site, name, unit, kind, Medium.WASTE, "test"))
                .id();
    }

    private static String body(String series, double factor) {
        return "{\"flow\":\"" + FLOW + "\",\"series\":\"" + series + "\",\"factor\":" + factor + "}";
    }

    @Test
    void aMeterTellsAFlowAndAnExchange() {
        try (TestServer server = TestServer.withAdministrator()) {
            Instant now = server.house().clock().instant().truncatedTo(ChronoUnit.HOURS);
            String coordinator = server.token(Role.COORDINATOR);
            String steel = server.house()
                    .accounts()
                    .createToken(server.account("fanny", Role.ENERGY_MANAGER, Companies.STEEL), "t");
            String cement = server.house()
                    .accounts()
                    .createToken(server.account("cyril", Role.ENERGY_MANAGER, Companies.CEMENT), "t");
            DoubleBlindTest.upload(server, coordinator, Companies.steel());
            DoubleBlindTest.upload(server, coordinator, Companies.cement());
            readings(server, now);

            assertThat(server.post("/api/territory/meters", cement, body("vauban/scale", 1))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(server.post("/api/territory/meters", steel, body("other/scale", 1))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.post("/api/territory/meters", steel, body("vauban/power", 1))
                            .statusCode())
                    .as("kW tells no tonnes without a factor")
                    .isEqualTo(400);
            JsonNode told = Json.read(server.post("/api/territory/meters", steel, body("vauban/scale", 1))
                    .body());
            assertThat(told.path("amount").asDouble()).isCloseTo(0.5 * 8766, within(0.5 * 8766 * 0.01));
            assertThat(told.path("confidence").asString()).isEqualTo("MEASURED");
            assertThat(told.path("days").asInt()).isBetween(58, 61);
            assertThat(server.get("/api/territory/meters", cement).body()).isEqualTo("[]");
            assertThat(server.get("/territory/flow?id=" + FLOW, cement).statusCode())
                    .isEqualTo(404);

            runs(server, coordinator, steel, cement, now);
            assertThat(server.send("DELETE", "/api/territory/meters?flow=" + FLOW, steel, "", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/api/territory/meters", steel).body()).isEqualTo("[]");
        }
    }

    private static void runs(TestServer server, String coordinator, String steel, String cement, Instant now) {
        server.post("/api/territory/matches", coordinator, "{}");
        String token = server.house()
                .database()
                .read(SynergyStore::list)
                .getFirst()
                .synergy()
                .id();
        server.post("/api/territory/synergies/" + token + "/consent", steel, "{}");
        server.post("/api/territory/synergies/" + token + "/consent", cement, "{}");
        server.house().database().change(sql -> {
            SynergyStore.stage(
                    sql, token, Stage.RUNNING, now.minus(40, ChronoUnit.DAYS).toEpochMilli());
            SynergyStore.promise(sql, token, 4000);
        });
        JsonNode months = Json.read(server.post(
                        "/api/territory/synergies/" + token + "/meter",
                        steel,
                        "{\"series\":\"vauban/scale\",\"factor\":0.5}")
                .body());
        assertThat(months.path("months").size()).isBetween(2, 3);
        double measured = 0;
        for (JsonNode month : months.path("months")) {
            measured += month.path("measured").asDouble();
        }
        assertThat(measured).isCloseTo(40 * 24 * 0.25, within(1.0));
        assertThat(server.get("/api/territory/synergies/" + token + "/months", cement)
                        .statusCode())
                .isEqualTo(200);
    }
}
