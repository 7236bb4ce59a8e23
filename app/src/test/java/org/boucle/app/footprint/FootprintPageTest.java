package org.boucle.app.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a new user does: describe a product, make a variant, read the difference, open a number down to its source. */
class FootprintPageTest {
    /** Waits for a text over page loads that replace the body meanwhile. */
    private static void await(Browser browser, String text) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                .ignoring(StaleElementReferenceException.class)
                .until(d -> browser.text().contains(text));
    }

    private static void line(Browser browser, String kind, String name, String flow, String quantity, String distance) {
        browser.find("select[name=kind] option[value=" + kind + "]").click();
        browser.type("name", name).type("flow", flow).type("quantity", quantity);
        if (!distance.isEmpty()) {
            browser.type("distance", distance);
        }
        browser.press("#line form button");
        await(browser, name);
    }

    @Test
    void aNewUserBuildsTwoVariantsReadsTheDifferenceAndOpensANumber() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin");
            browser.go("/footprint");
            await(browser, "Aucun produit");
            browser.assertAccessible();
            browser.press("a.button[href='/footprint/new']");
            browser.type("product", "Support mural").type("functional-unit", "un support pendant 15 ans");
            browser.press("form[action='/footprint/new'] button");
            line(browser, "MATERIAL", "Plaque", "acier", "2,4 kg", "");
            line(browser, "STEP", "Pliage", "électricité", "1,2 kWh", "");
            line(browser, "DISTRIBUTION", "Livraison", "camion articulé", "2,6 kg", "500 km");
            line(browser, "END_OF_LIFE", "Plaque au recyclage", "waste.metal.recycling", "2,4 kg", "");
            browser.screenshot("footprint-model-fr").assertAccessible().assertEcoIndexA();
            browser.press("a.button[href^='/footprint/']");
            await(browser, "éq. CO₂");
            assertThat(browser.text()).contains("Points chauds").contains("Plaque");
            browser.screenshot("footprint-product-fr").assertAccessible().assertEcoIndexA();

            browser.press("form[action$='/variant'] button");
            await(browser, "(variante 1)");
            browser.press("a[href*='item=Plaque#']");
            await(browser, "Modifier la ligne");
            browser.type("quantity", "1,8 kg").press("#line form button");
            await(browser, "1,8 kg");
            browser.press("a.button[href^='/footprint/']");
            await(browser, "Points chauds");
            browser.press("a[href*='compare?with=']");
            await(browser, "Probabilité");
            // 0.6 kg of steel less at 2.211 kg CO2e/kg
            assertThat(browser.text()).contains("-1,33").contains("mieux");
            browser.screenshot("footprint-compare-fr").assertAccessible().assertEcoIndexA();

            browser.find("th + td + td > a.opens[href*='category=ghg']").click();
            await(browser, "ADEME Base Carbone");
            String panel = browser.find("#panel").getText();
            assertThat(panel)
                    .contains("1,8")
                    .containsPattern("2.211")
                    .contains("26729")
                    .contains("Licence-Ouverte-2.0");
            browser.screenshot("footprint-panel-fr");
        }
    }

    @Test
    void theSampleShowsHeatMapSankeyAndReportInEnglish() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.EN)) {
            browser.signIn("admin");
            browser.go("/footprint").press("form[action='/footprint/sample'] button");
            await(browser, "Hot spots");
            assertThat(browser.driver().findElements(By.cssSelector("table.matrix tbody tr")))
                    .hasSizeGreaterThanOrEqualTo(10);
            assertThat(browser.find("svg.chart title").getDomProperty("textContent"))
                    .contains("Contributions");
            assertThat(browser.find("#accounts").getText())
                    .contains("4.1 Purchased goods")
                    .contains("scope 3:")
                    .contains("Biogenic CO2 taken up: -1.16");
            browser.screenshot("footprint-sample-en").assertAccessible().assertEcoIndexA();
            assertThat(browser.find("#coverage").getText())
                    .contains("10 of 16 categories")
                    .contains("Land use");
            browser.press("a[href*='heat=ef']");
            await(browser, "Acidification");
            browser.screenshot("footprint-ef-en").assertAccessible().assertEcoIndexA();
            browser.press("a[href$='/report']");
            await(browser, "no third-party verification");
            browser.screenshot("footprint-report-en").assertAccessible().assertEcoIndexA();
            browser.go("/factors?q=steel");
            await(browser, "Steel or tinplate");
            browser.screenshot("factors-en").assertAccessible().assertEcoIndexA();
        }
    }
}
