package org.boucle.app.levers;

import static org.assertj.core.api.Assertions.assertThat;

import org.boucle.app.accounts.Role;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;

class MatrixTest {
    @Test
    void theFirstPageIsTheMatrixInBothLanguages() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin").awaitText("19 leviers").assertAccessible().assertEcoIndexA();
            assertThat(browser.driver().findElements(org.openqa.selenium.By.cssSelector("tbody tr")))
                    .hasSize(19);
            browser.screenshot("matrix-fr").press("a[lang=en]").awaitText("19 levers");
            browser.go("/?pillar=SUSTAINABLE_SUPPLY");
            assertThat(browser.driver().findElements(org.openqa.selenium.By.cssSelector("tbody tr")))
                    .hasSize(2);
            browser.go("/levers/recycling")
                    .awaitText("isn't built")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.go("/decisions").awaitText("No decision yet").assertAccessible();
        }
    }

    @Test
    void theMatrixAnswersAsJson() {
        try (TestServer server = TestServer.withAdministrator()) {
            String json = server.get("/api/levers", server.token(Role.VIEWER)).body();
            assertThat(json).contains("\"acronym\":\"Production-01\"").contains("\"state\"");
        }
    }
}
