package org.boucle.app.energyindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.boucle.app.accounts.Role;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.decision.HashChain;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.NoteExamples;
import org.boucle.features.energyindex.YearEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The note's examples entered through the pages, as a new user would. */
class EnergyIndexBrowserTest {
    @TempDir
    private Path directory;

    @Test
    void examplesOneAndTwoFromAnEmptyServer() throws IOException {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            server.account("Marie Dupont", Role.ENERGY_MANAGER, "");
            browser.signIn("Marie Dupont").go("/energy-index");
            browser.awaitText("Aucun accord")
                    .screenshot("iee-1-empty")
                    .assertAccessible()
                    .assertEcoIndexA();
            example1(browser);
            example2(browser);
            assertThat(HashChain.verify(new AgreementStore(server.house()).trail("exemple-2")))
                    .isEmpty();
            assertThat(new AgreementStore(server.house()).trail("exemple-2")).hasSize(4);
        }
    }

    private void example1(Browser browser) {
        agreement(browser, "exemple-1", "biscuits", "81");
        post(browser, "A", "1,5", "", "");
        post(browser, "B", "2", "", "");
        browser.screenshot("iee-2-posts").assertAccessible().assertEcoIndexA();
        enter(browser, "exemple-1", NoteExamples.example1());
        browser.go("/energy-index/exemple-1/biscuits/years/2012").awaitText("81,0");
        browser.screenshot("iee-3-year").assertAccessible().assertEcoIndexA();
        browser.go("/energy-index/exemple-1/biscuits/posts");
        browser.type("year", "2008");
        browser.find("#stop [name=post]").sendKeys("B");
        browser.press("#stop button").awaitText("sortant");
        browser.go("/energy-index/exemple-1/biscuits").awaitText("75,0");
        assertThat(browser.find("#iee").getText()).startsWith("75,0");
        browser.screenshot("iee-4-site").assertAccessible().assertEcoIndexA();
    }

    private void example2(Browser browser) throws IOException {
        browser.go("/energy-index");
        agreement(browser, "exemple-2", "usine", "75");
        post(browser, "A", "1,5", "", "");
        post(browser, "B", "", "2005", "A");
        enter(browser, "exemple-2", NoteExamples.example2());
        browser.go("/energy-index/exemple-2/usine/years/2012").awaitText("référence à fixer");
        browser.go("/energy-index/exemple-2/usine/decisions").awaitText("approche 1 à proposer");
        browser.screenshot("iee-5-decisions").assertAccessible().assertEcoIndexA();
        browser.find("#setaside [name=reason]").sendKeys("aucune ligne comparable");
        browser.press("#setaside button").awaitText("approche 2 à proposer");
        Path evidence = Files.writeString(directory.resolve("garantie.txt"), "1,5 MWh/t garanti");
        browser.type("perUnit", "1,5").type("evidence", evidence.toString());
        browser.press("#propose button").awaitText("devant le Comité");
        date(browser, "meeting", "2006-03-01");
        browser.type("member1", "Fédération").type("member3", "Région");
        browser.find("[name=ballot3]").sendKeys("contre");
        browser.press("#rule button").awaitText("approche 3 à proposer");
        date(browser, "rampUpEnd", "2004-12-15");
        date(browser, "from", "2005-01-01");
        date(browser, "to", "2005-12-31");
        Path audit = Files.writeString(directory.resolve("audit.txt"), "1,70 MWh/t sur 2005");
        browser.type("perUnit", "1,70").type("evidence", audit.toString());
        browser.press("#measure button").awaitText("approche 3 appliquée par défaut");
        browser.awaitText("81,4 → 79,6")
                .screenshot("iee-6-decided")
                .assertAccessible()
                .assertEcoIndexA();
        browser.go("/energy-index/exemple-2/usine").awaitText("79,6");
        assertThat(browser.find("#iee").getText()).startsWith("79,6");
        assertThat(browser.find("#unadjusted").getText()).startsWith("81,4");
        browser.screenshot("iee-7-example2").assertAccessible().assertEcoIndexA();
        browser.go("/energy-index/exemple-2/usine/years/2012/report").awaitText("79,6");
        browser.screenshot("iee-8-report").assertAccessible().assertEcoIndexA();
        browser.go("/energy-index/exemple-2").awaitText("79,6");
        browser.screenshot("iee-9-sector").assertAccessible().assertEcoIndexA();
    }

    private static void agreement(Browser browser, String id, String site, String target) {
        browser.type("id", id);
        browser.find("#create [name=unit]").sendKeys("MWhp");
        browser.find("#create [name=scheme]").sendKeys("déjà");
        browser.press("#create button");
        browser.type("site", site)
                .type("referenceYear", "2002")
                .type("targetYear", "2012")
                .type("target", target);
        browser.press("#site button").awaitText("Aucun poste consommateur");
    }

    private static void post(Browser browser, String id, String e0, String firstYear, String replaces) {
        browser.find("#post [name=post]").sendKeys(id);
        browser.find("#post [name=unit]").sendKeys("t");
        browser.find("#post [name=e0]").sendKeys(e0);
        if (!firstYear.isEmpty()) {
            browser.find("#post [name=firstYear]").sendKeys(firstYear);
            browser.find("#post [name=event]").sendKeys("entrant");
            browser.find("#post [name=replaces]").sendKeys(replaces);
        }
        browser.press("#post button");
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .until(_ -> browser.find("table").getText().contains("\n" + id + " "));
    }

    /** Types the note's printed figures, year after year, and goes on with the button. */
    private static void enter(Browser browser, String id, Agreement example) {
        var site = example.sites().getFirst();
        browser.go("/energy-index/" + id + "/" + (id.equals("exemple-1") ? "biscuits" : "usine") + "/years/2002");
        for (YearEntry year : site.years()) {
            year.quantities().forEach((post, quantity) -> browser.type("q:" + post, whole(quantity)));
            year.metered().forEach((post, energy) -> browser.type("m:" + post, whole(energy)));
            browser.press("button[value=next]").awaitText("Tableau 5 · " + (year.year() + 1));
        }
    }

    private static String whole(double value) {
        return Wording.halfUp(value, 0).toPlainString();
    }

    private static void date(Browser browser, String name, String iso) {
        browser.driver().executeScript("document.querySelector('[name=" + name + "]').value = '" + iso + "'");
    }
}
