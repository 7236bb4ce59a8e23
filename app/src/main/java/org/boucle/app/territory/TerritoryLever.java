package org.boucle.app.territory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.boucle.app.levers.LeverPractice;
import org.boucle.app.levers.Standing;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.DataNeed;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.Proposal;
import org.boucle.core.twin.Site;
import org.boucle.features.territory.indicators.Indicators;
import org.boucle.features.territory.inventory.FlowKind;

/**
 * [Territorial-01] in the matrix: for a site whose company takes part in the plan its own exchanges, else totals of the plan for the
 * whole territory. The plan is computed when somebody looks. Everybody may read the matrix, so totals of few exchanges,
 * which could tell a single one, are not shown.
 */
final class TerritoryLever implements LeverPractice {
    private static final int FEWEST_COMPANIES = 5;
    private static final int FEWEST_EXCHANGES = 5;
    /** Prices and factors are orders of magnitude: half and one and a half times the estimate. */
    private static final double SPREAD = 0.5;

    private static final String SOURCE = "exchange plan of the territory; data/territory/resources.csv, economics.csv";

    private static final System.Logger LOG = System.getLogger(TerritoryLever.class.getName());
    /** How long the matrix waits for a plan: a territory of some tens of companies has one by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TerritoryDesk desk;
    private CompletableFuture<TerritoryDesk.Planned> underway = CompletableFuture.completedFuture(null);

    TerritoryLever(TerritoryDesk desk) {
        this.desk = desk;
    }

    @Override
    public String acronym() {
        return "Territorial-01";
    }

    @Override
    public String path() {
        return "/territory";
    }

    @Override
    public boolean isPerSite() {
        return false;
    }

    @Override
    public Standing standing(Site site) {
        if (desk.inventory().companies().isEmpty()) {
            return Standing.missing(List.of(new DataNeed("territory.plan", "/territory/plan")));
        }
        Optional<TerritoryDesk.Planned> planned = plan();
        if (planned.isEmpty()) {
            return Standing.missing(List.of(new DataNeed("territory.plan.underway", "/territory/plan")));
        }
        Optional<Proposal> own = planned.flatMap(plan -> SiteShare.of(plan, site));
        if (own.isPresent()) {
            return new Standing(List.of(), List.of(own.get()));
        }
        boolean tells = planned.flatMap(TerritoryDesk.Planned::plan)
                        .map(plan -> plan.runs().size() >= FEWEST_EXCHANGES)
                        .orElse(false)
                && planned.get().inventory().companies().size() >= FEWEST_COMPANIES;
        if (!tells) {
            return Standing.missing(List.of(new DataNeed("territory.plan", "/territory/plan")));
        }
        return new Standing(List.of(), List.of(proposal(planned.get())));
    }

    /** The plan, computed anew where the flows changed; empty while that takes longer than a page may wait. */
    private Optional<TerritoryDesk.Planned> plan() {
        Optional<TerritoryDesk.Planned> last = desk.lastPlan();
        if (last.isPresent()) {
            return last;
        }
        try {
            return Optional.of(underway().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (ExecutionException fault) {
            LOG.log(System.Logger.Level.WARNING, "The plan of the territory could not be computed", fault.getCause());
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<TerritoryDesk.Planned> underway() {
        if (underway.isDone()) {
            underway = CompletableFuture.supplyAsync(
                    desk::planned, Thread.ofVirtual().name("territory-plan")::start);
        }
        return underway;
    }

    private static Proposal proposal(TerritoryDesk.Planned planned) {
        Indicators indicators = planned.indicators();
        List<IndicatorChange> changes = new ArrayList<>();
        List<Proposal.ExplanationLine> lines = new ArrayList<>();
        add(changes, lines, "co2", IndicatorCategory.GHG, -indicators.kgCo2e());
        add(changes, lines, "virgin", IndicatorCategory.MATERIAL, -1000 * covered(planned));
        add(changes, lines, "water", IndicatorCategory.WATER, -indicators.water());
        add(changes, lines, "heat", IndicatorCategory.ENERGY, -1000 * indicators.heat());
        add(changes, lines, "exchanged", IndicatorCategory.RECYCLING, 1000 * indicators.exchangedTonnes());
        return new Proposal(
                "territory-plan",
                "Territorial-01",
                "territory.lever.plan",
                List.of(String.valueOf(
                        planned.plan().map(plan -> plan.runs().size()).orElse(0))),
                changes,
                lines);
    }

    private static double covered(TerritoryDesk.Planned planned) {
        return planned.plan().map(plan -> TerritoryDesk.exchanges(planned.exchange(), plan)).orElse(List.of()).stream()
                .filter(e -> planned.inventory().flow(e.out()).kind() == FlowKind.MATERIAL)
                .mapToDouble(e -> e.amount() * e.ratio())
                .sum();
    }

    private static void add(
            List<IndicatorChange> changes,
            List<Proposal.ExplanationLine> lines,
            String key,
            IndicatorCategory category,
            double change) {
        if (change != 0) {
            double width = SPREAD * Math.abs(change);
            IndicatorChange each = new IndicatorChange(category, change - width, change, change + width);
            changes.add(each);
            lines.add(new Proposal.ExplanationLine("territory.lever." + key, List.of(), each, SOURCE));
        }
    }
}
