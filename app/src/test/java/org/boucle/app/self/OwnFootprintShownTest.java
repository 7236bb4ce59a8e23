package org.boucle.app.self;

import static org.assertj.core.api.Assertions.assertThat;

import org.boucle.app.server.Json;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.boucle.features.itfootprint.Criterion;
import org.junit.jupiter.api.Test;

class OwnFootprintShownTest {
    @Test
    void everyFooterAndThePageAndTheApiTellWhatTheServerCost() throws InterruptedException {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            Thread.sleep(1500);
            var json = Json.read(server.get("/api/self", "").body());
            assertThat(json.at("/energy/value").asDouble()).isPositive();
            assertThat(json.at("/total/gwp/value").asDouble()).isPositive();
            double parts = 0;
            for (var part : json.get("parts")) {
                parts += part.at("/gwp/value").asDouble();
            }
            double total = json.at("/total/gwp/value").asDouble();
            assertThat(parts).isCloseTo(total, org.assertj.core.data.Offset.offset(1e-9 * total));
            browser.signIn("admin").go("/self").awaitText("Empreinte du jumeau");
            assertThat(browser.find("footer").getText()).contains("Ce serveur a coûté", "Wh", "gCO₂e");
            browser.screenshot("self-fr").assertAccessible().assertEcoIndexA();
            assertThat(browser.text()).doesNotContain("[self.");
        }
    }

    @Test
    void whatWasKeptIsAddedUp() {
        try (TestServer server = TestServer.withAdministrator()) {
            SelfStore store = new SelfStore(server.house().database());
            SelfMeter meter = new SelfMeter(server.house().directory(), "FRA");
            for (long spin = System.nanoTime(); System.nanoTime() - spin < 60_000_000; ) {
                Thread.onSpinWait();
            }
            var cost = meter.slice();
            assertThat(cost.kilowattHours().value()).isPositive();
            double before = store.total().cost().kilowattHours().value();
            store.add(1_700_000_000_000L, cost);
            store.add(1_700_000_100_000L, cost);
            store.add(1_700_009_000_000L, cost);
            var kept = store.total();
            double once = cost.kilowattHours().value();
            assertThat(kept.cost().kilowattHours().value() - before)
                    .isCloseTo(3 * once, org.assertj.core.data.Offset.offset(once * 1e-6));
            assertThat(kept.cost().total(Criterion.GWP)).isPresent();
            assertThat(kept.since()).isLessThanOrEqualTo(1_700_000_000_000L);
        }
    }
}
