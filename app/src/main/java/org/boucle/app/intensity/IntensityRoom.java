package org.boucle.app.intensity;

import java.util.List;
import java.util.function.Function;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.factors.FactorLibrary;

/** Understand › carbon intensity of the grid by the hour. */
public final class IntensityRoom implements Room {
    private final IntensityPages pages;

    public IntensityRoom(House house, TelemetryStore telemetry, Function<String, FactorLibrary> libraries) {
        pages = new IntensityPages(
                new IntensityStore(house.database(), house.accounts(), house.clock()),
                new SiteSignals(house.database(), telemetry),
                libraries,
                house.messages());
    }

    @Override
    public String name() {
        return "intensity";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("intensity", "001_intensity"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Stage.UNDERSTAND, "/intensity", "intensity.nav", 85, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        pages.routes(routes);
    }
}
