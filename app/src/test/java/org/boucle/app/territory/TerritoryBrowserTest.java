package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boucle.app.accounts.Role;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerritoryBrowserTest {
    @TempDir
    private Path directory;

    @Test
    void twoCompaniesGoFromWorkbooksToNegotiation() throws IOException {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            server.account("Coline", Role.COORDINATOR, "");
            server.account("Fanny", Role.ENERGY_MANAGER, Companies.STEEL);
            server.account("Cyril", Role.ENERGY_MANAGER, Companies.CEMENT);
            browser.signIn("Coline");
            importWorkbook(browser, "fonderie.xlsx", Companies.steel());
            importWorkbook(browser, "cimenterie.xlsx", Companies.cement());
            browser.awaitText("Calamine du laminoir")
                    .screenshot("territory-flows")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.go("/territory/candidates").awaitText("Fonderie Vauban").screenshot("territory-candidates");
            String synergy = synergy(server);

            signInAs(browser, "Cyril");
            browser.go("/territory")
                    .awaitText("Double aveugle")
                    .assertAccessible()
                    .assertEcoIndexA();
            assertThat(browser.text()).doesNotContain("Vauban").doesNotContain("4 321");
            browser.screenshot("territory-company");
            browser.go(synergy).press("#consent").awaitText("n’a pas encore répondu");
            assertThat(browser.text()).doesNotContain("Vauban");

            signInAs(browser, "Fanny");
            browser.go(synergy).press("#consent").awaitText(Companies.CEMENT);

            signInAs(browser, "Coline");
            browser.go(synergy).press("#to-STUDIED").press("#to-NEGOTIATED").awaitText("Négociée");
            browser.screenshot("territory-synergy").assertAccessible().assertEcoIndexA();
            browser.press("#to-RUNNING").awaitText("La liste de la loi n’est pas complète");

            signInAs(browser, "admin");
            browser.go("/audit").awaitText("IDEA → STUDIED").awaitText("STUDIED → NEGOTIATED");
            assertThat(browser.text())
                    .contains("territory.import", "territory.match", "territory.consent", "territory.disclosed");
        }
    }

    @Test
    void kalundborgIsShownWithItsPlan() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.EN)) {
            browser.signIn("admin");
            browser.go("/territory").awaitText("No flow is known yet").press("form[action='/territory/sample'] button");
            browser.awaitText("Asnæs")
                    .screenshot("territory-map")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.go("/territory/kalundborg")
                    .awaitText("17 of the 17")
                    .assertAccessible()
                    .assertEcoIndexA();
            browser.go("/territory/candidates").press("a.opens").awaitText("Match of the code");
            browser.screenshot("territory-pair").assertAccessible().assertEcoIndexA();
            browser.go("/territory/plan").awaitText("Proven").screenshot("territory-plan");
            browser.assertAccessible().assertEcoIndexA();
            browser.go("/territory/sharing").awaitText("Shapley").assertAccessible();
            browser.go("/territory/heat").awaitText("Recoverable heat").screenshot("territory-heat");
            browser.assertAccessible().assertEcoIndexA();
            browser.go("/territory/pools")
                    .awaitText("Missing activities")
                    .assertAccessible()
                    .assertEcoIndexA();
        }
    }

    @Test
    void badWorkbookIsToldWithItsRowAndNothingIsKept() throws IOException {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin");
            importWorkbook(browser, "fonderie.xlsx", Companies.steel());
            importWorkbook(browser, "encore.xlsx", Companies.steel());
            browser.awaitText("existe déjà");
            byte[] bad = Companies.workbook(
                    java.util.List.of(java.util.Map.of("company", "Z", "id", "z", "latitude", 49, "longitude", 6)),
                    java.util.List.of(java.util.Map.of(
                            "id",
                            "f",
                            "site",
                            "z",
                            "direction",
                            "OUT",
                            "code",
                            "99 99 99",
                            "amount",
                            3,
                            "unit",
                            "t/a")));
            importWorkbook(browser, "faux.xlsx", bad);
            browser.awaitText("faux.xlsx › Flows › 2 › code").awaitText("Code déchet inconnu");
            assertThat(server.house().database().read(TerritoryStore::sites)).hasSize(1);
        }
    }

    private void importWorkbook(Browser browser, String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        browser.go("/territory/flows");
        browser.type("workbook", file.toString()).press("form[action='/territory/import'] button");
    }

    private static void signInAs(Browser browser, String name) {
        browser.driver().manage().deleteAllCookies();
        browser.signIn(name);
    }

    private static String synergy(TestServer server) {
        return "/territory/synergies/"
                + server.house()
                        .database()
                        .read(SynergyStore::list)
                        .getFirst()
                        .synergy()
                        .id();
    }
}
