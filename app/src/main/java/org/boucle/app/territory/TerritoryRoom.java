package org.boucle.app.territory;

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
import org.boucle.features.territory.catalog.Catalog;

/** Industrial symbiosis on the territory: inventory, candidates, plan, synergies. */
public final class TerritoryRoom implements Room {
    /** Those who enter flows and opt in for their company, and the coordinator. */
    static final Access PARTIES = Access.of(Role.OPERATOR, Role.ENERGY_MANAGER, Role.COORDINATOR);

    static final Access COORDINATORS = Access.of(Role.COORDINATOR);

    private final SolverProcess solver = new SolverProcess();
    private final TerritoryDesk desk;
    private final SynergyDesk synergies;

    public TerritoryRoom(House house) {
        desk = new TerritoryDesk(house, Catalog::shipped, solver);
        synergies = new SynergyDesk(desk);
    }

    @Override
    public String name() {
        return "territory";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("territory", "001_territory"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Stage.MEASURE, "/territory/flows", "territory.nav.flows", 60, PARTIES),
                new NavigationEntry(Stage.UNDERSTAND, "/territory", "territory.nav.overview", 60, Access.SIGNED_IN),
                new NavigationEntry(Stage.UNDERSTAND, "/territory/heat", "territory.nav.heat", 61, COORDINATORS),
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
        new EnergyPages(desk).routes(routes);
        new SynergyPages(desk, synergies).routes(routes);
        new TerritoryApi(desk, synergies).routes(routes);
    }

    @Override
    public List<LeverPractice> levers() {
        return List.of(new TerritoryLever(desk));
    }

    @Override
    public void demonstrate(Account demo) {
        Samples.kalundborg(desk, demo.name());
        desk.refreshIdeas(demo.name());
    }

    @Override
    public void stop() {
        solver.close();
    }
}
