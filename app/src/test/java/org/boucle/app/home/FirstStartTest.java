package org.boucle.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.boucle.app.accounts.Role;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    @Test
    void aNewUserMakesTheFirstAccountInTheBrowser() {
        try (TestServer server = TestServer.empty();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.go("/accounts")
                    .awaitText("Premier démarrage")
                    .screenshot("setup-fr")
                    .assertAccessible();
            browser.type("name", "Ada Martin")
                    .type("password", "bien assez long")
                    .press("form button");
            browser.go("/accounts").awaitText("Ada Martin").assertAccessible().assertEcoIndexA();
            browser.press("a[lang=en]").awaitText("Accounts").screenshot("accounts-en");
        }
    }

    @Test
    void strangersAndWrongRolesAreRefusedEverywhereAsProblems() {
        try (TestServer server = TestServer.withAdministrator()) {
            assertThat(server.get("/accounts", server.token(Role.VIEWER)).statusCode())
                    .isEqualTo(403);
            assertThat(server.get("/accounts", server.token(Role.ADMINISTRATOR)).statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/accounts", "bcl_wrong").statusCode()).isEqualTo(303);
            assertThat(server.get("/api/nowhere", "").body()).contains("\"status\":404");
            assertThat(server.send("DELETE", "/health", "", "", "").statusCode())
                    .isEqualTo(405);
            assertThat(server.get("/api/openapi.json", "").body()).contains("\"/health\"");
        }
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        try (TestServer server = TestServer.withAdministrator()) {
            String session = server.house()
                    .accounts()
                    .open(server.house().accounts().findByName("admin").orElseThrow())
                    .token();
            HttpRequest forged = HttpRequest.newBuilder(URI.create(server.address("/accounts")))
                    .header("Cookie", "boucle_session=" + session)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("name=mallory&password=0123456789&role=ADMINISTRATOR"))
                    .build();
            assertThat(server.send(forged).statusCode()).isEqualTo(403);
            assertThat(server.house().accounts().findByName("mallory")).isEmpty();
        }
    }
}
