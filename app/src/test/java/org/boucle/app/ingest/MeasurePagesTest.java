package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.boucle.app.accounts.Role;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurePagesTest {
    @TempDir
    Path directory;

    /** A file whose meter names no unit and whose mapping is therefore incomplete. */
    private Path file() throws IOException {
        StringBuilder csv = new StringBuilder("Horodate;Presse 4;Atelier (°C)\n");
        for (int i = 0; i < 60; i++) {
            csv.append(String.format("%02d/02/2026 %02d:00;%d,5;2%d,1\n", 1 + i / 24, i % 24, 1000 + 3 * i, i % 5));
        }
        return Files.writeString(directory.resolve("presse.csv"), csv);
    }

    @Test
    void aWrongMappingIsCorrectedAndAStrangerAccepted() throws IOException {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin").go("/measure/meters").awaitText("Aucune valeur");
            browser.assertAccessible().assertEcoIndexA();
            browser.go("/measure/imports").assertAccessible().assertEcoIndexA();
            browser.find("input[type=file]").sendKeys(file().toString());
            browser.press("form[enctype] button").awaitText("unité manquante");
            browser.screenshot("ingest-mapping-fr").assertAccessible().assertEcoIndexA();
            browser.type("site", "Presses")
                    .press("[name=use0]")
                    .press("form[method=post][action^='/measure/imports/'] > button");
            browser.awaitText("a besoin d'un nom et d'une unité").assertAccessible();
            browser.type("unit0", "kWh")
                    .press("form[method=post][action^='/measure/imports/'] > button")
                    .awaitText("presse-4");
            browser.screenshot("ingest-meters-fr").assertAccessible().assertEcoIndexA();
            TelemetryStore store = TelemetryStore.open(server.house().database());
            SeriesInfo press = store.series().find("presses", "presse-4").orElseThrow();
            assertThat(press.kind()).isEqualTo(SeriesKind.COUNTER);
            assertThat(store.read(press.id(), 0, Long.MAX_VALUE).size()).isEqualTo(60);
            stranger(server, browser, store);
            connections(browser);
            browser.go("/measure/imports")
                    .awaitText("presse.csv")
                    .assertAccessible()
                    .assertEcoIndexA();
        }
    }

    private static void stranger(TestServer server, Browser browser, TelemetryStore store) {
        String lines =
                "{\"site\":\"presses\",\"series\":\"four\",\"time\":1767571200000,\"value\":41.5,\"unit\":\"kW\"}\n"
                        + "{\"site\":\"presses\",\"series\":\"presse-4\",\"time\":1767571200000,\"value\":1,\"unit\":\"Wh\"}\n";
        server.send("POST", "/api/telemetry/points", server.token(Role.OPERATOR), "application/x-ndjson", lines);
        browser.go("/measure/quarantine").awaitText("presses › four").awaitText("Wh ≠ kWh");
        browser.screenshot("ingest-quarantine-fr").assertAccessible().assertEcoIndexA();
        browser.press("form[action$='/accept'] button:not(.quiet)").awaitText("presse-4");
        assertThat(store.series().find("presses", "four")).isPresent();
        assertThat(browser.text()).doesNotContain("presses › four");
    }

    private static void connections(Browser browser) {
        browser.go("/measure/connections?kind=PROMETHEUS")
                .type("name", "compteurs")
                .type("url", "ftp://x");
        browser.find("form.stack [name=site]").sendKeys("presses");
        browser.press("form.stack button").awaitText("n'est pas une adresse").assertAccessible();
        browser.type("name", "compteurs").type("url", "http://127.0.0.1:9/metrics");
        browser.find("form.stack [name=site]").sendKeys("presses");
        browser.press("form.stack button").awaitText("compteurs");
        browser.screenshot("ingest-connections-fr").assertAccessible().assertEcoIndexA();
        browser.press("form[action$='/remove'] button").awaitText("pas encore de connexion");
    }

    @Test
    void strangeFormsAreRefusedWithoutServerError() throws IOException {
        try (TestServer server = TestServer.withAdministrator()) {
            Random r = new Random(6);
            String token = server.token(Role.ADMINISTRATOR);
            for (String path : new String[] {
                "/measure/imports", "/measure/imports/00000000-0000-0000-0000-000000000000",
                        "/measure/quarantine/7/accept",
                "/measure/quarantine/x/dismiss", "/measure/connections",
                        "/measure/connections/9999999999999999999/remove"
            }) {
                for (int k = 0; k < 20; k++) {
                    String type =
                            r.nextBoolean() ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=x";
                    assertThat(server.send("POST", path, token, type, Garbage.line(r))
                                    .statusCode())
                            .isLessThan(500);
                }
            }
            for (String query : new String[] {
                "/api/telemetry/series/1/points",
                "/api/telemetry/series/x/points",
                "/measure/meters?from=99999999999",
                "/measure/connections?kind=x",
                "/api/telemetry/series?site=%00"
            }) {
                assertThat(server.get(query, token).statusCode()).isLessThan(500);
            }
        }
    }
}
