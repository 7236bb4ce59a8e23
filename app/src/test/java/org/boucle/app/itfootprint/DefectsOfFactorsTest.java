package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boucle.app.itfootprint.Peer.DIALECT;
import static org.boucle.app.itfootprint.Peer.OURS;
import static org.boucle.app.itfootprint.Peer.PEER;
import static org.boucle.app.itfootprint.Peer.figure;
import static org.boucle.app.itfootprint.Peer.get;

import java.util.Map;
import org.boucle.app.server.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Defects of BoaviztAPI 2.4.1 in factors and criteria, by their number in docs/methods/it-footprint.md: what the peer answers, and what we
 * answer, in the dialect (compatible) or by our own rules (ours).
 */
class DefectsOfFactorsTest {
    @Test
    @DisplayName("Q6: factors under misspelt keys are found by our rules")
    void misspeltKeysAreFound() {
        Map<String, String> query = Map.of("criteria", "gwppf");
        assertThat(get("/v1/terminal/laptop", query, PEER)
                        .at("/impacts/gwppf/embedded")
                        .asString())
                .isEqualTo("not implemented");
        assertThat(figure(get("/v1/terminal/laptop", query, OURS), "gwppf/embedded/value"))
                .isPositive();
        assertThat(figure(get("/v1/terminal/laptop", query, OURS), "gwppf/use/value"))
                .isPositive();
    }

    @Test
    @DisplayName("Q7: a bound of zero hides no use stage by our rules")
    void zeroBoundsHideNothing() {
        Map<String, String> query = Map.of("criteria", "odp");
        assertThat(get("/v1/server/", query, PEER).at("/impacts/odp/use").asString())
                .isEqualTo("not implemented");
        assertThat(figure(get("/v1/server/", query, OURS), "odp/use/value")).isPositive();
    }

    @Test
    @DisplayName("Q18: terminals have minerals and primary energy by our rules")
    void terminalsHaveMineralsAndEnergy() {
        assertThat(get("/v1/terminal/laptop", Map.of(), PEER)
                        .at("/impacts/adp/embedded")
                        .asString())
                .isEqualTo("not implemented");
        assertThat(figure(get("/v1/terminal/laptop", Map.of(), OURS), "adp/embedded/value"))
                .isPositive();
        assertThat(figure(get("/v1/terminal/laptop", Map.of(), OURS), "pe/embedded/value"))
                .isPositive();
    }

    @Test
    @DisplayName("Q22: final energy is in MJ as its unit says")
    void finalEnergyIsInMegajoules() {
        String body = "{\"usage\":{\"avg_power\":1000,\"usage_location\":\"FRA\"}}";
        JsonNode query = Json.read("{\"criteria\":\"fe\",\"duration\":1}");
        var sent = java.util.Optional.of(Json.read(body));
        assertThat(figure(
                        Json.read(Oracle.call("POST", "/v1/server/", query, sent, PEER)
                                .text()),
                        "fe/use/value"))
                .isEqualTo(1);
        assertThat(figure(
                        Json.read(Oracle.call("POST", "/v1/server/", query, sent, DIALECT)
                                .text()),
                        "fe/use/value"))
                .isEqualTo(3.6);
    }

    @Test
    @DisplayName("Q23: Czech acidification a thousand times too high, and Europe's with it")
    void acidificationIsPlausible() {
        Map<String, String> query = Map.of("criteria", "ap", "verbose", "true");
        assertThat(get("/v1/terminal/laptop", query, PEER)
                        .at("/verbose/ap_factor/value")
                        .asDouble())
                .isEqualTo(0.223813);
        assertThat(get("/v1/terminal/laptop", query, DIALECT)
                        .at("/verbose/ap_factor/value")
                        .asDouble())
                .isBetween(0.001, 0.005);
    }

    @Test
    @DisplayName("Q24: the primary energy of a kWh stays plausible by our rules")
    void primaryEnergyIsPlausible() {
        JsonNode peer = get("/v1/terminal/laptop", Map.of(), PEER).at("/verbose/pe_factor");
        JsonNode ours = get("/v1/terminal/laptop", Map.of(), OURS).at("/verbose/pe_factor");
        assertThat(peer.get("max").asDouble()).isEqualTo(468.15);
        assertThat(ours.get("min").asDouble()).isGreaterThanOrEqualTo(3.6);
        assertThat(ours.get("max").asDouble()).isLessThanOrEqualTo(25);
    }

    @Test
    @DisplayName("Q25: criteria that are zero for every country are not available by our rules")
    void emptyCriteriaAreNotZero() {
        String body = "{\"usage\":{\"usage_location\":\"FRA\"}}";
        JsonNode query = Json.read("{\"criteria\":\"lu\"}");
        var sent = java.util.Optional.of(Json.read(body));
        assertThat(figure(
                        Json.read(Oracle.call("POST", "/v1/server/", query, sent, PEER)
                                .text()),
                        "lu/use/value"))
                .isZero();
        assertThat(Json.read(Oracle.call("POST", "/v1/server/", query, sent, OURS)
                                .text())
                        .at("/impacts/lu/use")
                        .asString())
                .isEqualTo("not implemented");
    }
}
