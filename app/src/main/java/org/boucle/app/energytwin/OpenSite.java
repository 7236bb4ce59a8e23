package org.boucle.app.energytwin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.home.HomeRoom;
import org.boucle.app.server.House;
import org.boucle.app.store.Migrations;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.twin.Site;

/** A site of a store on disk, opened for a command. */
record OpenSite(Parts parts, TelemetryStore store, Site site, List<Meter> meters, Instant now)
        implements AutoCloseable {
    static OpenSite of(StoreOptions options, String name) {
        House house = options.open();
        TelemetryStore store = TelemetryStore.open(house.database());
        List<Migrations.Migration> migrations = new ArrayList<>(new HomeRoom(house).migrations());
        migrations.addAll(TelemetryStore.MIGRATIONS);
        migrations.addAll(new EnergyTwinRoom(house, store).migrations());
        Migrations.run(house.database(), migrations);
        Parts parts = Parts.of(house, store);
        Site site = house.sites()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("No site '" + name + "'. Known: "
                        + house.sites().list().stream().map(Site::id).toList()));
        List<Meter> meters = parts.meters().of(site);
        Instant now = parts.readings()
                .now(meters)
                .orElseThrow(() ->
                        new IllegalArgumentException("Site " + name + " has no reading. Maybe import some first?"));
        return new OpenSite(parts, store, site, meters, now);
    }

    @Override
    public void close() {
        parts.house().database().close();
    }
}
