package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.List;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.server.House;
import org.boucle.app.solver.SolverProcess;
import org.boucle.app.store.Migrations;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.territory.catalog.Catalog;

/** The store and the solver for the length of a command. */
record OpenTerritory(House house, TerritoryDesk desk, MeterDesk meters, SolverProcess solver) implements AutoCloseable {
    static OpenTerritory of(StoreOptions options) {
        House house = options.open();
        List<Migration> migrations = new ArrayList<>();
        migrations.add(new Migration("house", "001_accounts"));
        migrations.addAll(TelemetryStore.MIGRATIONS);
        migrations.addAll(TerritoryRoom.MIGRATIONS);
        Migrations.run(house.database(), migrations);
        SolverProcess solver = new SolverProcess();
        TerritoryDesk desk = new TerritoryDesk(house, Catalog::shipped, solver);
        return new OpenTerritory(house, desk, new MeterDesk(desk, TelemetryStore.open(house.database())), solver);
    }

    @Override
    public void close() {
        solver.close();
        house.database().close();
    }
}
