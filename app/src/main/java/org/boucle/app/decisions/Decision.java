package org.boucle.app.decisions;

import java.time.Instant;
import org.boucle.app.server.Json;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.Verdict;
import tools.jackson.databind.JsonNode;

/**
 * A decision as the pages show it.
 *
 * @param promised the saving promised when it was decided, as it was shown then
 * @param evidence hash of the evidence file, empty where none was given
 */
public record Decision(
        long sequence,
        Instant time,
        String author,
        String subject,
        Verdict verdict,
        String title,
        String promised,
        String reason,
        String evidence,
        String hash) {
    static Decision of(ChainEntry entry) {
        JsonNode payload = Json.read(entry.payload());
        return new Decision(
                entry.sequence(),
                entry.time(),
                entry.author(),
                entry.subject(),
                Verdict.valueOf(entry.kind()),
                payload.path("title").asString(),
                payload.path("promised").asString(),
                payload.path("reason").asString(),
                payload.path("evidence").asString(),
                entry.hash());
    }
}
