package org.boucle.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.agent.AgentCommand;
import org.boucle.app.chains.ChainsRoom;
import org.boucle.app.cli.DemoCommand;
import org.boucle.app.cli.ServeCommand;
import org.boucle.app.cloudscan.CloudCommand;
import org.boucle.app.cloudscan.CloudScanRoom;
import org.boucle.app.company.CompanyRoom;
import org.boucle.app.decisions.DecisionsRoom;
import org.boucle.app.demo.DemoRoom;
import org.boucle.app.digitalservice.DigitalServiceRoom;
import org.boucle.app.energyindex.EnergyIndexRoom;
import org.boucle.app.energyindex.IeeCommand;
import org.boucle.app.energytwin.AlertsCommand;
import org.boucle.app.energytwin.AlsoWatched;
import org.boucle.app.energytwin.EnergyTwinRoom;
import org.boucle.app.energytwin.PredictCommand;
import org.boucle.app.footprint.FootprintCommand;
import org.boucle.app.footprint.FootprintRoom;
import org.boucle.app.home.HomeRoom;
import org.boucle.app.ingest.ImportCommand;
import org.boucle.app.ingest.IngestRoom;
import org.boucle.app.ingest.SeriesCommand;
import org.boucle.app.intensity.IntensityRoom;
import org.boucle.app.itfootprint.ItCommand;
import org.boucle.app.itfootprint.ItRoom;
import org.boucle.app.lca.LcaCommand;
import org.boucle.app.levers.LeversRoom;
import org.boucle.app.self.SelfRoom;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Server;
import org.boucle.app.store.Database;
import org.boucle.app.store.Migrations;
import org.boucle.app.telemetry.BackupCommands;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.territory.SymbiosisCommand;
import org.boucle.app.territory.TerritoryRoom;
import org.boucle.app.verification.VerificationRoom;
import org.boucle.app.verification.Verifications;
import org.boucle.core.text.Messages;

/** The one place where the parts are put together: messages, rooms and commands, one line each. */
public final class Wiring {
    private Wiring() {}

    /** Reads the texts of all parts: {@code messages/<part>_fr.properties} and {@code _en.properties}. */
    public static Messages messages() {
        List<String> parts = new ArrayList<>();
        parts.add("house");
        parts.add("decisions");
        parts.add("levers");
        parts.add("ingest");
        parts.add("energyindex");
        parts.add("lca");
        parts.add("digitalservice");
        parts.add("self");
        parts.add("cloudscan");
        parts.add("energytwin");
        parts.add("footprint");
        parts.add("itfootprint");
        parts.add("territory");
        parts.add("company");
        parts.add("intensity");
        parts.add("chains");
        parts.add("twin");
        parts.add("verification");
        return Messages.of(parts);
    }

    /**
     * All rooms, in the order in which they start; the matrix, the decisions and their verification come last, since they
     * gather the others' levers.
     */
    static List<Room> rooms(House house) {
        List<Room> rooms = new ArrayList<>();
        TelemetryStore telemetry = TelemetryStore.open(house.database());
        rooms.add(new HomeRoom(house));
        EnergyIndexRoom index = new EnergyIndexRoom(house, telemetry);
        rooms.add(index);
        IngestRoom ingest = new IngestRoom(house, telemetry);
        EnergyTwinRoom energy = new EnergyTwinRoom(house, telemetry);
        energy.alsoWatch(index::drifts);
        rooms.add(ingest);
        rooms.add(energy);
        rooms.add(new DemoRoom(house, telemetry, ingest.intake(), energy));
        FootprintRoom footprint = new FootprintRoom(house);
        rooms.add(new ChainsRoom(house, footprint::library)); // its paths before those with a product's id
        rooms.add(footprint);
        rooms.add(new CompanyRoom(house, telemetry, footprint::library, Optional.of(DemoRoom.site())));
        rooms.add(new IntensityRoom(house, telemetry, footprint::library));
        rooms.add(new DigitalServiceRoom(house));
        rooms.add(new ItRoom(house));
        rooms.add(new SelfRoom(house));
        rooms.add(new CloudScanRoom(house));
        rooms.add(new TerritoryRoom(house, telemetry));
        Verifications verifications = new Verifications(house, energy.savings());
        LeversRoom levers = LeversRoom.gathering(rooms, verifications);
        rooms.add(levers);
        rooms.add(new DecisionsRoom(house, levers::proposal, verifications::statuses));
        rooms.add(new VerificationRoom(house, verifications));
        return rooms;
    }

    /** The subcommands of {@code boucle}, each a picocli command. */
    static List<Object> commands() {
        List<Object> commands = new ArrayList<>();
        commands.add(new ServeCommand());
        commands.add(new DemoCommand());
        commands.add(new ItCommand());
        commands.add(new IeeCommand());
        commands.add(new LcaCommand());
        commands.add(new FootprintCommand());
        commands.add(new CloudCommand());
        commands.add(new AgentCommand());
        commands.add(new ImportCommand());
        commands.add(new SeriesCommand());
        commands.add(new BackupCommands.Take());
        commands.add(new BackupCommands.Restore());
        commands.add(new BackupCommands.Verify());
        commands.add(new PredictCommand());
        commands.add(new AlertsCommand((house, telemetry) -> {
            EnergyIndexRoom index = new EnergyIndexRoom(house, telemetry);
            return new AlsoWatched(index.migrations(), index::drifts);
        }));
        commands.add(new SymbiosisCommand());
        return commands;
    }

    /** The shared things over a data directory; the store is SQLite there unless a JDBC URL is given. */
    public static House house(Path directory, Optional<String> jdbcUrl) {
        Database database = jdbcUrl.map(Database::open).orElseGet(() -> Database.inDirectory(directory));
        return House.of(directory, database, messages(), Clock.systemUTC());
    }

    /** The server with all rooms; {@code port} 0 for any free one. */
    public static Server server(House house, String host, int port) {
        return new Server(house, rooms(house), host, port);
    }

    /** Brings the schema of a house's store up to date, for commands that work without the server. */
    public static void migrate(House house) {
        Migrations.run(
                house.database(),
                rooms(house).stream()
                        .flatMap(room -> room.migrations().stream())
                        .toList());
    }

    /** {@link #migrate(House)} of a bare database, such as a backup. */
    public static void migrate(Database database) {
        migrate(House.of(Path.of("."), database, messages(), Clock.systemUTC()));
    }
}
