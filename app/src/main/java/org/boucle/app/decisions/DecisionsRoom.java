package org.boucle.app.decisions;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
import org.boucle.core.scenario.Proposal;
import org.boucle.core.twin.Site;

/** What was decided about proposals: who, when, why, on what evidence; append-only, and checked for tampering. */
public final class DecisionsRoom implements Room {
    private static final Access DECIDERS = Access.of(Role.ENERGY_MANAGER, Role.COORDINATOR);

    private final House house;
    private final BiFunction<Site, String, Optional<Proposal>> proposals;
    private final Function<List<Site>, Map<Long, String>> statuses;

    /**
     * @param proposals finds what a lever proposes now for a site, by the proposal's id
     * @param statuses message keys of what accepted decisions have come to, by their numbers
     */
    public DecisionsRoom(
            House house,
            BiFunction<Site, String, Optional<Proposal>> proposals,
            Function<List<Site>, Map<Long, String>> statuses) {
        this.house = house;
        this.proposals = proposals;
        this.statuses = statuses;
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
                        exchange -> exchange.json(entries().stream()
                                .filter(entry -> isVisible(exchange, entry))
                                .map(DecisionsRoom::json)
                                .toList()))
                .get(
                        "/api/decisions/verify",
                        Access.SIGNED_IN,
                        ApiDoc.of("decisions", "Whether every chain is intact")
                                .answer("{\"proposals\": {\"entries\": 12, \"intact\": true, \"head\": \"…\"}}"),
                        exchange -> exchange.json(verification()));
    }

    private List<ChainEntry> entries() {
        return house.database().read(sql -> Chains.list(sql, DecisionBook.CHAIN));
    }

    /** The latest verdict about a proposal, if any. */
    public static Optional<Decision> latest(House house, String subject) {
        List<ChainEntry> entries = house.database().read(sql -> Chains.list(sql, DecisionBook.CHAIN, subject));
        return entries.isEmpty() ? Optional.empty() : Optional.of(Decision.of(entries.getLast()));
    }

    /** Whether the user may see the site that an entry is about; what is about no known site is everybody's. */
    private boolean isVisible(Exchange exchange, ChainEntry entry) {
        String site = entry.subject().split("/", 2)[0];
        return exchange.sites().stream().anyMatch(seen -> seen.id().equals(site))
                || house.sites().find(site).isEmpty();
    }

    private void list(Exchange exchange) {
        List<ChainEntry> entries = entries();
        exchange.render(
                "decisions/list.jte",
                exchange.page("decisions.title"),
                Map.of(
                        "decisions",
                                entries.reversed().stream()
                                        .filter(entry -> isVisible(exchange, entry))
                                        .map(Decision::of)
                                        .toList(),
                        "statuses", statuses.apply(exchange.sites()),
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
        if (house.sites().find(subject.split("/", 2)[0]).isPresent()
                && proposedAt(exchange, subject).isEmpty()) {
            throw new NotFound("site of " + subject);
        }
        Optional<Proposal> proposal = proposedAt(exchange, subject)
                .flatMap(site -> proposals.apply(site, subject.substring(subject.indexOf('/') + 1)));
        house.database().change(sql -> {
            String evidence =
                    form.file("evidence").map(file -> Evidence.keep(sql, file)).orElse("");
            String author = exchange.user().name();
            DecisionBook.Statement statement = new DecisionBook.Statement(
                    subject, verdict, form.text("title"), form.text("promised"), reason, evidence);
            DecisionBook.decide(sql, house.clock(), author, statement, proposal);
            house.accounts().audit(sql, author, "decide." + verdict.name(), subject, reason);
        });
        exchange.redirect("/decisions");
    }

    /** The site of a subject among those that the user may see. */
    private static Optional<Site> proposedAt(Exchange exchange, String subject) {
        String id = subject.split("/", 2)[0];
        return exchange.sites().stream().filter(site -> site.id().equals(id)).findFirst();
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
