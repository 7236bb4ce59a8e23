package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The three configurators, the comparison and an opened number, in both languages, as a user meets them. */
class ConfiguratorsBrowserTest {
    private static final Map<Language, String> CLIMATE =
            Map.of(Language.FR, "Changement climatique", Language.EN, "Climate change");

    @ParameterizedTest
    @EnumSource(Language.class)
    void aServerAnInstanceAndATerminalAreSetUpComparedAndOpened(Language language) {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            browser.signIn("admin");
            browser.go("/it/configure/server").awaitText(CLIMATE.get(language));
            browser.assertAccessible().assertEcoIndexA().screenshot("it-server-" + language.code());
            String before = total(browser);
            browser.type("ram_units", "64");
            browser.find("[name='ram_capacity']").click();
            new WebDriverWait(browser.driver(), java.time.Duration.ofSeconds(15))
                    .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                    .until(d -> !total(browser).equals(before));

            browser.press("#result a[href^='/it/compare']").go("/it/configure/cloud");
            browser.awaitText("m5.xlarge").assertAccessible().screenshot("it-cloud-" + language.code());
            browser.go("/it/configure/terminal").awaitText("kg CO2e");
            browser.assertAccessible().screenshot("it-terminal-" + language.code());

            browser.press("#result a.opens").awaitText("ADEME").screenshot("it-explain-" + language.code());
            assertThat(browser.driver().findElements(By.cssSelector("#panel h2")))
                    .hasSize(1);

            browser.go(
                    "/it/compare?c=kind%3Dserver%26location%3DFRA&c=kind%3Dcloud%26location%3DDEU&c=kind%3Dterminal");
            browser.awaitText("aws m5.xlarge").assertAccessible().screenshot("it-compare-" + language.code());
            browser.go("/it/declared?search=dell").awaitText("Dell");
            browser.assertAccessible().assertEcoIndexA().screenshot("it-declared-" + language.code());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void suppliesDisksScreensAndRecyclingChangeTheResult(Language language) {
        boolean french = language == Language.FR;
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            browser.signIn("admin").go("/it/configure/server").awaitText(CLIMATE.get(language));
            String before = total(browser);
            browser.go("/it/configure/server?psu_level=bronze&psu_watts=1600&disk_busy=80&ssd_units=8&recovered=90"
                            + "&refurbished=50&redundancy=1&pue=" + (french ? "1,4" : "1.4"))
                    .awaitText(french ? "Recyclage des matières" : "Recycling of materials");
            assertThat(total(browser)).isNotEqualTo(before);
            browser.press("#result details summary")
                    .awaitText(french ? "Cuivre" : "Copper")
                    .assertAccessible()
                    .assertEcoIndexA()
                    .screenshot("it-server-more-" + language.code());
            browser.go("/it/configure/terminal?device=screen-27&recovered=80&hours_per_day=9")
                    .awaitText(french ? "Écran, 27 pouces" : "Screen, 27 inches")
                    .assertAccessible()
                    .assertEcoIndexA()
                    .screenshot("it-screen-" + language.code());
            browser.press("#result a.opens").awaitText("Boavizta 2023").assertAccessible();
            browser.go("/it/configure/server?psu_level=tin").awaitText("tin");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fourStandSideBySideAndAFifthIsNotOffered(Language language) {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            browser.signIn("admin")
                    .go("/it/compare?c=kind%3Dserver&c=kind%3Dcloud&c=kind%3Dterminal%26device%3Dscreen-24"
                            + "&c=kind%3Dterminal%26device%3Dprinter-a4&c=kind%3Dcloud")
                    .awaitText("aws m5.xlarge");
            assertThat(browser.driver().findElements(By.cssSelector("thead th a")))
                    .hasSize(4);
            assertThat(browser.driver().findElements(By.cssSelector("a.button[href^='/it/configure/server?c=']")))
                    .isEmpty();
            browser.assertAccessible().assertEcoIndexA().screenshot("it-compare-four-" + language.code());
            browser.press("td a.opens").awaitText(language == Language.FR ? "De quoi" : "made of");
        }
    }

    private static String total(Browser browser) {
        return browser.find("#result .tile .value").getText();
    }
}
