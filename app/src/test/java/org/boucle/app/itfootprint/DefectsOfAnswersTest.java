package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boucle.app.itfootprint.Peer.DIALECT;
import static org.boucle.app.itfootprint.Peer.OURS;
import static org.boucle.app.itfootprint.Peer.PEER;
import static org.boucle.app.itfootprint.Peer.figure;
import static org.boucle.app.itfootprint.Peer.get;
import static org.boucle.app.itfootprint.Peer.post;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boucle.app.server.Json;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Defects of BoaviztAPI 2.4.1 in requests, rounding and explanations, by their number in docs/methods/it-footprint.md: what the peer answers, and what we
 * answer, in the dialect (compatible) or by our own rules (ours).
 */
class DefectsOfAnswersTest {
    @Test
    @DisplayName("Q4: a wide interval rounds the value to one digit; our own answers are unrounded")
    void valuesAreNotRoundedToOneDigit() {
        for (String rules : List.of(PEER, DIALECT)) {
            assertThat(figure(post("/v1/server/", "{}", rules), "gwp/use/value"))
                    .isEqualTo(8_000);
        }
        Request request = new Request(List.of(Criterion.GWP), OptionalDouble.empty(), Rules.OURS, false);
        Assessment ours = ItFootprint.shipped().server(ServerSpec.of(ServerSpec.USUAL), request);
        JsonNode answer = ItJson.assessment(ours, 1, false);
        assertThat(figure(answer, "gwp/use/value"))
                .isCloseTo(7_741, within(1.0))
                .isNotEqualTo(8_000);
        assertThat(figure(answer, "gwp/use/value"))
                .isEqualTo(ours.find(Criterion.GWP, Stage.USE).orElseThrow().value());
    }

    @Test
    @DisplayName("Q5: all criteria, both toxicities and a typing error answered 500")
    void everyCriterionIsReachable() {
        assertThat(get("/v1/server/", Map.of("criteria", "all"), DIALECT)
                        .get("impacts")
                        .size())
                .isEqualTo(24);
        assertThat(figure(get("/v1/server/", Map.of("criteria", "ctuh_c"), DIALECT), "ctuh_c/embedded/value"))
                .isEqualTo(1.94e-7);
        assertThat(Oracle.get("/v1/server/", Map.of("criteria", "gpw"), DIALECT).status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("Q9: a value is never outside its bounds")
    void valuesStayInside() {
        String body = "{\"units\":2}";
        Map<String, String> blade = Map.of("archetype", "blade");
        JsonNode query = Json.read("{\"archetype\":\"blade\",\"verbose\":\"false\"}");
        JsonNode peer =
                Json.read(Oracle.call("POST", "/v1/component/case", query, java.util.Optional.of(Json.read(body)), PEER)
                        .text());
        JsonNode ours = Json.read(
                Oracle.call("POST", "/v1/component/case", query, java.util.Optional.of(Json.read(body)), DIALECT)
                        .text());
        assertThat(blade).isNotEmpty();
        assertThat(figure(peer, "gwp/embedded/value")).isLessThan(figure(peer, "gwp/embedded/min"));
        assertThat(figure(ours, "gwp/embedded/value"))
                .isBetween(figure(ours, "gwp/embedded/min"), figure(ours, "gwp/embedded/max"));
    }

    @Test
    @DisplayName("Q20: the explanation of a component has the criteria asked by our rules")
    void explanationHasTheCriteriaAsked() {
        Map<String, String> query = Map.of("criteria", "pocp");
        assertThat(get("/v1/component/ram", query, PEER).at("/verbose/impacts").size())
                .isEqualTo(3);
        assertThat(get("/v1/component/ram", query, OURS).at("/verbose/impacts").has("pocp"))
                .isTrue();
    }

    @Test
    @DisplayName("Q29: a negative duration answered 500")
    void negativeDurationIsRefused() {
        assertThat(Oracle.get("/v1/server/", Map.of("duration", "-1"), DIALECT).status())
                .isEqualTo(422);
        assertThat(figure(get("/v1/server/", Map.of("duration", "0"), DIALECT), "gwp/use/value"))
                .isZero();
    }
}
