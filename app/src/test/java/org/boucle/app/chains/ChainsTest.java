package org.boucle.app.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;

/** A transport chain of four legs and a hub, as a user builds it and as a program asks for it. */
class ChainsTest {
    private static void leg(Browser browser, String name, String flow, String distance) {
        browser.type("name", name).type("flow", flow).type("distance", distance);
        browser.press("form[action$='/add'] button");
        browser.awaitText(name);
    }

    @Test
    void aChainOfManyLegsIsBuiltRemovedFromAndOpened() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.EN)) {
            browser.signIn("admin");
            browser.go("/footprint/chains");
            browser.screenshot("chains-empty-en").assertAccessible().assertEcoIndexA();
            browser.type("name", "Works to Leeds").type("mass", "12 t");
            browser.press("form.row[action='/footprint/chains'] button");
            browser.awaitText("Add the first leg");
            leg(browser, "To the port", "freight.road.articulated.fr", "320 km");
            leg(browser, "Crossing", "freight.sea.container", "210 km");
            leg(browser, "Inland", "freight.road.articulated", "380 km");
            leg(browser, "Last leg", "freight.road.van", "22 km");
            browser.find("input[name=kwh]").sendKeys("14");
            browser.find("form[action$='/add'] input[value=hub] ~ label input[name=name]")
                    .sendKeys("Dock");
            browser.press("form[action$='/add']:has(input[value=hub]) button");
            browser.awaitText("Dock");
            browser.screenshot("chains-en").assertAccessible().assertEcoIndexA();
            assertThat(browser.text()).contains("TTW").contains("DESNZ");
            browser.press("button[name=remove][value='3']");
            new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                    .ignoring(StaleElementReferenceException.class)
                    .until(d -> !browser.text().contains("Last leg"));
            assertThat(browser.text()).contains("Dock");
        }
    }

    @Test
    void theApiComputesStoresAndRefusesWithPlaces() {
        try (TestServer server = TestServer.empty()) {
            String token = server.token(Role.ENERGY_MANAGER);
            String chain =
                    "{\"name\":\"A-B\",\"mass\":\"10 t\",\"country\":\"GB\",\"elements\":[{\"kind\":\"leg\",\"flow\":"
                            + "\"freight.road.articulated\",\"distance\":\"500 km\"},{\"kind\":\"hub\",\"kilograms\":1.2}]}";
            JsonNode answer =
                    Json.read(server.post("/api/footprint/chain", token, chain).body());
            assertThat(answer.at("/elements/0/operation").asDouble()).isCloseTo(390, within(1e-6));
            assertThat(answer.at("/elements/0/provision").asDouble()).isCloseTo(91.15, within(1e-6));
            assertThat(answer.at("/total").asDouble()).isCloseTo(493.15, within(1e-6));
            long id = Json.read(
                            server.post("/api/footprint/chains", token, chain).body())
                    .at("/id")
                    .asLong();
            assertThat(server.get("/api/footprint/chains/" + id, token).statusCode())
                    .isEqualTo(200);
            var wrong = server.post(
                    "/api/footprint/chain",
                    token,
                    "{\"name\":\"\",\"mass\":\"heavy\",\"elements\":[{\"kind\":\"leg\",\"flow\":\"dragon\",\"distance\":\"far\"}]}");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("\"sheet\":\"elements\"").contains("mass");
        }
    }
}
