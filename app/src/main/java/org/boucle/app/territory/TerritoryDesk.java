package org.boucle.app.territory;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.boucle.app.server.House;
import org.boucle.app.store.Sql;
import org.boucle.core.input.Issues;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.exchange.ExchangeCase;
import org.boucle.features.territory.exchange.ExchangePlan;
import org.boucle.features.territory.exchange.ExchangeSolver;
import org.boucle.features.territory.exchange.Periods;
import org.boucle.features.territory.exchange.TreatmentHub;
import org.boucle.features.territory.indicators.Indicators;
import org.boucle.features.territory.intake.Batch;
import org.boucle.features.territory.intake.Intake;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.matching.Candidate;
import org.boucle.features.territory.matching.Explanation;
import org.boucle.features.territory.matching.Matcher;
import org.boucle.features.territory.matching.Matching;
import org.boucle.features.territory.matching.Weights;
import org.boucle.features.territory.pooling.PriceTier;

/** The work behind the pages and the API: reading the store, matching, planning; results are kept until the flows change. */
public final class TerritoryDesk {
    private static final int KEEP = 50;
    private static final int IDEAS_PER_FLOW = 5;
    private static final int FRONT_POINTS = 6;

    private final House house;
    private final Supplier<Catalog> catalog;
    private final LinearSolver solver;
    private final AtomicReference<Optional<Matched>> matched = new AtomicReference<>(Optional.empty());
    private final Map<Periods, Planned> planned = new ConcurrentHashMap<>();

    TerritoryDesk(House house, Supplier<Catalog> catalog, LinearSolver solver) {
        this.house = house;
        this.catalog = catalog;
        this.solver = solver;
    }

    /** Matching of the flows as they stood at a revision. */
    public record Matched(long revision, Inventory inventory, Matcher matcher, Matching matching) {}

    /**
     * A plan of the exchanges.
     *
     * @param outcome empty where a plan was found, else what the solver said
     */
    public record Planned(
            long revision,
            Periods periods,
            Inventory inventory,
            ExchangeCase exchange,
            Optional<ExchangePlan> plan,
            String outcome,
            double seconds,
            Indicators indicators,
            List<ExchangePlan> front) {}

    /** The reference tables, read when first asked for: a server that never shows the territory never reads them. */
    Catalog catalog() {
        return catalog.get();
    }

    LinearSolver solver() {
        return solver;
    }

    House house() {
        return house;
    }

    LocalDate today() {
        return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    }

    Inventory inventory() {
        return house.database().read(sql -> TerritoryStore.inventory(sql, today()));
    }

    List<TreatmentHub> hubs() {
        return house.database().read(TerritoryStore::hubs);
    }

    /** Takes a company's batch whole; one that exists already only where asked to replace it. */
    void take(Batch batch, boolean replace, String account) {
        take(List.of(batch), replace, account);
    }

    /** Takes several companies' batches, all or none; two of one import for the same company are told with both places. */
    void take(List<Batch> batches, boolean replace, String account) {
        house.database().change(sql -> {
            Issues issues = new Issues();
            Map<String, Batch> first = new HashMap<>();
            for (Batch batch : batches) {
                Batch twin = first.putIfAbsent(Intake.slug(batch.company()), batch);
                if (twin != null) {
                    issues.add(
                            batch.place(),
                            "territory.company.twice",
                            batch.company(),
                            twin.place().path());
                } else if (!replace && TerritoryStore.hasCompany(sql, batch.company())) {
                    issues.add(batch.place(), "territory.company.duplicate", batch.company());
                }
            }
            issues.throwIfAny();
            batches.forEach(batch -> keep(sql, batch, account));
        });
        changed();
    }

    private void keep(Sql sql, Batch batch, String account) {
        TerritoryStore.replace(sql, batch);
        house.accounts()
                .audit(
                        sql,
                        account,
                        "territory.import",
                        "company",
                        batch.sites().size() + " sites, " + batch.flows().size() + " flows, "
                                + batch.hubs().size() + " hubs");
    }

    List<PriceTier> offers() {
        return house.database().read(TerritoryStore::offers);
    }

    void add(List<Flow> flows, String account, String action) {
        house.database().change(sql -> {
            TerritoryStore.addFlows(sql, flows);
            house.accounts().audit(sql, account, action, "flows", String.valueOf(flows.size()));
        });
        changed();
    }

    /** Tells every server on this store that what was computed from the flows is out of date. */
    void changed() {
        house.database()
                .change(sql ->
                        sql.run("INSERT INTO setting (name, value) VALUES ('territory.revision', '1') ON CONFLICT"
                                + " (name) DO UPDATE SET value = CAST(CAST(setting.value AS BIGINT) + 1 AS TEXT)"));
    }

