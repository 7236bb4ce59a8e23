package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boucle.app.Wiring;
import org.boucle.app.accounts.Role;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.store.Database;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.SeriesInfo;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.Select;
import picocli.CommandLine;

/** A workbook with several sheets: one chooses, on the page and on the command line; and refused forms keep their input. */
class SheetChoiceTest {
    @TempDir
    Path directory;

    private Path workbook() throws IOException {
        Path file = directory.resolve("releves.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (String name : List.of("Four", "Froid & air")) {
                Worksheet sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "Horodate");
                sheet.value(0, 1, name.replace(" & ", " ") + " (kWh)");
                for (int i = 0; i < 48; i++) {
                    sheet.value(i + 1, 0, "%02d/02/2026 %02d:00".formatted(1 + i / 24, i % 24));
                    sheet.value(i + 1, 1, 10 + i % 5);
                }
            }
        }
        return file;
    }

    private static List<String> series(Database database) {
        return TelemetryStore.open(database).series().list().stream()
                .map(SeriesInfo::name)
                .toList();
    }

    @Test
    void onTheCommandLine() throws IOException {
        Path data = directory.resolve("data");
        String file = workbook().toString();
        int unknown = CommandLineHouse.execute(
                new CommandLine(new ImportCommand()),
                file,
                "--data",
                data.toString(),
                "--site",
                "a",
                "--sheet",
                "Nord");
        assertThat(unknown).isEqualTo(1);
        int one = CommandLineHouse.execute(
                new CommandLine(new ImportCommand()),
                file,
                "--data",
                data.toString(),
                "--site",
                "a",
                "--sheet",
                "Four");
        assertThat(one).isZero();
        try (Database database = Database.inDirectory(data)) {
            Wiring.migrate(database);
            assertThat(series(database)).singleElement().asString().contains("four");
        }
    }

    @Test
    void onThePage() throws IOException {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin").go("/measure/imports");
            browser.find("input[type=file]").sendKeys(workbook().toString());
            browser.press("form[enctype] button")
                    .awaitText("Feuille du classeur")
                    .awaitText("Four (kWh)");
            new Select(browser.find("select[name=sheet]")).selectByVisibleText("Froid & air");
            browser.press("form[method=get][action^='/measure/imports/'] button")
                    .awaitText("Froid air (kWh)");
            browser.screenshot("ingest-sheet-fr").assertAccessible().assertEcoIndexA();
            browser.type("site", "Usine")
                    .press("form[method=post][action^='/measure/imports/'] > button")
                    .awaitText("froid-air");
            assertThat(series(server.house().database())).hasSize(1);

            browser.go("/measure/connections?kind=OPCUA");
            browser.type("name", "automate").type("site", "usine").type("items", "rien de lisible");
            browser.press("form.stack button").awaitText("rien de lisible");
            assertThat(browser.find("[name=name]").getDomProperty("value")).isEqualTo("automate");
            assertThat(browser.find("form.stack [name=site]").getDomProperty("value"))
                    .isEqualTo("usine");
            assertThat(browser.find("[name=items]").getDomProperty("value")).isEqualTo("rien de lisible");
            browser.assertAccessible().screenshot("connections-kept-fr");
        }
    }

    @Test
    void anAccountOfACompanyImportsForItsOwnSitesOnly() throws IOException {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            server.account("compteurs", Role.ENERGY_MANAGER, "La nôtre");
            server.house().sites().save(Site.named("Usine voisine").withCompany("Une autre"));
            browser.signIn("compteurs").go("/measure/imports");
            browser.find("input[type=file]").sendKeys(workbook().toString());
            browser.press("form[enctype] button").awaitText("Four (kWh)");
            browser.type("site", "Usine voisine")
                    .press("form[method=post][action^='/measure/imports/'] > button")
                    .awaitText("ne peut pas écrire pour le site Usine voisine");
            assertThat(series(server.house().database())).isEmpty();
            browser.type("site", "Notre usine")
                    .press("form[method=post][action^='/measure/imports/'] > button")
                    .awaitText("four");
            assertThat(server.house().sites().find("notre-usine"))
                    .hasValueSatisfying(site -> assertThat(site.company()).isEqualTo("La nôtre"));
        }
    }
}
