package org.boucle.app.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.Verdict;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import tools.jackson.databind.JsonNode;

/**
 * A decision as the pages show it.
 *
 * @param subject site and proposal: {@code <site>/<proposal>}
 * @param lever acronym of the lever that proposed it, empty where it was decided before that was kept
 * @param title as it was shown then
 * @param titleKey message key of the title with its arguments, empty where it was decided before they were kept
 * @param promised the saving promised when it was decided, as it was shown then
 * @param changes what was promised for a year, in figures; empty where it was decided before they were kept
 * @param evidence hash of the evidence file, empty where none was given
 */
public record Decision(
        long sequence,
        Instant time,
        String author,
        String subject,
        Verdict verdict,
        String lever,
        String title,
        String titleKey,
        List<String> arguments,
        String promised,
        List<IndicatorChange> changes,
        String reason,
        String evidence,
        String hash) {
    public Decision {
        arguments = List.copyOf(arguments);
        changes = List.copyOf(changes);
    }

    static Decision of(ChainEntry entry) {
        JsonNode payload = Json.read(entry.payload());
        List<String> arguments = new ArrayList<>();
        payload.path("arguments").forEach(argument -> arguments.add(argument.asString("")));
        List<IndicatorChange> changes = new ArrayList<>();
        payload.path("changes").forEach(change -> change(change).ifPresent(changes::add));
        return new Decision(
                entry.sequence(),
                entry.time(),
                entry.author(),
                entry.subject(),
                Verdict.valueOf(entry.kind()),
                payload.path("lever").asString(""),
                payload.path("title").asString(""),
                payload.path("titleKey").asString(""),
                arguments,
                payload.path("promised").asString(""),
                changes,
                payload.path("reason").asString(""),
                payload.path("evidence").asString(""),
                entry.hash());
    }

    private static Optional<IndicatorChange> change(JsonNode json) {
        return Arrays.stream(IndicatorCategory.values())
                .filter(category -> category.code().equals(json.path("category").asString("")))
                .findFirst()
                .map(category -> new IndicatorChange(
                        category,
                        json.path("low").asDouble(0),
                        json.path("expected").asDouble(0),
                        json.path("high").asDouble(0)));
    }

    /** Id of the site that it is about. */
    public String site() {
        return subject.substring(0, Math.max(0, subject.indexOf('/')));
    }

    /** Id of the proposal that it is about. */
    public String proposal() {
        return subject.substring(subject.indexOf('/') + 1);
    }
}
