package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Random;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.TestServer;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PointsApiTest {
    private static final String POINTS = "/api/telemetry/points";

    private static SeriesInfo power(TelemetryStore store) {
        return store.series()
                .register(SeriesInfo.of("plant", "oven/power", "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "test"));
    }

    /** What another process with the same store would see. */
    private static TelemetryStore storeOf(TestServer server) {
        return TelemetryStore.open(server.house().database());
    }

    @Test
    void keepsGoodLinesAndNamesTheOthers() {
        try (TestServer server = TestServer.empty()) {
            String token = server.token(Role.OPERATOR);
            SeriesInfo series = power(storeOf(server));
            server.get("/api/telemetry/series", token);
            String lines = """
                    {"site":"plant","series":"oven/power","time":1767571200000,"value":41.5,"unit":"kW"}
                    {"site":"plant","series":"oven/power","time":"2026-01-05T00:01:00Z","value":42}
                    {"site":"plant","series":"oven/power","time":"2026-01-05T00:02:00Z","value":42000,"unit":"W"}
                    {"site":"plant","series":"oven/power","time":"2026-01-05T00:02:00Z","va
                    {"site":"plant","series":"unheard","time":"2026-01-05T00:02:00Z","value":1}
                    {"site":"plant","series":"oven/power","unit":"kW","points":[[1767571320000,43],[1767571380000,44]]}
                    {"site":"plant","series":"oven/power","time":"2199-01-05T00:02:00Z","value":1}
                    """;
            JsonNode answer = Json.read(server.send("POST", POINTS, token, "application/x-ndjson", lines)
                    .body());
            assertThat(answer.get("accepted").intValue()).isEqualTo(4);
            assertThat(answer.get("quarantined").intValue()).isEqualTo(1);
            assertThat(answer.get("refused").intValue()).isEqualTo(3);
            assertThat(answer.get("issues").toString())
                    .contains(
                            "\"line\":3", "UNIT_MISMATCH", "\"line\":4", "json.malformed", "\"line\":7", "CLOCK_AHEAD");
            Samples kept = storeOf(server).read(series.id(), 0, Long.MAX_VALUE);
            assertThat(kept.values()).containsExactly(41.5, 42, 43, 44);
            JsonNode read = Json.read(server.get(
                            "/api/telemetry/series/" + series.id()
                                    + "/points?from=2026-01-05T00:00:00Z&to=1767571500000&step=60000",
                            token)
                    .body());
            assertThat(read.get("buckets").get(1).get("mean").doubleValue()).isEqualTo(42);
        }
    }

    @Test
    void anAccountOfACompanyWritesForItsOwnSitesOnly() {
        try (TestServer server = TestServer.empty()) {
            server.house().sites().save(new Site("plant", "Plant", "Ours", "", "FR", ZoneOffset.UTC));
            server.house().sites().save(new Site("other", "Other", "Theirs", "", "FR", ZoneOffset.UTC));
            SeriesInfo series = power(storeOf(server));
            String token =
                    server.house().accounts().createToken(server.account("pusher", Role.OPERATOR, "Ours"), "test");
            String lines = """
                    {"site":"plant","series":"oven/power","time":1767571200000,"value":41.5,"unit":"kW"}
                    {"site":"other","series":"oven/power","time":1767571200000,"value":1,"unit":"kW"}
                    {"site":"nowhere","series":"oven/power","time":1767571200000,"value":1,"unit":"kW"}
                    """;
            JsonNode answer = Json.read(server.send("POST", POINTS, token, "application/x-ndjson", lines)
                    .body());
            assertThat(answer.get("accepted").intValue()).isEqualTo(1);
            assertThat(answer.get("quarantined").intValue()).isZero();
            assertThat(answer.get("refused").intValue()).isEqualTo(2);
            assertThat(answer.get("issues").toString()).contains("\"line\":2", "\"line\":3", "ingest.fault.site");
            assertThat(storeOf(server).read(series.id(), 0, Long.MAX_VALUE).values())
                    .containsExactly(41.5);
        }
    }

    @Test
    void tenThousandMalformedLinesCostNoGoodOneAndNoServerError() {
        try (TestServer server = TestServer.empty()) {
            String token = server.token(Role.OPERATOR);
            SeriesInfo series = power(storeOf(server));
            Random r = new Random(11);
            int good = 0;
            for (int request = 0; request < 20; request++) {
                StringBuilder body = new StringBuilder();
                for (int line = 0; line < 525; line++) {
                    if (line % 21 == 20) {
                        body.append("{\"site\":\"plant\",\"series\":\"oven/power\",\"time\":")
                                .append(1_767_571_200_000L + good++ * 1000L)
                                .append(",\"value\":1.5,\"unit\":\"kW\"}\n");
                    } else {
                        body.append(Garbage.line(r)).append('\n');
                    }
                }
                int status = server.send("POST", POINTS, token, "application/x-ndjson", body.toString())
                        .statusCode();
                assertThat(status).isEqualTo(200);
            }
            assertThat(storeOf(server).read(series.id(), 0, Long.MAX_VALUE).size())
                    .isEqualTo(good);
            assertThat(new Quarantine(server.house().database()).list())
                    .hasSizeLessThanOrEqualTo(Quarantine.MOST_ROWS + 10);
            for (int k = 0; k < 300; k++) {
                int status = server.send("POST", POINTS, token, "application/json", Garbage.line(r))
                        .statusCode();
                assertThat(status).isBetween(200, 499);
            }
        }
    }
}
