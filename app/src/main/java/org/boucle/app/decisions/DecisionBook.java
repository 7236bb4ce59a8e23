package org.boucle.app.decisions;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.InService;
import org.boucle.core.decision.Verdict;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.Proposal;
import tools.jackson.databind.JsonNode;

/** Decisions about proposals, and since when the accepted ones are in service; both in chains that only grow. */
public final class DecisionBook {
    /** The chain of decisions about levers' proposals. */
    public static final String CHAIN = "proposals";

    /** The chain of what was put in service. */
    public static final String SERVICES = "in-service";

    private final Database database;

    public DecisionBook(Database database) {
        this.database = database;
    }

    /** A decision that stands, and since when it is in service. */
    public record Accepted(Decision decision, Optional<InService> service) {}

    /** What is decided: its words and, where a lever proposes it, its figures. */
    public record Statement(
            String subject, Verdict verdict, String title, String promised, String reason, String evidence) {}

    /** Appends a decision in the transaction of what goes with it. */
    public static ChainEntry decide(
            Sql sql, Clock clock, String author, Statement statement, Optional<Proposal> proposal) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("title", statement.title());
        payload.put("promised", statement.promised());
        payload.put("reason", statement.reason());
        payload.put("evidence", statement.evidence());
        proposal.ifPresent(known -> {
            payload.put("lever", known.lever());
            payload.put("titleKey", known.titleKey());
            payload.put("arguments", known.arguments());
            payload.put(
                    "changes", known.changes().stream().map(DecisionBook::json).toList());
        });
        return Chains.append(
                sql,
                clock,
                CHAIN,
                author,
                statement.subject(),
                statement.verdict().name(),
                Json.write(payload));
    }

    private static Map<String, Object> json(IndicatorChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("category", change.category().code());
        json.put("low", change.low());
        json.put("expected", change.expected());
        json.put("high", change.high());
        json.put("unit", change.category().unit().symbol() + "/a");
        return json;
    }

    /** Appends since when a decision is in service; the latest word about it counts. */
    public static ChainEntry serve(Sql sql, Clock clock, String author, Decision decision, InService service) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("decision", decision.hash());
        payload.put("from", service.from().toString());
        payload.put("boundary", service.boundary());
        return Chains.append(sql, clock, SERVICES, author, decision.subject(), "IN_SERVICE", Json.write(payload));
    }

    /** The decisions whose latest verdict is to do it, newest first. */
    public List<Accepted> accepted() {
        return database.read(sql -> {
            Map<String, Decision> latest = new LinkedHashMap<>();
            for (ChainEntry entry : Chains.list(sql, CHAIN)) {
                Decision decision = Decision.of(entry);
                latest.remove(decision.subject());
                latest.put(decision.subject(), decision);
            }
            Map<String, InService> services = services(sql);
            List<Accepted> accepted = new ArrayList<>();
            latest.values().stream()
                    .filter(decision -> decision.verdict() == Verdict.ACCEPTED)
                    .forEach(decision -> accepted.addFirst(
                            new Accepted(decision, Optional.ofNullable(services.get(decision.hash())))));
            return List.copyOf(accepted);
        });
    }

    private static Map<String, InService> services(Sql sql) {
        Map<String, InService> services = new HashMap<>();
        for (ChainEntry entry : Chains.list(sql, SERVICES)) {
            JsonNode payload = Json.read(entry.payload());
            try {
                services.put(
                        payload.path("decision").asString(""),
                        new InService(
                                LocalDate.parse(payload.path("from").asString("")),
                                payload.path("boundary").asString("")));
            } catch (DateTimeException | IllegalArgumentException foreign) {
                continue; // written by a later version: the decision counts as not in service
            }
        }
        return services;
    }
}
