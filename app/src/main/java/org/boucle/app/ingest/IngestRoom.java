package org.boucle.app.ingest;

import java.util.ArrayList;
import java.util.List;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.app.telemetry.TelemetryStore;

/** Measure › imports, quarantine, connections; and the API by which values come in and go out. */
public final class IngestRoom implements Room {
    private final Intake intake;
    private final PointsApi api;
    private final Links links;
    private final ImportPages imports;
    private final MeasurePages measure;

    public IngestRoom(House house, TelemetryStore store) {
        Quarantine quarantine = new Quarantine(house.database());
        this.intake = new Intake(store, quarantine, house.clock());
        this.api = new PointsApi(store, intake, house.clock());
        this.links = new Links(house.database(), intake, house.clock(), house.directory());
        this.imports = new ImportPages(house, new FileImport(store, house.database()));
        this.measure = new MeasurePages(house, store, quarantine, intake, links);
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
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Stage.MEASURE, "/measure/meters", "ingest.meters", 40, Access.SIGNED_IN),
                new NavigationEntry(Stage.MEASURE, "/measure/imports", "ingest.imports", 50, Access.SIGNED_IN),
                new NavigationEntry(Stage.MEASURE, "/measure/quarantine", "ingest.quarantine", 60, Access.SIGNED_IN),
                new NavigationEntry(Stage.MEASURE, "/measure/connections", "ingest.connections", 70, Access.MANAGERS));
    }

    @Override
    public void routes(Routes routes) {
        api.routes(routes);
        imports.routes(routes);
        measure.routes(routes);
    }

    /** The checked path, for parts of the product that make values themselves. */
    public Intake intake() {
        return intake;
    }

    @Override
    public void start() {
        intake.start();
        links.start();
    }

    @Override
    public void stop() {
        links.stop();
        intake.close();
    }
}
