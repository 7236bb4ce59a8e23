package org.boucle.app.territory;

import java.time.Duration;
import java.util.List;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Role;
import org.boucle.app.levers.LeverPractice;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.solver.SolverProcess;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.territory.catalog.Catalog;

/** Industrial symbiosis on the territory: inventory, candidates, plan, synergies. */
public final class TerritoryRoom implements Room {
    /** Those who enter flows and opt in for their company, and the coordinator. */
    static final Access PARTIES = Access.of(Role.OPERATOR, Role.ENERGY_MANAGER, Role.COORDINATOR);

    static final List<Migration> MIGRATIONS = List.of(
            new Migration("territory", "001_territory"),
            new Migration("territory", "002_meters"),
            new Migration("territory", "003_offers"));

    static final Access COORDINATORS = Access.of(Role.COORDINATOR);

    private static final System.Logger LOG = System.getLogger(TerritoryRoom.class.getName());
    /** Before the server gives back what starting took. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private static final Duration NEXT_LOOK = Duration.ofHours(1);

    private final SolverProcess solver = new SolverProcess();
    private final TerritoryDesk desk;
    private final SynergyDesk synergies;
    private final MeterDesk meters;
    private Thread keeper = Thread.ofVirtual().unstarted(() -> {});

    public TerritoryRoom(House house, TelemetryStore telemetry) {
        desk = new TerritoryDesk(house, Catalog::shipped, solver);
        synergies = new SynergyDesk(desk);
        meters = new MeterDesk(desk, telemetry);
    }

    @Override
    public String name() {
        return "territory";
    }

    @Override
    public List<Migration> migrations() {
        return MIGRATIONS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Stage.MEASURE, "/territory/flows", "territory.nav.flows", 60, PARTIES),
                new NavigationEntry(Stage.UNDERSTAND, "/territory", "territory.nav.overview", 60, Access.SIGNED_IN),
                new NavigationEntry(Stage.UNDERSTAND, "/territory/heat", "territory.nav.heat", 61, COORDINATORS),
                new NavigationEntry(Stage.UNDERSTAND, "/territory/water", "territory.nav.water", 62, COORDINATORS),
                new NavigationEntry(
                        Stage.PROPOSE, "/territory/candidates", "territory.nav.candidates", 60, COORDINATORS),
                new NavigationEntry(Stage.PROPOSE, "/territory/plan", "territory.nav.plan", 61, COORDINATORS),
                new NavigationEntry(Stage.PROPOSE, "/territory/pools", "territory.nav.pools", 62, COORDINATORS),
                new NavigationEntry(Stage.DECIDE, "/territory/synergies", "territory.nav.synergies", 60, PARTIES));
    }

    @Override
    public void routes(Routes routes) {
        new OverviewPages(desk, synergies).routes(routes);
        new FlowPages(desk).routes(routes);
        new CandidatePages(desk).routes(routes);
        new PlanPages(desk).routes(routes);
        PoolDesk pools = new PoolDesk(desk);
        new PoolPages(desk, pools).routes(routes);
        new PoolApi(desk, pools).routes(routes);
        new EnergyPages(desk).routes(routes);
        new WaterPages(desk).routes(routes);
        new SharingPages(desk, new SharingDesk(desk)).routes(routes);
        new ReportPages(desk, synergies).routes(routes);
        SynergyPages synergyPages = new SynergyPages(desk, synergies, meters);
        synergyPages.routes(routes);
        new MeterPages(desk, synergies, meters, synergyPages).routes(routes);
        new MeterApi(desk, synergies, meters).routes(routes);
        new TerritoryApi(desk, synergies).routes(routes);
        new CalculatorApi(new Calculator(solver)).routes(routes);
    }

    @Override
    public List<LeverPractice> levers() {
        return List.of(new TerritoryLever(desk));
    }

    @Override
    public void demonstrate(Account demo) {
        Samples.kalundborg(desk, demo.name());
        Samples.deuxRives(desk, demo.name());
        desk.refreshIdeas(demo.name());
    }

    /** Metered flows follow their meters by the hour, and a plan made once follows the flows. */
    @Override
    public void start() {
        keeper = Thread.ofVirtual().name("territory-keeper").start(() -> {
            try {
                Thread.sleep(FIRST_LOOK);
                while (!desk.house().stopping().get()) {
                    look();
                    Thread.sleep(NEXT_LOOK);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void look() {
        try {
            meters.refresh();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "Metered flows could not be brought up to date", fault);
        }
    }

    @Override
    public void stop() {
        keeper.interrupt();
        solver.close();
    }
}
