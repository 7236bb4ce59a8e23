package org.boucle.app.digitalservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.boucle.app.accounts.Role;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

class ServiceBuilderTest {
    private static final String BODY = """
            {"name":"Reservations","unit":"booking","unitsPerMonth":1700000,"country":"FRA",
             "hosting":[{"provider":"aws","type":"m5.xlarge","region":"eu-west-3","count":12,"load":30},
                        {"provider":"own","type":"platform_compute_medium","region":"FRA","key":"requests","ours":1,"whole":4}],
             "megabytes":3,"mobile":60,"minutes":3,"share":{"smartphone":60,"laptop":40}}""";

    @Test
    void aServiceIsBuiltInFrench() {
        build(Language.FR, "Services numériques", "Rapport", "immobilisations");
    }

    @Test
    void aServiceIsBuiltInEnglish() {
        build(Language.EN, "Digital services", "Report", "capital goods");
    }

    private static void build(Language language, String title, String report, String capital) {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            browser.signIn("admin").go("/services").awaitText(title).assertAccessible();
            browser.press(".empty a.button").screenshot("service-build-" + language.code());
            String before = browser.find("#per-unit").getText();
            browser.assertAccessible().assertEcoIndexA();
            // a second host of one's own, half of it ours: the figure follows without a click
            browser.type("hosting.1.type", "platform_compute_medium")
                    .type("hosting.1.key", language == Language.FR ? "requêtes" : "requests")
                    .type("hosting.1.ours", "50")
                    .type("hosting.1.whole", "100")
                    .type("name", "Guichet & <co>");
            browser.driver().findElement(By.name("unit")).click();
            browser.awaitText(capital);
            settle(browser);
            assertThat(browser.find("#per-unit").getText()).isNotEqualTo(before);
            browser.press("#result button.opens");
            browser.find("#panel h2");
            browser.screenshot("service-panel-" + language.code()).assertAccessible();
            browser.press("#panel .close").press("#builder button[type=submit]");
            browser.find("#builder a.button");
            assertThat(browser.driver().getCurrentUrl()).matches(".*/services/\\d+");
            assertThat(browser.find("[name=name]").getDomProperty("value")).isEqualTo("Guichet & <co>");
            browser.press("#builder a.button").awaitText(report);
            browser.screenshot("service-report-" + language.code())
                    .assertAccessible()
                    .assertEcoIndexA();
            assertThat(browser.text()).contains("Guichet & <co>").doesNotContain("[digitalservice");
        }
    }

    /** Waits until no answer of the live preview is under way any more. */
    private static void settle(Browser browser) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(driver -> {
            try {
                Thread.sleep(600);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return driver.findElements(By.cssSelector(".htmx-request")).isEmpty();
        });
    }

    @Test
    void mistakesAreSaidAllAtOnceAndNothingIsKept() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.ENERGY_MANAGER);
            var answer = server.post("/api/services/assess", token, """
                    {"unit":"x","unitsPerMonth":"many","country":"Mars","hosting":[
                      {"provider":"aws","type":"m5.xlrge","region":"moon-1"},
                      {"provider":"own","type":"nothing","key":"users","ours":5,"whole":2},
                      {"provider":"shop","type":"x","region":"y"}],"share":{"laptop":60,"tablet":50},"mobile":101}""");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("\"name\"", "many", "MARS", "m5.xlrge", "m5.xlarge", "moon-1", "nothing", "shop", "110")
                    .contains("\"hosting.1.ours\"", "\"mobile\"");
            for (String hostile : new String[] {
                "",
                "[]",
                "1",
                "null",
                "{",
                "{\"hosting\":{\"0\":[[[]]]}}",
                "{\"unitsPerMonth\":1e999,\"unit\":\"\"}",
                "{\"name\":\"a\",\"unit\":\"b\",\"unitsPerMonth\":1e300,\"hosting\":[{\"type\":\"x\",\"count\":-1}]}"
            }) {
                assertThat(server.post("/api/services/assess", token, hostile).statusCode())
                        .as(hostile)
                        .isBetween(400, 499);
            }
        }
    }

    @Test
    void theApiTellsTheSameAndEveryLineHasItsSource() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.VIEWER);
            var answer = server.post("/api/services/assess", token, BODY);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var json = org.boucle.app.server.Json.read(answer.body());
            double total = json.at("/impacts/gwp/per_year/value").asDouble();
            double sum = 0;
            for (var line : json.get("lines")) {
                sum += line.at("/impacts_per_year/gwp/value").asDouble();
                assertThat(line.get("sources").size()).isPositive();
            }
            assertThat(sum).isCloseTo(total, org.assertj.core.data.Offset.offset(1e-9 * total));
            assertThat(server.post("/api/services/assess", "", BODY).statusCode())
                    .isEqualTo(401);
        }
    }
}
