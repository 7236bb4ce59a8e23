package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An inventory sent from a browser: table, total, CSV, and faults with their place, in both languages. */
class ImportBrowserTest {
    private static final Map<Language, String> ROW = Map.of(Language.FR, "Ligne", Language.EN, "Row");
    private static final String DOWNLOADED =
            "const f = document.querySelector(\"form[action='/it/import/result.csv']\"), done = arguments[0];"
                    + "fetch(f.action, {method: 'POST', body: new URLSearchParams(new FormData(f))})"
                    + ".then(r => r.text()).then(done)";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Language.class)
    void anInventoryIsWeighedOrRefusedWithPlaces(Language language) throws IOException {
        Path good = Files.write(directory.resolve("park.xlsx"), InventoryTest.excel("server"));
        Path bad = Files.write(directory.resolve("bad.xlsx"), InventoryTest.excel("spaceship"));
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            browser.signIn("admin").go("/it/import").awaitText("CSV");
            browser.assertAccessible().assertEcoIndexA();
            browser.type("file", good.toString()).press("form[action='/it/import'] button");
            browser.find("#inventory tr.total");
            browser.awaitText(ROW.get(language)).assertAccessible().assertEcoIndexA();
            browser.screenshot("it-import-" + language.code());
            String csv = (String) browser.driver().executeAsyncScript(DOWNLOADED);
            assertThat(csv)
                    .contains("row,item,quantity,criterion")
                    .contains(",total,,gwp,")
                    .contains("4,\"");

            browser.type("file", bad.toString()).press("form[action='/it/import'] button");
            browser.awaitText("spaceship").awaitText("bad.xlsx").assertAccessible();
            browser.screenshot("it-import-fault-" + language.code());
        }
    }
}
