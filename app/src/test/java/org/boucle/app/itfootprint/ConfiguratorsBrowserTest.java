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

    private static String total(Browser browser) {
        return browser.find("#result .tile .value").getText();
    }
}
