package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;

/** The dialect over the real server, as clients of the peer call it. */
class DialectHttpTest {
    @Test
    void clientsOfThePeerWorkByChangingTheirBaseAddress() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            String spruce = "/boavizta/v1/cloud/instance?provider=aws&instance_type=a1.4xlarge&verbose=false&duration=1"
                    + "&criteria=gwp&criteria=adp&criteria=fe";
            HttpResponse<String> answer = server.get(spruce, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(Json.read(answer.body()).at("/impacts/fe/use/value").isFloatingPointNumber())
                    .isTrue();
            assertThat(server.post("/boavizta/v1/server/?verbose=true", "", "{}")
                            .body())
                    .contains("\"CPU-1\"");
            assertThat(server.post("/boavizta/v1/server", "", "{}").statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/boavizta/v1/utils/version", "").body()).isEqualTo("\"2.4.1\"");
            assertThat(server.get("/boavizta/v1/utils/country_code/", "").body())
                    .contains("\"France\":\"FRA\"");
            assertThat(server.post("/boavizta/v1/terminal/laptop/?verbose=false", "", "{}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/boavizta/openapi.json", "").body()).contains("/v1/component/power_supply");
            HttpRequest preflight = HttpRequest.newBuilder(URI.create(server.address("/boavizta/v1/server/")))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://datavizta.boavizta.org")
                    .build();
            HttpResponse<String> allowed = server.send(preflight);
            assertThat(allowed.statusCode()).isEqualTo(204);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains("GET, POST, OPTIONS");
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("Authorization, Content-Type");
        }
    }

    /** Above 256 bytes of head the transport copies the whole answer once more. */
    @Test
    void dataIsHarmlessAndItsHeadShort() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            HttpResponse<String> answer = server.get("/boavizta/v1/cloud/instance", "");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'");
            int head = "HTTP/1.1 200 OK\r\n\r\n".length();
            for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
                head += header.getKey().length()
                        + ": \r\n".length()
                        + String.join(", ", header.getValue()).length();
            }
            assertThat(head).isLessThan(256);
            assertThat(server.get("/login", "").headers().firstValue("X-Frame-Options"))
                    .contains("DENY");
        }
    }

    @Test
    void errorsAreClear() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            HttpResponse<String> missing = server.get("/boavizta/v1/cloud/instance?instance_type=zzzzzz", "");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(Json.read(missing.body()).get("detail").asString()).isEqualTo("zzzzzz at aws not found");
            assertThat(server.post("/boavizta/v1/server/", "", "{\"a\":").statusCode())
                    .isEqualTo(422);
            assertThat(server.post("/boavizta/v1/server/", "", "").statusCode()).isEqualTo(422);
            assertThat(server.post("/boavizta/v1/server/", "", "[1]").statusCode())
                    .isEqualTo(422);
            HttpResponse<String> nowhere = server.get("/boavizta/v1/nope", "");
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(Json.read(nowhere.body()).get("detail").asString()).isEqualTo("Not Found");
            assertThat(nowhere.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(server.get("/boavizta/v1/consumption_profile/cpu", "").statusCode())
                    .isEqualTo(405);
            assertThat(server.post("/boavizta/v1/server/", "", "\"" + "x".repeat(600_000) + "\"")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void strangersNeedAnAccountUnlessTheServerIsOpen() {
        try (TestServer server = TestServer.withAdministrator()) {
            assertThat(server.get("/boavizta/v1/utils/version", "").statusCode())
                    .isEqualTo(401);
        }
    }
}
