package org.boucle.app.telemetry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;

/** The registered series, held in memory and kept in the store. */
public final class SeriesRegistry {
    private static final String COLUMNS = "id, site, name, unit, kind, medium, source, wrap_at, step_millis";

    private static final long REFRESH_NANOS = 1_000_000_000;

    private final Database database;
    private final Map<Long, SeriesInfo> byId = new ConcurrentHashMap<>();
    private final Map<Key, SeriesInfo> byName = new ConcurrentHashMap<>();

    private volatile boolean loaded;
    private volatile long refreshed;

    private record Key(String site, String name) {}

    SeriesRegistry(Database database) {
        this.database = database;
    }

    private void load() {
        if (!loaded) {
            synchronized (this) {
                if (!loaded) {
                    refresh();
                    loaded = true;
                }
            }
        }
    }

    /** Reads the registry again, for servers that share a store. */
    public void refresh() {
        refreshed = System.nanoTime();
        database.read(sql -> sql.list("SELECT " + COLUMNS + " FROM telemetry_series", SeriesRegistry::read))
                .forEach(this::keep);
    }

    private static SeriesInfo read(ResultSet row) throws SQLException {
        return new SeriesInfo(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                SeriesKind.valueOf(row.getString(5)),
                Medium.valueOf(row.getString(6)),
                row.getString(7),
                row.getDouble(8),
                row.getLong(9));
    }

    private void keep(SeriesInfo info) {
        byId.put(info.id(), info);
        byName.put(new Key(info.site(), info.name()), info);
    }

    /** The series with its number; one that is registered under the same site and name is returned as it stands. */
    public SeriesInfo register(SeriesInfo info) {
        Optional<SeriesInfo> known = find(info.site(), info.name());
        if (known.isPresent()) {
            return known.get();
        }
        SeriesInfo kept = database.write(sql -> insert(sql, info));
        keep(kept);
        return kept;
    }

    /** Registers several in one transaction, in their order. */
    public List<SeriesInfo> registerAll(List<SeriesInfo> infos) {
        List<SeriesInfo> kept = database.write(
                sql -> infos.stream().map(info -> insert(sql, info)).toList());
        kept.forEach(this::keep);
        return kept;
    }

    private SeriesInfo insert(Sql sql, SeriesInfo info) {
        String select = "SELECT " + COLUMNS + " FROM telemetry_series WHERE site = ? AND name = ?";
        return sql.find(select, SeriesRegistry::read, info.site(), info.name())
                .orElseGet(() -> info.withId(sql.insert(
                        "INSERT INTO telemetry_series (site, name, unit, kind, medium, source, wrap_at, step_millis)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        info.site(),
                        info.name(),
                        info.unit(),
                        info.kind(),
                        info.medium(),
                        info.source(),
                        info.wrapAt(),
                        info.stepMillis())));
    }

    /** Changes what is known of a series, found by its number; site and name stay. */
    public SeriesInfo update(SeriesInfo info) {
        database.change(sql -> sql.run(
                "UPDATE telemetry_series SET unit = ?, kind = ?, medium = ?, source = ?, wrap_at = ?, step_millis = ?"
                        + " WHERE id = ?",
                info.unit(),
                info.kind(),
                info.medium(),
                info.source(),
                info.wrapAt(),
                info.stepMillis(),
                info.id()));
        keep(info);
        return info;
    }

    public Optional<SeriesInfo> find(long id) {
        load();
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<SeriesInfo> find(String site, String name) {
        load();
        Key key = new Key(site, name);
        SeriesInfo known = byName.get(key);
        if (known == null && System.nanoTime() - refreshed > REFRESH_NANOS) {
            refresh(); // another process may have registered it
            known = byName.get(key);
        }
        return Optional.ofNullable(known);
    }

    /** The series of a number that the caller got from this registry. */
    public SeriesInfo get(long id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("No series " + id + ". Maybe it was registered in another store."));
    }

    /** All series, by site and name. */
    public List<SeriesInfo> list() {
        refresh();
        return byId.values().stream()
                .sorted(Comparator.comparing(SeriesInfo::site).thenComparing(SeriesInfo::name))
                .toList();
    }

    public List<SeriesInfo> list(String site) {
        return list().stream().filter(info -> info.site().equals(site)).toList();
    }
}
