package org.boucle.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.boucle.app.server.House;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The first thing a visitor sees: alive within seconds, readable, light. */
class DemoTest {
    @Test
    void aVisitorSeesTheFactoryLiveAndAcknowledgesAnAlert() {
        try (TestServer server = TestServer.start(House::withDemo);
                Browser browser = Browser.open(server, Language.FR)) {
            Instant start = Instant.now();
            browser.go("/energy").awaitText("Où va l'électricité");
            String first = browser.find("#live-time").getText()
                    + browser.find("#live-power").getText();
            new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
                    .until(driver ->
                            !first.equals(driver.findElement(By.id("live-time")).getText()
                                    + driver.findElement(By.id("live-power")).getText()));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(70));
            assertThat(browser.driver().findElements(By.cssSelector("svg.chart")))
                    .hasSizeGreaterThanOrEqualTo(5);
            awaitAlerts(browser);
            browser.go("/energy").screenshot("energy-fr").assertAccessible().assertEcoIndexA();
            assertNoTileAlone(browser);
            browser.press("a[hx-get='/energy/table/week']");
            browser.find("#panel table");
            browser.assertAccessible();

            browser.go("/energy/alerts")
                    .screenshot("alerts-fr")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.type("note", "vu avec Ana").press("form[action='/energy/alerts/acknowledge'] button");
            browser.awaitText("vu avec Ana").awaitText("Acquittées");

            awaitPrediction(browser);
            browser.screenshot("prediction-fr").assertAccessible().assertEcoIndexA();
            browser.go("/energy/line/1")
                    .screenshot("line-fr")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.press("a.badge[href^='/energy/machine/']")
                    .screenshot("machine-fr")
                    .assertAccessible();
            browser.press("a[lang=en]").awaitText("Standby").assertEcoIndexA();
            browser.press("a[hx-get^='/energy/table/machine-duration']").find("#panel table");
            browser.go("/energy/twin").awaitText("Pétrin 1").screenshot("twin-en");
            browser.assertAccessible().assertEcoIndexA();
            browser.go("/energy/baseline").screenshot("baseline-en").assertAccessible();
        }
    }

    /** The prediction is learnt anew once the year before is written. */
    private static void awaitPrediction(Browser browser) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(90)).until(driver -> {
            browser.go("/energy/prediction");
            return browser.text().contains("Profil 4 semaines");
        });
    }

    /** No width leaves one tile alone in its row. */
    private static void assertNoTileAlone(Browser browser) {
        for (int width : new int[] {1600, 1300, 1100, 800}) {
            browser.driver().manage().window().setSize(new org.openqa.selenium.Dimension(width, 1000));
            Number last = (Number)
                    browser.driver()
                            .executeScript(
                                    "const tops = [...document.querySelectorAll('.tile')]"
                                            + ".map(t => Math.round(t.getBoundingClientRect().top)); return tops.filter(t => t === tops.at(-1)).length");
            assertThat(last.intValue())
                    .as("tiles in the last row at %d px", width)
                    .isGreaterThan(1);
        }
        browser.screenshot("energy-narrow-fr");
        browser.driver().manage().window().setSize(new org.openqa.selenium.Dimension(1300, 1000));
        browser.screenshot("energy-1300-fr");
        browser.driver().manage().window().setSize(new org.openqa.selenium.Dimension(1400, 1000));
    }

    /** The watches run behind; the page shows what they have found once it is loaded again. */
    private static void awaitAlerts(Browser browser) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(90)).until(driver -> {
            browser.go("/energy/alerts");
            return browser.text().contains("Compteur muet");
        });
    }
}
