package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.boucle.core.twin.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The kit of a site is recorded, shown and turned into proposals of lever [Outil Indus-02], in both languages. */
class FleetBrowserTest {
    private static final Site SITE = new Site("works", "Works", "", "", "FR", ZoneId.of("Europe/Paris"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void kitIsRecordedAndTheLeverTellsWhatItCouldSpare(Language language) {
        boolean french = language == Language.FR;
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            server.house().sites().save(SITE);
            browser.signIn("admin")
                    .go("/levers/it-ot")
                    .awaitText(french ? "Les équipements numériques" : "The digital");
            browser.go("/it/configure/terminal?device=screen-27&hours_per_day=" + (french ? "7,5" : "7.5"))
                    .awaitText("kg CO2e");
            browser.type("quantity", "30").press("form[action='/it/fleet'] button");
            browser.awaitText(french ? "Parc du site" : "Kit of the site")
                    .awaitText(french ? "Écran, 27 pouces" : "Screen, 27 inches");
            browser.press("form.card[action='/it/fleet'] button").awaitText("m5.xlarge");
            browser.assertAccessible().assertEcoIndexA().screenshot("it-fleet-" + language.code());
            browser.press("#fleet tbody tr:first-child a.opens").awaitText("Boavizta 2023");
            browser.go("/levers/it-ot")
                    .awaitText(french ? "deux ans de plus" : "two years longer")
                    .awaitText(french ? "plus propre" : "cleaner");
            browser.press("section.card details summary")
                    .awaitText(french ? "Effet rebond" : "Rebound")
                    .assertAccessible()
                    .screenshot("it-lever-" + language.code());
            assertThat(browser.text()).doesNotContain("[itfootprint.");
        }
    }

    @Test
    void theApiAddsAnInventoryAndTheMatrixFills() {
        try (TestServer server = TestServer.withAdministrator()) {
            server.house().sites().save(SITE);
            String manager = server.token(Role.ENERGY_MANAGER);
            String table = "kind,quantity,device,archetype,location,load\nterminal,10,laptop-pro,,FRA,\n"
                    + "server,8,,platform_compute_medium,DEU,10\n";
            JsonNode kept = Json.read(server.send("POST", "/api/it/fleet?site=works", manager, "text/csv", table)
                    .body());
            assertThat(kept.get("lines").size()).isEqualTo(2);
            assertThat(kept.at("/use/value").asDouble()).isPositive();
            JsonNode matrix =
                    Json.read(server.get("/api/levers?site=works", manager).body());
            JsonNode cell = find(matrix).at("/indicators/energy");
            assertThat(cell.get("state").asString()).isEqualTo("potential");
            assertThat(cell.get("expected").asDouble()).isGreaterThan(5_000);
            assertThat(cell.get("low").asDouble()).isLessThan(cell.get("high").asDouble());
            String wrong = "kind,quantity\nboat,3\n";
            assertThat(server.send("POST", "/api/it/fleet?site=works", manager, "text/csv", wrong)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(Json.read(server.get("/api/it/fleet?site=works", manager).body())
                            .get("lines")
                            .size())
                    .isEqualTo(2);
            assertThat(server.send("POST", "/api/it/fleet?site=works", server.token(Role.AUDITOR), "text/csv", table)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static JsonNode find(JsonNode matrix) {
        for (JsonNode row : matrix) {
            if (row.get("acronym").asString().equals("Outil Indus-02")) {
                return row;
            }
        }
        throw new AssertionError("No row of the lever in " + matrix);
    }
}
