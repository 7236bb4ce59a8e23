package org.boucle.app.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.boucle.app.Boucle;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The numbers worked by hand for the formulas, through each door: API, command, page. */
class MethodCalculatorsTest {
    @Test
    void programsGetTheWorkedNumbersWithUnitFormulaAndSource() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.VIEWER);
            // 1.30 material, 0.16 energy, 0.02 disposal
            JsonNode cff = answer(
                    server,
                    token,
                    "cff",
                    "{\"ev\":2,\"erecycled\":0.5,\"erecyclingeol\":0.6,\"eer\":1.5,\"heat\":0.4,\"power\":0.3,\"ed\":0.1,"
                            + "\"a\":0.5,\"r1\":0.4,\"r2\":\"60 %\",\"r3\":0.2,\"qin\":0.9,\"qout\":0.9}");
            assertThat(value(cff, 0)).isCloseTo(1.48, within(1e-12));
            assertThat(value(cff, 1)).isCloseTo(1.30, within(1e-12));
            assertThat(cff.at("/results/0/unit").asString()).isEqualTo("kg CO₂e/kg");
            assertThat(cff.at("/source").asString()).contains("2021/2279");
            assertThat(cff.at("/formula").asString()).contains("(1-R2-R3) ED");
            assertThat(value(answer(server, token, "cff", "{\"ev\":2,\"ed\":0.1}"), 0))
                    .isCloseTo(2.1, within(1e-12));

            assertThat(value(answer(server, token, "mci", "{}"), 0)).isCloseTo(0.1, within(1e-12));
            assertThat(value(answer(server, token, "mci", "{\"fr\":1,\"cr\":1}"), 0))
                    .isCloseTo(1, within(1e-12));
            assertThat(value(answer(server, token, "mci", "{\"fr\":0.5,\"cr\":0.5,\"ec\":0.8,\"ef\":0.8}"), 0))
                    .isCloseTo(1 - 0.9 * 11.125 / 20.125, within(1e-12));

            JsonNode chain = answer(
                    server,
                    token,
                    "iso14083",
                    "{\"tonnes\":12,\"leg1-km\":700,\"leg2-km\":900,\"leg2-intensity\":0.02,\"hub1-intensity\":1.2,"
                            + "\"fuel\":30000,\"fuel-operation\":2.5,\"fuel-provision\":0.6,\"fuel-work\":840000}");
            assertThat(value(chain, 0)).isCloseTo(1_160.4, within(1e-9));
            assertThat(value(chain, 1)).isCloseTo(1_160.4 / 19_200, within(1e-12));
            assertThat(value(chain, 2)).isCloseTo(93_000 / 840_000.0, within(1e-12));

            JsonNode core = answer(
                    server,
                    token,
                    "iso59020",
                    "{\"inflow\":100,\"in-reused\":10,\"in-recycled\":20,\"in-renewable\":10,\"outflow\":100,"
                            + "\"lifetime\":1.3,\"out-reused\":6,\"out-recycled\":30,\"out-biological\":20,\"energy\":120,"
                            + "\"energy-renewable\":30,\"withdrawn\":20,\"recirculated\":30,\"revenue\":500}");
            double[] expected = {10, 20, 10, 1.3, 6, 30, 20, 25, 1.5, 5};
            assertThat(core.path("results").size()).isEqualTo(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(value(core, i)).isCloseTo(expected[i], within(1e-9));
            }
        }
    }

    private static JsonNode answer(TestServer server, String token, String method, String body) {
        var answer = server.post("/api/footprint/methods/" + method, token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private static double value(JsonNode answer, int row) {
        return answer.at("/results/" + row + "/value").asDouble();
    }

    @Test
    void whatIsWrongIsAProblemWithItsField() {
        String[][] wrongs = {
            {"cff", "{\"ev\":2,\"r2\":0.7,\"r3\":0.6}", "r3"},
            {"cff", "{\"ev\":2,\"r1\":40}", "r1"},
            {"cff", "{\"r1\":0.4}", "ev"},
            {"cff", "{\"ev\":1e999}", "ev"},
            {"cff", "{\"ev\":[1]}", "ev"},
            {"cff", "{\"ev\":\"NaN\",\"speed\":1}", "speed"},
            {"mci", "{\"ec\":0}", "ec"},
            {"mci", "{\"cr\":0.6,\"ce\":0.6}", "ce"},
            {"iso14083", "{\"tonnes\":1,\"leg1-km\":100}", "leg1-intensity"},
            {"iso14083", "{\"tonnes\":1,\"leg1-km\":100,\"fuel\":3}", "fuel-operation"},
            {"iso59020", "{\"in-recycled\":3}", "inflow"},
            {"iso59020", "{\"energy\":3,\"energy-renewable\":4}", "energy-renewable"},
            {"iso59020", "{}", ""},
            {"mci", "[]", ""}
        };
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.VIEWER);
            for (String[] wrong : wrongs) {
                var answer = server.post("/api/footprint/methods/" + wrong[0], token, wrong[1]);
                assertThat(answer.statusCode()).as(wrong[1] + answer.body()).isEqualTo(400);
                assertThat(answer.body()).contains(wrong[2]).doesNotContain("footprint.methods.\"");
            }
            assertThat(server.post("/api/footprint/methods/tarot", token, "{}").statusCode())
                    .isEqualTo(404);
            assertThat(server.post("/api/footprint/methods/mci", "", "{}").statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, cff, ev=2, ed=0.1", "0, mci, fr=1, cr=100%", "1, cff, ev=2, ed", "1, tarot, ev=2, ed=1"})
    void theCommandAnswersOrRefuses(int exit, String method, String first, String second) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(Boucle.run("footprint", "methods", method, first, second, "--format", "csv"))
                    .isEqualTo(exit);
            assertThat(Boucle.run("footprint", "methods", "mci")).isZero();
            assertThat(Boucle.run("footprint")).isEqualTo(2);
        } finally {
            System.setOut(before);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("intensity");
        if (exit == 0) {
            assertThat(text).contains(method.equals("cff") ? "cff.total,2.1,kg CO₂e/kg" : "mci.mci,1.0,");
        }
    }

    @Test
    void thePageComputesAndSaysWhatIsWrongInBothLanguages() {
        try (TestServer server = TestServer.withAdministrator()) {
            try (Browser browser = Browser.open(server, Language.FR)) {
                browser.signIn("admin");
                browser.go("/footprint/methods");
                browser.screenshot("footprint-methods-fr").assertAccessible().assertEcoIndexA();
                browser.go("/footprint/methods?method=mci&fr=0,5&cr=50+%25&ec=0,8&ef=0,8");
                assertThat(browser.find("#mci table").getText()).contains("MCI").contains("0,5025");
                browser.assertAccessible().assertEcoIndexA();
                browser.go("/footprint/methods?method=cff&ev=beaucoup");
                assertThat(browser.text()).contains("n’est pas un nombre");
                browser.assertAccessible();
            }
            try (Browser browser = Browser.open(server, Language.EN)) {
                browser.signIn("admin");
                browser.go("/footprint/methods?method=cff&ev=2&ed=0.1");
                assertThat(browser.find("#cff table").getText()).contains("Total 2.1 kg CO₂e/kg");
                browser.screenshot("footprint-methods-en").assertAccessible().assertEcoIndexA();
            }
        }
    }
}
