package org.boucle.app.ingest;

import java.util.ArrayList;
import java.util.List;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;

/** Measure › imports, quarantine, connections; and the API by which values come in and go out. */
public final class IngestRoom implements Room {
    private final TelemetryStore store;
    private final Quarantine quarantine;
    private final Intake intake;
    private final PointsApi api;

    public IngestRoom(House house, TelemetryStore store) {
        this.store = store;
        this.quarantine = new Quarantine(house.database());
        this.intake = new Intake(store, quarantine, house.clock());
        this.api = new PointsApi(store, intake, house.clock());
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Migration> migrations() {
        List<Migration> all = new ArrayList<>(TelemetryStore.MIGRATIONS);
        all.add(new Migration("ingest", "001_ingest"));
        return all;
    }

    @Override
    public void routes(Routes routes) {
        api.routes(routes);
    }

    /** The checked path, for parts of the product that make values themselves. */
    public Intake intake() {
        return intake;
    }

    @Override
    public void start() {
        intake.start();
    }

    @Override
    public void stop() {
        intake.close();
    }
}
