package org.boucle.app.energytwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.JsonNode;

/** Territory, company and site: chosen once, kept from page to page, and never wider than what the user may see. */
class ScopeTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static void site(TestServer server, String id, String company, String territory, double kW, String now) {
        server.house().sites().save(new Site(id, "Site " + id, company, territory, "FR", PARIS));
        StringBuilder points = new StringBuilder();
        Instant end = Instant.parse(now);
        for (int quarter = 0; quarter <= 8 * 96; quarter++) {
            Instant time = end.minusSeconds(900L * (8 * 96 - quarter));
            points.append("{\"site\":\"%s\",\"series\":\"site/power\",\"time\":\"%s\",\"value\":%s,\"unit\":\"kW\"}\n"
                    .formatted(id, time, kW));
        }
        String manager = server.token(Role.ADMINISTRATOR);
        TelemetryStore.open(server.house().database())
                .series()
                .register(SeriesInfo.of(id, "site/power", "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "test"));
        server.get("/api/telemetry/series", manager);
        assertThat(server.send("POST", "/api/telemetry/points", manager, "application/x-ndjson", points.toString())
                        .statusCode())
                .isLessThan(300);
    }

    private static TestServer threeSites() {
        TestServer server = TestServer.withAdministrator();
        site(server, "north", "Biscuits & Cie", "Deux Rives", 100, "2026-03-12T10:00:00Z");
        site(server, "south", "Biscuits & Cie", "Deux Rives", 50, "2026-03-12T10:00:00Z");
        site(server, "mill", "Moulin", "Deux Rives", 30, "2026-03-12T09:00:00Z");
        site(server, "old", "Moulin", "Ailleurs", 10, "2024-03-12T10:00:00Z");
        return server;
    }

    private static JsonNode overview(TestServer server, String token, String scope) {
        return Json.read(server.get("/api/energy/overview?period=WEEK&scope=" + scope, token)
                .body());
    }

    @Test
    void sumsAreOverTheSitesOfTheScopeThatTheUserMaySee() {
        try (TestServer server = threeSites()) {
            String all = server.token(Role.COORDINATOR);
            double week = 7 * 24;
            JsonNode territory = overview(server, all, "territory:Deux%20Rives");
            assertThat(territory.path("sites")).hasSize(3);
            assertThat(territory.path("energyKWh").asDouble()).isCloseTo(180 * week, within(180 * 2.0));
            JsonNode company = overview(server, all, "company:Biscuits%20%26%20Cie");
            assertThat(company.path("energyKWh").asDouble()).isCloseTo(150 * week, within(150 * 2.0));
            JsonNode mills = overview(server, all, "company:Moulin");
            assertThat(mills.path("sites")).hasSize(2);
            assertThat(mills.path("sitesSummed").asInt()).as("two years apart").isEqualTo(1);
            assertThat(mills.path("energyKWh").asDouble()).isCloseTo(30 * week, within(60.0));
            server.account("miller", Role.ENERGY_MANAGER, "Moulin");
            String miller = server.house()
                    .accounts()
                    .createToken(server.house().accounts().findByName("miller").orElseThrow(), "t");
            JsonNode own = overview(server, miller, "territory:Deux%20Rives");
            assertThat(own.path("sites")).as("of the territory only the own").hasSize(1);
            assertThat(own.path("energyKWh").asDouble()).isCloseTo(30 * week, within(60.0));
            assertThat(overview(server, miller, "company:Biscuits%20%26%20Cie")
                            .path("scope")
                            .asString())
                    .isEqualTo("site:mill");
            assertThat(server.get("/api/energy/north/curve", miller).statusCode())
                    .isEqualTo(404);
            assertThat(server.get("/api/telemetry/series", miller).body())
                    .contains("mill")
                    .doesNotContain("north");
            assertThat(server.get("/api/energy/alerts?scope=territory:Deux%20Rives", miller)
                            .body())
                    .doesNotContain("north");
            assertThat(Json.read(server.get("/api/levers?scope=territory:Deux%20Rives", all)
                            .body()))
                    .hasSize(19);
        }
    }

    @Test
    void theSwitchStaysWhileOneMoves() {
        try (TestServer server = threeSites();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin").go("/energy");
            new Select(browser.find("select[name=scope]")).selectByVisibleText("Biscuits & Cie");
            browser.awaitText("Puissance de tous les sites").awaitText("Site south");
            browser.screenshot("overview-fr").assertAccessible().assertEcoIndexA();
            for (String path :
                    new String[] {"/energy/alerts", "/", "/verify", "/energy/prediction", "/levers/production-energy"
                    }) {
                browser.go(path);
                assertThat(new Select(browser.find("select[name=scope]"))
                                .getFirstSelectedOption()
                                .getText())
                        .as(path)
                        .isEqualTo("Biscuits & Cie");
                browser.assertAccessible().assertEcoIndexA();
            }
            browser.screenshot("lever-wide-fr");
            browser.go("/energy/prediction")
                    .awaitText("Cette page montre un seul site")
                    .screenshot("onesite-fr");
            assertThat(browser.driver().findElements(By.linkText("Site south"))).hasSize(1);
            new Select(browser.find("select[name=scope]")).selectByVisibleText("Ailleurs");
            browser.go("/energy").awaitText("Site old");
            browser.press("a[lang=en]").awaitText("Power of all sites").screenshot("overview-en");
            new Select(browser.find("select[name=scope]")).selectByVisibleText("Site north");
            browser.awaitText("Load duration");
        }
    }
}
