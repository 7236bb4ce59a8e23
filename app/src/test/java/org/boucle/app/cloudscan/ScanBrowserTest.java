package org.boucle.app.cloudscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** Every figure of a scan opens: a resource down to its parts, advice as before and after. */
class ScanBrowserTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void figuresOpenLineByLine(Language language) {
        boolean french = language == Language.FR;
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            browser.signIn("admin").go("/cloud").press("form[action='/cloud'] button");
            browser.awaitText("i-1").assertAccessible().assertEcoIndexA().screenshot("cloud-" + language.code());
            assertThat(browser.driver().findElements(By.cssSelector(".tile a.opens")))
                    .hasSize(2);
            browser.press("a.opens[href*='toRegion']")
                    .awaitText(french ? "Comme conseillé" : "As advised")
                    .awaitText("CPU-1")
                    .assertAccessible()
                    .screenshot("cloud-opened-" + language.code());
            String whole = browser.find("#resources + div tbody a.opens").getDomAttribute("href");
            browser.go(whole).awaitText(french ? "De quoi c’est fait" : "What it is made of");
            assertThat(browser.text()).contains("MOTHERBOARD-1").doesNotContain("[cloudscan.");
        }
    }

    @Test
    void anAddressThatSaysNothingIsRefused() {
        assertThat(OpenedResource.read(name -> Optional.of(
                                switch (name) {
                                    case "provider" -> "aws";
                                    case "volume" -> "gp3";
                                    case "gigabytes" -> "500";
                                    case "hours" -> "730";
                                    default -> "x";
                                }))
                        .after())
                .isPresent();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> OpenedResource.read(name -> Optional.of(name.equals("hours") ? "long" : "x"))))
                .isInstanceOf(org.boucle.core.input.BadInput.class);
    }
}
