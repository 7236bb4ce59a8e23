package org.boucle.app.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What a new user does: describe a product, make a variant, read the difference, open a number down to its source. */
class FootprintPageTest {
    private static void line(Browser browser, String kind, String name, String flow, String quantity, String distance) {
        browser.find("select[name=kind] option[value=" + kind + "]").click();
        browser.type("name", name).type("flow", flow).type("quantity", quantity);
        if (!distance.isEmpty()) {
            browser.type("distance", distance);
        }
        browser.press("#line form button");
        browser.awaitText(name);
    }

    @Test
    void aNewUserBuildsTwoVariantsReadsTheDifferenceAndOpensANumber() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin");
            browser.go("/footprint");
            browser.awaitText("Aucun produit");
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
            browser.awaitText("éq. CO₂");
            assertThat(browser.text()).contains("Points chauds").contains("Plaque");
            browser.screenshot("footprint-product-fr").assertAccessible().assertEcoIndexA();

            browser.press("form[action$='/variant'] button");
            browser.awaitText("(variante 1)");
            browser.press("a[href*='item=Plaque#']");
            browser.awaitText("Modifier la ligne");
            browser.type("quantity", "1,8 kg").press("#line form button");
            browser.awaitText("1,8 kg");
            browser.press("a.button[href^='/footprint/']");
            browser.awaitText("Points chauds");
            browser.press("a[href*='compare?with=']");
            browser.awaitText("Probabilité");
            // 0.6 kg of steel less at 2.211 kg CO2e/kg
            assertThat(browser.text()).contains("-1,33").contains("mieux");
            browser.screenshot("footprint-compare-fr").assertAccessible().assertEcoIndexA();

            browser.find("th + td + td > a.opens[href*='category=ghg']").click();
            browser.awaitText("ADEME Base Carbone");
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
            browser.awaitText("Hot spots");
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
            browser.awaitText("Acidification");
            browser.screenshot("footprint-ef-en").assertAccessible().assertEcoIndexA();
            browser.press("a[href$='/report']");
            browser.awaitText("no third-party verification");
            browser.screenshot("footprint-report-en").assertAccessible().assertEcoIndexA();
            browser.go("/factors?q=steel");
            browser.awaitText("Steel or tinplate");
            browser.screenshot("factors-en").assertAccessible().assertEcoIndexA();
        }
    }
}
