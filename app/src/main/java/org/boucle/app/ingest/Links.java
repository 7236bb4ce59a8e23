package org.boucle.app.ingest;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.app.store.Database;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import tools.jackson.databind.JsonNode;

/** The connections of this server: kept in the store, started with it, each restarted when its settings change. */
public final class Links {
    private static final System.Logger LOG = System.getLogger(Links.class.getName());
    private static final int MOST = 200;

    private final Database database;
    private final Intake intake;
    private final Clock clock;
    private final OpcUaKeys opcUaKeys;
    private final Map<Long, Link> running = new LinkedHashMap<>();

    Links(Database database, Intake intake, Clock clock, Path dataDirectory) {
        this.opcUaKeys = new OpcUaKeys(dataDirectory);
        this.database = database;
        this.intake = intake;
        this.clock = clock;
    }

    /** A connection as configured and, where it runs, as it fares. */
    public record Shown(LinkSettings settings, Optional<LinkStatus> status) {}

    synchronized void start() {
        for (LinkSettings settings : list()) {
            if (settings.enabled()) {
                try {
                    run(settings);
                } catch (BadInput changed) {
                    LOG.log(
                            Level.WARNING,
                            "Connection " + settings.name() + " does not start: " + changed.getMessage());
                }
            }
        }
    }

    synchronized void stop() {
        running.values().forEach(Links::close);
        running.clear();
    }

    private static void close(Link link) {
        link.close();
    }

    private void run(LinkSettings settings) {
        Link link = make(settings);
        running.put(settings.id(), link);
        link.start();
    }

    private Link make(LinkSettings s) {
        return switch (s.kind()) {
            case MQTT -> new MqttLink(s, intake, clock);
            case OPCUA -> new OpcUaLink(s, intake, clock, opcUaKeys);
            case MODBUS -> new PollingLink(s.name(), s.interval(), new ModbusSource(s, clock), intake);
            case PROMETHEUS -> new PollingLink(s.name(), s.interval(), new PrometheusSource(s, clock), intake);
        };
    }

    List<LinkSettings> list() {
        return database.read(sql -> sql.list(
                "SELECT id, name, kind, settings, enabled FROM ingest_connection ORDER BY id",
                row -> new LinkSettings(
                        row.getLong(1),
                        row.getString(2),
                        LinkSettings.Kind.valueOf(row.getString(3)),
                        values(row.getString(4)),
                        row.getInt(5) == 1)));
    }

    private static Map<String, String> values(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode node = Json.read(json);
        node.properties().forEach(p -> values.put(p.getKey(), p.getValue().asString()));
        return values;
    }

    synchronized List<Shown> shown() {
        return list().stream()
                .map(s -> new Shown(s, Optional.ofNullable(running.get(s.id())).map(Link::status)))
                .toList();
    }

    /** Keeps a new connection and starts it; settings that cannot work are refused before anything is kept. */
    synchronized void add(LinkSettings settings) {
        if (settings.name().isBlank() || settings.name().length() > 60) {
            throw BadInput.of(Place.ofField("name"), "ingest.missing");
        }
        List<LinkSettings> known = list();
        if (known.size() >= MOST || known.stream().anyMatch(s -> s.name().equals(settings.name()))) {
            throw BadInput.of(Place.ofField("name"), "ingest.taken", settings.name());
        }
        close(make(settings)); // reads every setting
        long id = database.write(sql -> sql.insert(
                "INSERT INTO ingest_connection (name, kind, settings, enabled) VALUES (?, ?, ?, ?)",
                settings.name(),
                settings.kind(),
                Json.write(settings.values()),
                true));
        run(new LinkSettings(id, settings.name(), settings.kind(), settings.values(), true));
    }

    synchronized void remove(long id) {
        Optional.ofNullable(running.remove(id)).ifPresent(Links::close);
        database.change(sql -> sql.run("DELETE FROM ingest_connection WHERE id = ?", id));
    }
}
