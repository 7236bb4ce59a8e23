package org.boucle.app.itfootprint;

import java.util.List;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.features.itfootprint.ItFootprint;

/** The footprint of digital equipment: dialect, API and pages. */
public final class ItRoom implements Room {
    private final Access access;
    private final House house;

    public ItRoom(House house) {
        this.house = house;
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
    public void routes(Routes routes) {
        new DialectRoutes(new Boavizta(ItFootprint::shipped)).register(routes, access);
        ItApi.register(routes, access);
        ItPages.register(routes, Access.SIGNED_IN);
        new ImportPage(house.messages()).register(routes, Access.SIGNED_IN);
    }
}
