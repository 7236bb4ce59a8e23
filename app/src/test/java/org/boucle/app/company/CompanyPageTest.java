package org.boucle.app.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.boucle.app.Wiring;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An organisation's year as a new user makes it: from meters, by form, from a file; read, compared, opened, closed. */
class CompanyPageTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int YEAR =
            LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(3).getYear();

    /** A site with 100 kW of electricity and 50 kW of gas, all of last year, hour by hour. */
    private static void metered(TestServer server, int year) {
        server.house().sites().save(new Site("works", "Works", "Works", "", "FR", PARIS));
        TelemetryStore store = TelemetryStore.open(server.house().database());
        long power = series(store, "site/power", "kW", SeriesKind.GAUGE, Medium.ELECTRICITY);
        long gas = series(store, "boiler/gas", "kWh", SeriesKind.COUNTER, Medium.GAS);
        PointBatch batch = PointBatch.ofCapacity(20_000);
        long from = LocalDate.of(year, 1, 1).atStartOfDay(PARIS).toInstant().toEpochMilli();
        long to = LocalDate.of(year + 1, 1, 1).atStartOfDay(PARIS).toInstant().toEpochMilli();
        for (long time = from; time <= to; time += 900_000) {
            batch.add(power, time, 100);
            batch.add(gas, time, 50.0 * (time - from) / 3_600_000);
        }
        store.append(batch);
    }

    private static long series(TelemetryStore store, String name, String unit, SeriesKind kind, Medium medium) {
        return store.series()
                .register(new SeriesInfo(0, "works", name, unit, kind, medium, "test", 0, 900_000))
                .id();
    }

    @Test
    void metersFormAndFileMakeAnAccountThatOpensToItsSources(@TempDir Path directory) throws Exception {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            metered(server, YEAR - 1);
            browser.signIn("admin");
            browser.go("/company");
            browser.awaitText("Aucun bilan");
            browser.screenshot("company-empty-fr").assertAccessible().assertEcoIndexA();
            browser.press("a.button[href='/company/new']");
            browser.type("organisation", "Works").type("year", String.valueOf(YEAR - 1));
            browser.press("form.stack[action='/company/new'] button");
            browser.awaitText("Relier ces compteurs");
            browser.press("form[action$='/meters'] button");
            browser.awaitText("Électricité du site");
            browser.type("name", "Camionnettes").type("flow", "gazole").type("quantity", "4 200 L");
            browser.find("select[name=post] option[value='1.2']").click();
            browser.press("#activity button[type=submit]");
            browser.awaitText("Camionnettes");
            Path file = Files.writeString(
                    directory.resolve("activities.csv"),
                    "name;post;flow;quantity;unit;distance\nLivraisons;3.2;freight.road.articulated.fr;2050;t;320 km\n"
                            + "Acier;4.1;material.steel;12;t;\n");
            browser.find("input[name=file]").sendKeys(file.toString());
            browser.press("form[action$='/import'] button");
            browser.awaitText("Livraisons");
            browser.screenshot("company-activities-fr").assertAccessible().assertEcoIndexA();
            browser.press("a.button[href^='/company/']");
            browser.awaitText("GHG Protocol");
            // 876 MWh of electricity, 438 MWh of gross gas
            browser.screenshot("company-account-fr").assertAccessible().assertEcoIndexA();
            browser.find("a.opens[href*='scope=2']").click();
            browser.awaitText("Electricity Maps");
            assertThat(browser.find("#panel").getText())
                    .contains("876")
                    .contains("mesuré")
                    .contains("365 jours lus sur 365");
            browser.screenshot("company-panel-fr");
            browser.press("a[href$='/report']");
            browser.awaitText("vérification par tierce partie");
            browser.screenshot("company-report-fr").assertAccessible().assertEcoIndexA();
        }
    }

    @Test
    void theSampleComparesYearsInEnglish() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.EN)) {
            browser.signIn("admin");
            browser.go("/company").press("form[action='/company/sample'] button");
            browser.awaitText("Scope 2");
            browser.screenshot("company-sample-en").assertAccessible().assertEcoIndexA();
            assertThat(browser.find("#coverage").getText()).contains("of 16 categories have factors");
            browser.press("a[href*='compare?with=']");
            browser.awaitText("Probability that it fell");
            browser.screenshot("company-compare-en").assertAccessible().assertEcoIndexA();
            browser.go("/company");
            browser.screenshot("company-list-en").assertAccessible().assertEcoIndexA();
        }
    }

    @Test
    void theApiComputesStoresComparesAndRefuses() {
        try (TestServer server = TestServer.empty()) {
            String token = server.token(Role.ENERGY_MANAGER);
            String account =
                    "{\"organisation\":\"W\",\"year\":2025,\"activities\":[{\"name\":\"Boiler\",\"post\":\"1.1\","
                            + "\"flow\":\"fuel.natural-gas\",\"quantity\":\"500 MWh\"},{\"name\":\"Power\",\"flow\":"
                            + "\"electricity.grid.consumption\",\"quantity\":\"1 GWh\"}],\"contracts\":[{\"name\":\"GO\","
                            + "\"instrument\":\"GUARANTEE_OF_ORIGIN\",\"share\":\"100 %\",\"grams\":\"10\"}]}";
            JsonNode answer = Json.read(
                    server.post("/api/footprint/account", token, account).body());
            assertThat(answer.at("/locationBased/scope1").asDouble())
                    .isCloseTo(101_083, org.assertj.core.data.Offset.offset(1.0));
            assertThat(answer.at("/locationBased/scope2").asDouble()).isEqualTo(31_000);
            assertThat(answer.at("/marketBased/scope2").asDouble())
                    .isCloseTo(10_000, org.assertj.core.data.Offset.offset(1e-6));
            assertThat(answer.at("/beges")).hasSize(22);
            long known = 0;
            for (JsonNode row : answer.at("/coverage")) {
                known += row.at("/known").asBoolean() ? 1 : 0;
            }
            assertThat(known).isEqualTo(10);

            long first = Json.read(server.post("/api/footprint/accounts", token, account)
                            .body())
                    .at("/id")
                    .asLong();
            long second = Json.read(server.post(
                                    "/api/footprint/accounts",
                                    token,
                                    account.replace("2025", "2026").replace("500 MWh", "300 MWh"))
                            .body())
                    .at("/id")
                    .asLong();
            JsonNode change =
                    Json.read(server.get("/api/footprint/accounts/" + second + "/compare?with=" + first, token)
                            .body());
            assertThat(change.at("/probabilityFell").asDouble()).isGreaterThan(0.99);
            assertThat(change.at("/lines/0/byActivity").asDouble()).isLessThan(-40_000);

            var wrong = server.post(
                    "/api/footprint/account",
                    token,
                    "{\"organisation\":\"\",\"year\":\"soon\",\"activities\":[{\"name\":\"a\",\"quantity\":\"lots\"}]}");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(server.get("/api/footprint/accounts/" + first, server.token(Role.OPERATOR))
                            .statusCode())
                    .isIn(200, 404);
        }
    }

    @Test
    void aClosedAccountKeepsWhatItsMetersSaid() {
        try (TestServer server = TestServer.withAdministrator()) {
            metered(server, YEAR - 1);
            var house = server.house();
            CompanyStore store = new CompanyStore(house.database(), house.accounts(), house.clock());
            HeadReader heads = new HeadReader(house.clock());
            MeterYear meters = new MeterYear(house.database(), TelemetryStore.open(house.database()), house.clock());
            LiveAccounts live = new LiveAccounts(
                    meters,
                    house.sites(),
                    company -> org.boucle.core.factors.FactorLibrary.shipped(),
                    Wiring.messages());
            var user = server.account("manager", Role.ENERGY_MANAGER, "Works");
            StoredAccount head = heads.read(
                    java.util.Map.of("organisation", "Works", "year", String.valueOf(YEAR - 1), "site", "works"),
                    house.sites().list());
            long id = store.add(user, head);
            store.put(
                    user,
                    id,
                    java.util.List.of(ActivityWords.metered(
                            MeterKind.ELECTRICITY, "Power", new org.boucle.core.factors.Geography("FR"))));
            StoredAccount open = store.find(id, user).orElseThrow();
            double before = live.footprint(open, Language.EN)
                    .inventory()
                    .total(org.boucle.core.impact.methods.CorporateInventory.Basis.LOCATION);
            assertThat(before).isGreaterThan(1_000);
            store.close(user, id, live.activities(open, Language.EN));
            StoredAccount closed = store.find(id, user).orElseThrow();
            assertThat(closed.closed()).isPresent();
            assertThat(closed.rows().getFirst().meter()).isEmpty();
            assertThat(closed.rows().getFirst().activity().known().evidence()).contains("365 days read of 365");
            assertThat(live.footprint(closed, Language.EN)
                            .inventory()
                            .total(org.boucle.core.impact.methods.CorporateInventory.Basis.LOCATION))
                    .isEqualTo(before);
        }
    }
}