    private long revision() {
        return house.database()
                .read(sql -> sql.find(
                        "SELECT value FROM setting WHERE name = 'territory.revision'",
                        row -> Long.parseLong(row.getString(1))))
                .orElse(0L);
    }

    Matched matched() {
        long now = revision();
        Optional<Matched> kept = matched.get()
                .filter(m -> m.revision() == now && m.inventory().date().equals(today()));
        if (kept.isPresent()) {
            return kept.get();
        }
        Inventory inventory = inventory();
        Matcher matcher = new Matcher(inventory, catalog(), Weights.DEFAULT);
        Matched fresh = new Matched(now, inventory, matcher, matcher.match(KEEP));
        matched.set(Optional.of(fresh));
        return fresh;
    }

    /** Keeps the best candidates between companies as ideas; answers how many are new. */
    int refreshIdeas(String account) {
        Matched now = matched();
        List<Candidate> best = new ArrayList<>();
        for (Candidate candidate : now.matching().ranked()) {
            if (isAmongBest(now, candidate) && !isInternal(now.inventory(), candidate)) {
                best.add(candidate);
            }
        }
        return house.database().write(sql -> {
            int added = SynergyStore.keep(sql, best, house.clock().millis());
            house.accounts().audit(sql, account, "territory.match", "ideas", String.valueOf(added));
            return added;
        });
    }

    private static boolean isAmongBest(Matched now, Candidate candidate) {
        return now.matching().of(candidate.out()).stream().limit(IDEAS_PER_FLOW).anyMatch(candidate::equals)
                || now.matching().of(candidate.in()).stream()
                        .limit(IDEAS_PER_FLOW)
                        .anyMatch(candidate::equals);
    }

    private static boolean isInternal(Inventory inventory, Candidate candidate) {
        return Intake.slug(inventory.siteOf(inventory.flow(candidate.out())).company())
                .equals(Intake.slug(
                        inventory.siteOf(inventory.flow(candidate.in())).company()));
    }

    /** The plan of the whole year computed last, where the flows have not changed since. */
    Optional<Planned> lastPlan() {
        return Optional.ofNullable(planned.get(Periods.YEAR)).filter(plan -> plan.revision() == revision());
    }

    /** The plan over the whole year. */
    Planned planned() {
        return planned(Periods.YEAR);
    }

    /** The plan that earns most where every period must fit; kept until the flows change. */
    Planned planned(Periods periods) {
        Matched now = matched();
        Optional<Planned> kept = Optional.ofNullable(planned.get(periods)).filter(p -> p.revision() == now.revision());
        if (kept.isPresent()) {
            return kept.get();
        }
        Planned fresh = plan(now, periods);
        if (fresh.plan().isPresent()) {
            planned.put(periods, fresh);
        }
        return fresh;
    }

    private Planned plan(Matched now, Periods periods) {
        ExchangeCase exchange = ExchangeCase.of(now.inventory(), catalog(), now.matcher(), firm(now), periods)
                .withHubs(now.inventory(), catalog(), hubs(), periods);
        ExchangeSolver exchanges = new ExchangeSolver(solver);
        return switch (exchanges.solve(exchange.problem(), new Limits(60, 0.001))) {
            case ExchangeSolver.Answer.Found(ExchangePlan plan, double seconds) ->
                new Planned(
                        now.revision(),
                        periods,
                        now.inventory(),
                        exchange,
                        Optional.of(plan),
                        "",
                        seconds,
                        Indicators.of(now.inventory(), catalog(), exchanges(exchange, plan)),
                        exchange.problem().links().size() * periods.count() > 2_000
                                ? List.of(plan)
                                : exchanges.front(exchange.problem(), FRONT_POINTS, new Limits(20, 0.001)));
            case ExchangeSolver.Answer.None none ->
                new Planned(
                        now.revision(),
                        periods,
                        now.inventory(),
                        exchange,
                        Optional.empty(),
                        none.outcome().toString(),
                        0,
                        Indicators.of(now.inventory(), catalog(), List.of()),
                        List.of());
        };
    }

    /** Candidates on firm ground: a plan counts money, so that what is only alike waits until somebody has tested it. */
    private static List<Candidate> firm(Matched now) {
        return now.matching().ranked().stream()
                .filter(candidate ->
                        now.matcher().explain(candidate.out(), candidate.in()) instanceof Explanation.Scored scored
                                && scored.basis().isFirm())
                .toList();
    }

    static List<Indicators.Exchange> exchanges(ExchangeCase exchange, ExchangePlan plan) {
        return plan.runs().stream()
                .filter(run -> run.link() < exchange.candidates().size())
                .map(run -> new Indicators.Exchange(
                        exchange.candidates().get(run.link()).out(),
                        exchange.candidates().get(run.link()).in(),
                        run.total(),
                        exchange.problem().links().get(run.link()).ratio(),
                        run.eur(),
                        run.kgCo2e()))
                .toList();
    }
}
