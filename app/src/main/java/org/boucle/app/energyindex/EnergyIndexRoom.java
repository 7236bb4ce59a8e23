package org.boucle.app.energyindex;

import java.time.Instant;
import java.util.List;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Account;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.twin.Site;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.NoteExamples;
import org.boucle.features.energytwin.alerts.Alert;

/** The energy-efficiency index: agreements, table 5, sector, decisions, reports. */
public final class EnergyIndexRoom implements Room {
    static final List<Migration> MIGRATIONS =
            List.of(new Migration("energyindex", "001_agreements"), new Migration("energyindex", "002_links"));

    private final Desk desk;
    private final LiveLinks links;

    public EnergyIndexRoom(House house, TelemetryStore telemetry) {
        this.desk = new Desk(house, new AgreementStore(house), Conversions.shipped());
        this.links = new LiveLinks(house, telemetry, desk.conversions());
    }

    /** Posts whose specific consumption drifts upwards, on meters of a telemetry site, in that site's present year. */
    public List<Alert> drifts(Site site, Instant now) {
        return new DriftAlerts(desk, links).of(site, now);
    }

    @Override
    public String name() {
        return "energyindex";
    }

    @Override
    public List<Migration> migrations() {
        return MIGRATIONS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Stage.UNDERSTAND, "/energy-index", "energyindex.title", 20, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        new AgreementPages(desk).routes(routes);
        new SitePages(desk).routes(routes);
        new DecisionPages(desk).routes(routes);
        new LivePages(desk, links).routes(routes);
        new IndexApi(desk).routes(routes);
    }

    @Override
    public void demonstrate(Account demo) {
        desk.store().save(NoteExamples.example1(), demo.name());
    }
}
