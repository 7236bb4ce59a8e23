package org.boucle.app.energytwin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.boucle.app.accounts.Role;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Shared;
import org.boucle.app.testing.TestServer;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;

/** A real plant of the past, one interval meter and nothing else: every page has to make sense of it. */
class SteelSiteTest {
    private static final Site SITE = new Site("steel", "Steel plant", "Steel", "", "KR", ZoneId.of("Asia/Seoul"));

    private static void load(TestServer server) throws IOException {
        List<String> rows = Files.readAllLines(Shared.file("datasets/steel/train_jan_sep.csv"));
        server.house().sites().save(SITE);
        TelemetryStore store = TelemetryStore.open(server.house().database());
        long id = store.series()
                .register(new SeriesInfo(
                        0, "steel", "Usage_kWh", "kWh", SeriesKind.INTERVAL, Medium.ELECTRICITY, "file", 0, 900_000))
                .id();
        long time = LocalDate.of(2018, 1, 1)
                .atStartOfDay(SITE.timeZone())
                .toInstant()
                .toEpochMilli();
        PointBatch batch = PointBatch.ofCapacity(rows.size());
        for (String row : rows.subList(1, rows.size())) {
            batch.add(id, time, Double.parseDouble(row.split(",")[1]));
            time += 900_000;
        }
        store.append(batch);
    }

    @Test
    void isShownPredictedAndWatched() throws IOException {
        try (TestServer before = TestServer.withAdministrator()) {
            load(before);
            Parts parts =
                    Parts.of(before.house(), TelemetryStore.open(before.house().database()));
            List<Meter> meters = parts.meters().of(SITE);
            assertThat(meters).singleElement().matches(meter -> meter.isSite());
            var now = parts.readings().now(meters).orElseThrow();
            var made = parts.outlooks().make(SITE, meters, now);
            assertThat(made.history().days()).isEqualTo(272);
            assertThat(made.history().total(0)).isBetween(351.0, 353.0);
            var outlook = made.outlook().orElseThrow();
            assertThat(outlook.model().rmse()).isLessThan(outlook.profile().rmse());
            assertThat(outlook.model().rmse()).isLessThan(outlook.naive().rmse());
            assertThat(new SiteWatch(
                                    parts.readings(),
                                    SITE,
                                    meters,
                                    Settings.of(before.house().database(), "steel"),
                                    now)
                            .settled())
                    .hasSizeLessThan(6);
            assertThat(new Production01Practice(parts).standing(SITE).missing()).isEmpty();
            assertThat(new Dashboard(parts)).isNotNull();
        }
    }

    @Test
    void emptySitesAndUnknownOnesAreAnswered() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.VIEWER);
            assertThat(server.get("/energy", token).statusCode()).isEqualTo(200);
            assertThat(server.get("/energy/alerts", token).statusCode()).isEqualTo(200);
            assertThat(server.get("/energy/prediction", token).statusCode()).isEqualTo(200);
            assertThat(server.get("/energy/baseline", token).statusCode()).isEqualTo(200);
            assertThat(server.get("/energy/table/curve", token).statusCode()).isEqualTo(404);
            assertThat(server.get("/api/energy/nowhere/curve", token).statusCode())
                    .isEqualTo(404);
            server.house().sites().save(SITE);
            assertThat(server.get("/api/energy/steel/curve", token).statusCode())
                    .isEqualTo(404);
            assertThat(server.post("/api/energy/steel/batches", token, "[]").statusCode())
                    .isEqualTo(403);
            String operator = server.token(Role.OPERATOR);
            assertThat(server.post("/api/energy/steel/batches", operator, "{}").statusCode())
                    .isEqualTo(400);
            assertThat(server.post("/api/energy/steel/batches", operator, "[{\"id\":1}]")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.post(
                                    "/api/energy/steel/plan",
                                    operator,
                                    "[{\"day\":\"2026-03-02\",\"name\":\"tonnes\",\"value\":12.5}]")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.post("/api/energy/steel/alerts/acknowledge", operator, "{\"key\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
