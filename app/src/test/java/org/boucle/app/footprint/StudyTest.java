package org.boucle.app.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.boucle.app.accounts.Role;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.footprint.imports.Fixtures;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class StudyTest {
    private static final String[] CATEGORIES = {
        "Climate change",
        "Ozone depletion",
        "Human toxicity, cancer",
        "Human toxicity, non-cancer",
        "Particulate matter",
        "Ionising radiation",
        "Photochemical ozone formation",
        "Acidification",
        "Eutrophication, terrestrial",
        "Eutrophication, freshwater",
        "Eutrophication, marine",
        "Ecotoxicity, freshwater",
        "Land use",
        "Water use",
        "Resource use, fossils",
        "Resource use, minerals and metals"
    };

    /** The two processes with sixteen categories, the k-th counting k units of impact per kg of CO2 and 29.8 k of CH4. */
    private static byte[] database() {
        Map<String, String> files = Fixtures.jsonLd();
        for (int k = 1; k <= CATEGORIES.length; k++) {
            files.put(
                    "lcia_categories/c" + k + ".json",
                    "{\"@id\":\"c" + k + "\",\"name\":\"" + CATEGORIES[k - 1]
                            + "\",\"impactFactors\":[{\"flow\":{\"@id\":\"co2\"},\"value\":" + k
                            + "},{\"flow\":{\"@id\":\"ch4\"},\"value\":" + 29.8 * k + "}]}");
        }
        files.computeIfPresent(
                "processes/p2.json",
                (name, text) -> text.replace(
                        "\"amount\":1.5,",
                        "\"amount\":1.5,\"uncertainty\":{\"distributionType\":\"LOG_NORMAL_DISTRIBUTION\",\"geomSd\":1.2},"));
        return Fixtures.zip(files);
    }

    private static int upload(TestServer server, String token, String query) {
        return server.send(HttpRequest.newBuilder(
                                URI.create(server.address("/api/footprint/factors?name=mini.zip" + query)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(database()))
                        .build())
                .statusCode();
    }

    @Test
    void aDatabaseIsAskedThroughTheInterface() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.ENERGY_MANAGER);
            assertThat(upload(server, token, "&allocation=physical")).isEqualTo(201);
            assertThat(upload(server, token, "&allocation=nonsense")).isEqualTo(400);
            assertThat(upload(server, token, "&parameter=x")).isEqualTo(400);
            JsonNode list =
                    Json.read(server.get("/api/footprint/databases", token).body());
            String base = "/api/footprint/databases/" + list.get(0).path("id").asInt() + "/processes";
            JsonNode found = Json.read(server.get(base + "?q=steel", token).body());
            assertThat(found.size()).isEqualTo(1);
            String steel = base + "/" + found.get(0).path("process").asInt();

            JsonNode study = Json.read(server.get(steel + "?amount=2&category=ef.acidification&runs=300", token)
                    .body());
            assertThat(study.path("impacts").size()).isEqualTo(17);
            for (JsonNode impact : study.path("impacts")) {
                assertThat(impact.path("low95").asDouble())
                        .isLessThan(impact.path("value").asDouble());
            }
            assertThat(study.at("/impacts/0/value").asDouble()).isCloseTo(2 * Fixtures.STEEL, within(1e-9));
            assertThat(study.at("/impacts/7/value").asDouble()).isCloseTo(16 * Fixtures.STEEL, within(1e-9));
            assertThat(study.at("/tree/0/impact").asDouble()).isCloseTo(16 * Fixtures.STEEL, within(1e-9));
            assertThat(study.at("/tree/1/impact").asDouble()).isCloseTo(16 * 2 * Fixtures.POWER, within(1e-9));
            double released = 0;
            for (JsonNode release : study.path("releases")) {
                released += release.path("impact").asDouble();
            }
            assertThat(released).isCloseTo(16 * Fixtures.STEEL, within(1e-9));
            assertThat(study.at("/uncertaintyFrom/0/share").asDouble()).isCloseTo(1, within(1e-9));
            assertThat(study.at("/samples/mean").asDouble()).isCloseTo(16 * Fixtures.STEEL, within(2.0));

            // without power, a kilogram of steel is 1.5 kg CO2 and 10 g of CH4
            String power = study.at("/inputs/0/input")
                    .asString(String.valueOf(study.at("/inputs/0/input").asInt()));
            var changed = server.post(steel + "/whatif", token, "{\"input\":\"" + power + "\",\"per\":\"0\"}");
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            assertThat(Json.read(changed.body()).at("/impacts/0/after").asDouble())
                    .isCloseTo(1.798, within(1e-9));
            assertThat(server.post(steel + "/whatif", token, "{\"input\":\"99\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.get(steel + "?amount=many", token).statusCode()).isEqualTo(400);
            assertThat(server.get(steel + "?category=none", token).statusCode()).isEqualTo(400);
            assertThat(server.get(base + "/77", token).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anImportBelongsToItsCompanyUnlessItIsShared() {
        try (TestServer server = TestServer.withAdministrator()) {
            String mine =
                    server.house().accounts().createToken(server.account("alpha", Role.ENERGY_MANAGER, "Alpha"), "t");
            String theirs =
                    server.house().accounts().createToken(server.account("beta", Role.ENERGY_MANAGER, "Beta"), "t");
            assertThat(upload(server, mine, "")).isEqualTo(201);
            String factors = "/api/footprint/factors?q=lca.steel-production";
            assertThat(server.get(factors, mine).body()).contains("lca-p2-ghg");
            assertThat(server.get(factors, theirs).body()).doesNotContain("lca-p2-ghg");
            assertThat(server.get("/api/footprint/databases", theirs).body()).isEqualTo("[]");
            assertThat(server.get("/api/footprint/databases/1/processes", theirs)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(server.get("/api/footprint/databases/1/processes", mine).statusCode())
                    .isEqualTo(200);
            assertThat(upload(server, mine, "&shared=true")).isEqualTo(201);
            assertThat(server.get("/api/footprint/databases", theirs).body()).contains("mini.zip");
        }
    }

    @Test
    void aDatabaseIsAskedFromTheCommandLine(@TempDir Path folder) throws IOException {
        String file = Files.write(folder.resolve("mini.zip"), database()).toString();
        assertThat(run(file, "--find", "steel")).contains("2 exchanges linked", "Steel production · Steel (kg)");
        assertThat(run(file, "--process", "1", "--amount", "2", "--format", "csv"))
                .contains("\"" + String.valueOf(2 * Fixtures.STEEL).substring(0, 10))
                .contains("tree 1");
        assertThat(run(file, "--process", "1")).contains("30.9 %    Electricity production");
        assertThat(run(file, "--process", "9")).containsAnyOf("“9”", "« 9 »");
        assertThat(run(file, "--allocation", "fair")).containsAnyOf("“fair”", "« fair »");
        assertThat(run(folder.resolve("none").toString())).contains("none");
    }

    private static String run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine line = new CommandLine(new DatabaseCommand());
        line.setOut(new PrintWriter(text)).setErr(new PrintWriter(text, true));
        CommandLineHouse.execute(line, arguments);
        return text.toString();
    }

    @Test
    void aUserImportsADatabaseAndReadsOneProcessDownToItsSource(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("mini.zip"), database());
        for (Language language : Language.values()) {
            String end = "-" + language.name().toLowerCase(java.util.Locale.ROOT);
            try (TestServer server = TestServer.withAdministrator();
                    Browser browser = Browser.open(server, language)) {
                browser.signIn("admin");
                browser.go("/lca").assertAccessible();
                browser.go("/factors");
                browser.find("input[name=file]").sendKeys(file.toString());
                browser.press("form[action='/factors/import'] button");
                browser.find("details summary").click();
                browser.screenshot("lca-import" + end).assertAccessible().assertEcoIndexA();
                browser.press("a[href='/lca/1']");
                browser.type("q", "steel").press("main form button");
                browser.awaitText("Steel production");
                browser.screenshot("lca-search" + end).assertAccessible().assertEcoIndexA();
                browser.press("a[href='/lca/1/1']");
                browser.awaitText("Electricity production");
                browser.screenshot("lca-study" + end).assertAccessible().assertEcoIndexA();
                browser.driver().executeScript("document.querySelector('main svg.chart').scrollIntoView()");
                browser.screenshot("lca-flow" + end);
                browser.type("per", "1").press("#whatif form button");
                browser.awaitText("%");
                browser.screenshot("lca-whatif" + end).assertAccessible().assertEcoIndexA();
                browser.press("a[href*='runs=200']");
                browser.awaitText("200");
                assertThat(browser.text()).contains("p2");
            }
        }
    }
}
