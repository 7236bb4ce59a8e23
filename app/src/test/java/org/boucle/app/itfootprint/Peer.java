package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.boucle.app.server.Json;
import tools.jackson.databind.JsonNode;

/** Calls of the dialect under one of the three sets of rules, answers expected. */
final class Peer {
    private Peer() {}

    static final String PEER = "peer";

    static final String DIALECT = "compatible";

    static final String OURS = "ours";

    static JsonNode post(String path, String body, String rules) {
        Answer answer = Oracle.post(path, body, rules);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.read(answer.text());
    }

    static JsonNode get(String path, Map<String, String> query, String rules) {
        Answer answer = Oracle.get(path, query, rules);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.read(answer.text());
    }

    static double figure(JsonNode answer, String path) {
        JsonNode node = answer.at("/impacts/" + path);
        assertThat(node.isNumber()).as(path + " of " + answer).isTrue();
        return node.asDouble();
    }
}
