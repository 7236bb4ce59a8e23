package org.boucle.app.decisions;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Role;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.HashChain;
import org.boucle.core.decision.Verdict;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** What was decided about proposals: who, when, why, on what evidence; append-only, and checked for tampering. */
public final class DecisionsRoom implements Room {
    /** The chain of decisions about levers' proposals. */
    public static final String CHAIN = "proposals";

    private static final Access DECIDERS = Access.of(Role.ENERGY_MANAGER, Role.COORDINATOR);

    private final House house;

    public DecisionsRoom(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("decisions", "001_chain"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Stage.DECIDE, "/decisions", "decisions.title", 10, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        routes.page("/decisions", Access.SIGNED_IN, this::list)
                .form("/decisions", DECIDERS, this::decide)
                .file("/evidence/{hash}", Access.SIGNED_IN, this::evidence)
                .get(
                        "/api/decisions",
                        Access.SIGNED_IN,
                        ApiDoc.of("decisions", "All decisions, oldest first, with their hashes"),
                        exchange -> exchange.json(
                                entries().stream().map(DecisionsRoom::json).toList()))
                .get(
                        "/api/decisions/verify",
                        Access.SIGNED_IN,
                        ApiDoc.of("decisions", "Whether every chain is intact")
                                .answer("{\"proposals\": {\"entries\": 12, \"intact\": true, \"head\": \"…\"}}"),
                        exchange -> exchange.json(verification()));
    }

    private List<ChainEntry> entries() {
        return house.database().read(sql -> Chains.list(sql, CHAIN));
    }

    /** The latest verdict about a proposal, if any. */
    public static Optional<Decision> latest(House house, String subject) {
        List<ChainEntry> entries = house.database().read(sql -> Chains.list(sql, CHAIN, subject));
        return entries.isEmpty() ? Optional.empty() : Optional.of(Decision.of(entries.getLast()));
    }

    private void list(Exchange exchange) {
        List<ChainEntry> entries = entries();
        exchange.render(
                "decisions/list.jte",
                exchange.page("decisions.title"),
                Map.of(
                        "decisions",
                                entries.reversed().stream().map(Decision::of).toList(),
                        "broken", HashChain.verify(entries).isPresent(),
                        "head", HashChain.head(entries)));
    }

    private void decide(Exchange exchange) {
        Form form = exchange.form();
        Verdict verdict = Arrays.stream(Verdict.values())
                .filter(v -> v.name().equals(form.text("verdict")))
                .findFirst()
                .orElseThrow(() -> BadInput.of(Place.ofField("verdict"), "decisions.verdict", form.text("verdict")));
        String subject = form.find("subject")
                .filter(text -> text.length() <= 200)
                .orElseThrow(() -> BadInput.of(Place.ofField("subject"), "decisions.subject"));
        String reason = form.text("reason");
        if (reason.isEmpty() || reason.length() > 4_000) {
            throw BadInput.of(Place.ofField("reason"), "decisions.reason");
        }
        house.database().change(sql -> {
            String evidence =
                    form.file("evidence").map(file -> Evidence.keep(sql, file)).orElse("");
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("title", form.text("title"));
            payload.put("promised", form.text("promised"));
            payload.put("reason", reason);
            payload.put("evidence", evidence);
            String author = exchange.user().name();
            Chains.append(sql, house.clock(), CHAIN, author, subject, verdict.name(), Json.write(payload));
            house.accounts().audit(sql, author, "decide." + verdict.name(), subject, reason);
        });
        exchange.redirect("/decisions");
    }

    private void evidence(Exchange exchange) {
        Evidence found = house.database()
                .read(sql -> Evidence.find(sql, exchange.path("hash")))
                .orElseThrow(() -> new NotFound("evidence"));
        exchange.download("application/octet-stream", found.name(), found.content());
    }

    private static Map<String, Object> json(ChainEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sequence", entry.sequence());
        json.put("time", entry.time().toString());
        json.put("author", entry.author());
        json.put("subject", entry.subject());
        json.put("verdict", entry.kind());
        json.put("payload", Json.read(entry.payload()));
        json.put("previousHash", entry.previousHash());
        json.put("hash", entry.hash());
        return json;
    }

    private Map<String, Object> verification() {
        return house.database().read(sql -> {
            Map<String, Object> chains = new LinkedHashMap<>();
            for (String name : Chains.names(sql)) {
                List<ChainEntry> entries = Chains.list(sql, name);
                chains.put(
                        name,
                        Map.of(
                                "entries", entries.size(),
                                "intact", HashChain.verify(entries).isEmpty(),
                                "head", HashChain.head(entries)));
            }
            return chains;
        });
    }
}
