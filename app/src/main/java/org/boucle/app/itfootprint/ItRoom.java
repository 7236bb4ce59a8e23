package org.boucle.app.itfootprint;

import java.util.List;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Account;
import org.boucle.app.demo.DemoRoom;
import org.boucle.app.levers.LeverPractice;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.self.SelfStore;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.text.Language;
import org.boucle.features.itfootprint.ItFootprint;

/** The footprint of digital equipment: dialect, API and pages. */
public final class ItRoom implements Room {
    private final Access access;
    private final House house;
    private final FleetStore fleet;

    public ItRoom(House house) {
        this.house = house;
        this.fleet = new FleetStore(house);
        this.access = house.publicIt() ? Access.PUBLIC : Access.SIGNED_IN;
    }

    @Override
    public String name() {
        return "itfootprint";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Stage.UNDERSTAND, "/it", "itfootprint.title", 40, Access.SIGNED_IN));
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("itfootprint", "001_fleet"));
    }

    @Override
    public List<LeverPractice> levers() {
        return List.of(new Indus02Practice(fleet, criterion -> SelfStore.yearly(house, criterion)));
    }

    /** A small office and its servers beside the demonstration's factory. */
    @Override
    public void demonstrate(Account demo) {
        Language english = Language.EN;
        fleet.add(
                DemoRoom.SITE,
                List.of(
                        new FleetStore.New(24, Setup.parse("kind=terminal&device=laptop-pro&years=4", english)),
                        new FleetStore.New(24, Setup.parse("kind=terminal&device=screen-24&years=6", english)),
                        new FleetStore.New(3, Setup.parse("kind=terminal&device=printer-a4&years=5", english)),
                        new FleetStore.New(
                                4, Setup.parse("kind=server&archetype=platform_compute_low&load=12&years=5", english)),
                        new FleetStore.New(
                                6,
                                Setup.parse(
                                        "kind=cloud&provider=aws&instance_type=m5.xlarge&location=DEU&load=20",
                                        english))),
                demo.name());
    }

    @Override
    public void routes(Routes routes) {
        new DialectRoutes(new Boavizta(ItFootprint::shipped)).register(routes, access);
        ItApi.register(routes, access);
        ItPages.register(routes, Access.SIGNED_IN);
        new ImportPage(house.messages()).register(routes, Access.SIGNED_IN);
        new FleetPage(house, fleet).register(routes);
    }
}
