package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Power supplies, disks at work, office kit and the end of materials, over the real server. */
class BeyondThePeerTest {
    private static final String YEAR = "\"duration\":8760,\"criteria\":[\"gwp\",\"wu\"]";

    private static JsonNode assess(TestServer server, String item) {
        HttpResponse<String> answer = server.post("/api/it/assess", "", "{" + item + "," + YEAR + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private static double use(JsonNode answer) {
        return answer.at("/impacts/gwp/use/value").asDouble();
    }

    @Test
    void itemsSayWhatTheirPowerDoesAndHowTheyEnd() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            String plain = "\"kind\":\"server\",\"spec\":{\"usage\":{\"usage_location\":\"FRA\"}}";
            double bare = use(assess(server, plain));
            assertThat(use(assess(
                            server,
                            plain + ",\"power_supply\":{\"level\":\"bronze\",\"rated_watts\":800,\"supplies\":2}")))
                    .isGreaterThan(bare);
            double busy = use(assess(server, plain + ",\"disks\":[{\"drive\":\"hdd\",\"units\":4,\"busy\":1}]"));
            assertThat(busy - bare).isCloseTo(4 * 2.5 * 8.76 * 0.098, within(1e-6));

            JsonNode disk = assess(
                    server,
                    "\"kind\":\"hdd\",\"activity\":{\"iops\":85},\"spec\":{\"usage\":{\"usage_location\":\"FRA\"}}");
            assertThat(use(disk)).isCloseTo(6.75 * 8.76 * 0.098, within(1e-9));
            assertThat(disk.at("/impacts/gwp/use/max").asDouble()).isGreaterThan(use(disk));

            JsonNode printer = assess(
                    server,
                    "\"kind\":\"equipment\",\"archetype\":\"printer-a4\",\"units\":2,"
                            + "\"end_of_life\":{\"kind\":\"printer\",\"collected\":0.5}");
            assertThat(printer.at("/impacts/gwp/embedded/value").asDouble()).isCloseTo(2 * 130 / 5.0, within(1e-9));
            assertThat(printer.at("/impacts/wu/embedded/not_available").asString())
                    .isEqualTo("NO_EMBEDDED_FACTOR");
            assertThat(printer.at("/end_of_life/value").asDouble()).isNegative();
            assertThat(printer.at("/end_of_life/lines").size()).isEqualTo(4);
            assertThat(printer.at("/end_of_life/in_total").asBoolean()).isFalse();
        }
    }

    @Test
    void whatIsNotKnownIsRefusedWithTheKnownOnes() {
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            for (String wrong : new String[] {
                "{\"kind\":\"server\",\"power_supply\":{\"level\":\"tin\",\"rated_watts\":800}}",
                "{\"kind\":\"server\",\"disks\":[{\"drive\":\"drum\"}]}",
                "{\"kind\":\"server\",\"disks\":7}",
                "{\"kind\":\"equipment\",\"archetype\":\"fax\"}",
                "{\"kind\":\"server\",\"end_of_life\":{\"collected\":80}}"
            }) {
                assertThat(server.post("/api/it/assess", "", wrong).statusCode())
                        .as(wrong)
                        .isBetween(400, 422);
            }
            assertThat(server.get("/api/it/equipment", "").body()).contains("screen-27", "ODbL", "ups-1500");
            assertThat(server.get("/api/it/drives", "").body()).contains("ssd-nvme");
        }
    }
}
