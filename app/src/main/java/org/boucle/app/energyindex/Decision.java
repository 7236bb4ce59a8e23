package org.boucle.app.energyindex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.core.decision.ChainEntry;
import org.boucle.features.energyindex.Approach;
import org.boucle.features.energyindex.Effect;
import org.boucle.features.energyindex.Evidence;
import org.boucle.features.energyindex.ReferenceProcedure;
import org.boucle.features.energyindex.ReferenceProcedure.Measured;
import org.boucle.features.energyindex.ReferenceProcedure.Proposed;
import org.boucle.features.energyindex.ReferenceProcedure.Ruled;
import org.boucle.features.energyindex.ReferenceProcedure.SetAside;
import org.boucle.features.energyindex.ReferenceProcedure.Step;
import org.boucle.features.energyindex.Vote;
import tools.jackson.databind.JsonNode;

/**
 * A decision as it enters the chain.
 *
 * @param subject {@code site} or {@code site/post}
 * @param kind {@code proposed}, {@code set-aside}, {@code ruled}, {@code measured}, {@code target}, {@code recalibrated}
 * @param payload JSON of the step, its effect on the index and the change of target
 */
record Decision(String author, String subject, String kind, String payload, Optional<Evidence> evidence) {

    static Decision of(
            String author, String site, String post, Step step, Optional<Effect> effect, Optional<Double> newTarget) {
        Map<String, Object> payload = new LinkedHashMap<>();
        Optional<Evidence> evidence = Optional.empty();
        String kind;
        switch (step) {
            case Proposed p -> {
                kind = "proposed";
                payload.put("approach", p.approach().number());
                payload.put("perUnit", p.perUnit());
                payload.put("uncertainty", p.uncertainty());
                payload.put("evidence", evidence(p.evidence()));
                evidence = Optional.of(p.evidence());
            }
            case SetAside s -> {
                kind = "set-aside";
                payload.put("approach", s.approach().number());
                payload.put("reason", s.reason());
            }
            case Ruled r -> {
                kind = "ruled";
                payload.put("meeting", r.meeting().toString());
                payload.put("minutes", r.minutes());
                payload.put("consensus", Vote.consensus(r.votes()));
                payload.put("votes", r.votes().stream().map(Decision::vote).toList());
            }
            case Measured m -> {
                kind = "measured";
                payload.put("rampUpEnd", m.rampUpEnd().toString());
                payload.put("from", m.from().toString());
                payload.put("to", m.to().toString());
                payload.put("perUnit", m.perUnit());
                payload.put("uncertainty", m.uncertainty());
                payload.put("evidence", evidence(m.evidence()));
                evidence = Optional.of(m.evidence());
            }
        }
        effect.ifPresent(e -> payload.put("effect", effect(e)));
        newTarget.ifPresent(t -> payload.put("newTarget", t));
        return new Decision(author, site + "/" + post, kind, Json.write(payload), evidence);
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", evidence.name());
        map.put("sha256", evidence.sha256());
        map.put("bytes", evidence.bytes());
        return map;
    }

    private static Map<String, Object> vote(Vote vote) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("member", vote.member());
        map.put("half", vote.half().name());
        map.put("ballot", vote.ballot().name());
        return map;
    }

    static Map<String, Object> effect(Effect effect) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("year", effect.year());
        map.put("before", Results.index(effect.before()));
        map.put("after", Results.index(effect.after()));
        return map;
    }

    /** Where the reference of a post stands, told again from the chain. */
    static ReferenceProcedure procedure(List<ChainEntry> trail, String site, String post) {
        List<Step> steps = new ArrayList<>();
        for (ChainEntry entry : trail) {
            if (entry.subject().equals(site + "/" + post)) {
                step(entry).ifPresent(steps::add);
            }
        }
        return new ReferenceProcedure(post, steps);
    }

    private static Optional<Step> step(ChainEntry entry) {
        JsonNode json = Json.read(entry.payload());
        return switch (entry.kind()) {
            case "proposed" ->
                Optional.of(new Proposed(
                        approach(json),
                        json.get("perUnit").asDouble(),
                        json.get("uncertainty").asDouble(),
                        evidence(json.get("evidence")),
                        entry.author()));
            case "set-aside" ->
                Optional.of(new SetAside(approach(json), json.get("reason").asString()));
            case "ruled" ->
                Optional.of(new Ruled(
                        LocalDate.parse(json.get("meeting").asString()),
                        votes(json.get("votes")),
                        json.get("minutes").asString()));
            case "measured" ->
                Optional.of(new Measured(
                        LocalDate.parse(json.get("rampUpEnd").asString()),
                        LocalDate.parse(json.get("from").asString()),
                        LocalDate.parse(json.get("to").asString()),
                        json.get("perUnit").asDouble(),
                        json.get("uncertainty").asDouble(),
                        evidence(json.get("evidence")),
                        entry.author()));
            default -> Optional.empty();
        };
    }

    private static Approach approach(JsonNode json) {
        return Approach.values()[json.get("approach").asInt() - 1];
    }

    private static Evidence evidence(JsonNode json) {
        return new Evidence(
                json.get("name").asString(),
                json.get("sha256").asString(),
                json.get("bytes").asLong());
    }

    private static List<Vote> votes(JsonNode json) {
        List<Vote> votes = new ArrayList<>();
        for (JsonNode vote : json) {
            votes.add(new Vote(
                    vote.get("member").asString(),
                    Vote.Half.valueOf(vote.get("half").asString()),
                    Vote.Ballot.valueOf(vote.get("ballot").asString())));
        }
        return votes;
    }
}
