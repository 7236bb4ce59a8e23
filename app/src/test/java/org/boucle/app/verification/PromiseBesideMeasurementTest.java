package org.boucle.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;

/** The demonstration's decision of the past, from the promise to the verified saving, in API, pages and matrix. */
class PromiseBesideMeasurementTest {
    @Test
    void theOvenThatIsNoLongerKeptWarmKeepsItsPromise() {
        try (TestServer server = TestServer.start(House::withDemo);
                Browser browser = Browser.open(server, Language.FR)) {
            browser.go("/verify");
            new WebDriverWait(browser.driver(), Duration.ofSeconds(120))
                    .pollingEvery(Duration.ofSeconds(2))
                    .until(driver -> {
                        browser.go("/verify");
                        return browser.text().contains("en service depuis");
                    });
            String manager = server.token(Role.ENERGY_MANAGER);
            JsonNode all = Json.read(server.get("/api/verifications", manager).body());
            assertThat(all).hasSize(1);
            JsonNode energy = all.get(0).path("indicators").get(0);
            assertThat(energy.path("indicator").asString()).isEqualTo("energy");
            assertThat(energy.path("status").asString()).isEqualTo("kept");
            assertThat(energy.path("fractionalUncertainty").asDouble()).isLessThan(0.5);
            browser.awaitText("Promesse tenue")
                    .screenshot("verify-fr")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.press("section.verified h2 a").awaitText("Comment c'est mesuré");
            browser.screenshot("verify-one-fr").assertAccessible().assertEcoIndexA();
            browser.press("a[lang=en]").awaitText("Promise kept").screenshot("verify-one-en");
            browser.go("/verify").awaitText("Promise kept").screenshot("verify-en");
            browser.go("/")
                    .awaitText("✓")
                    .screenshot("matrix-verified-en")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.go("/levers/production-energy").awaitText("Promise kept");
            browser.screenshot("lever-verified-en").assertAccessible().assertEcoIndexA();
            browser.go("/decisions").awaitText("Promise kept").assertAccessible();
            theDateCanBeSaidAnew(server, manager, all.get(0).path("decision").asInt());
        }
    }

    /** A later date leaves too few days: the page says how many are missing, and from when it can be told. */
    private static void theDateCanBeSaidAnew(TestServer server, String manager, int number) {
        String path = "/api/decisions/" + number + "/service";
        String viewer = server.token(Role.VIEWER);
        String lately = LocalDate.now().minusDays(10).toString();
        assertThat(server.post(path, viewer, "{\"from\":\"" + lately + "\"}").statusCode())
                .isEqualTo(403);
        assertThat(server.post(path, manager, "{\"from\":\"yesterday\",\"boundary\":\"moon\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.post("/api/decisions/999/service", manager, "{\"from\":\"2026-03-02\"}")
                        .statusCode())
                .isEqualTo(404);
        JsonNode later = Json.read(server.post(path, manager, "{\"from\":\"" + lately + "\",\"boundary\":\"site\"}")
                .body());
        JsonNode energy = later.path("indicators").get(0);
        assertThat(energy.path("status").asString()).isEqualTo("not yet measurable");
        assertThat(energy.path("missing").asString()).isEqualTo("report");
        assertThat(LocalDate.parse(energy.path("from").asString())).isAfter(LocalDate.now());
        assertThat(server.get("/api/decisions/verify", manager).body())
                .contains("in-service")
                .doesNotContain("false");
    }
}
