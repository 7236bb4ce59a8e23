package org.boucle.app.intensity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.accounts.Role;
import org.boucle.app.store.Database;

/** The hourly intensities in the store; a company sees its own, administrators and auditors see all. */
public final class IntensityStore {
    private static final String COLUMNS = "id, company, name, country, layout, source, start, hours, note";

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    IntensityStore(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A series without its values. */
    public record Entry(
            long id,
            String company,
            String name,
            String country,
            String layout,
            String source,
            Instant start,
            int hours,
            String note) {}

    List<Entry> list(Account account) {
        return database
                .read(sql -> sql.list(
                        "SELECT " + COLUMNS + " FROM intensity_series ORDER BY name, start", IntensityStore::entry))
                .stream()
                .filter(e -> maySee(account, e))
                .toList();
    }

    Optional<IntensitySeries> find(long id, Account account) {
        return database.read(sql -> sql.find(
                        "SELECT " + COLUMNS + ", body FROM intensity_series WHERE id = ?",
                        row -> maySee(account, entry(row))
                                ? Optional.of(series(row))
                                : Optional.<IntensitySeries>empty(),
                        id))
                .flatMap(found -> found);
    }

    private static boolean maySee(Account account, Entry entry) {
        boolean everything = account.role() == Role.ADMINISTRATOR || account.role() == Role.AUDITOR;
        return everything || account.company().equals(entry.company());
    }

    /** Keeps all columns of a file, or none. */
    List<Long> keep(
            Account account,
            String name,
            String country,
            String layout,
            String source,
            String note,
            Map<String, HourlyTable.Column> columns) {
        return database.write(sql -> {
            List<Long> ids = new ArrayList<>();
            columns.forEach((zone, column) -> ids.add(sql.insert(
                    "INSERT INTO intensity_series (company, name, country, layout, source, start, hours, body, note,"
                            + " created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    account.company(),
                    columns.size() == 1 ? name : name + " " + zone,
                    country,
                    layout,
                    source,
                    column.start().toEpochMilli(),
                    column.values().length,
                    IntensitySeries.bytes(column.values()),
                    note,
                    clock.millis())));
            accounts.audit(sql, account.name(), "intensity.import", String.valueOf(ids), name);
            return ids;
        });
    }

    void delete(Account account, long id) {
        database.change(sql -> {
            sql.run("DELETE FROM intensity_series WHERE id = ?", id);
            accounts.audit(sql, account.name(), "intensity.delete", String.valueOf(id), "");
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getInt(8),
                row.getString(9));
    }

    private static IntensitySeries series(ResultSet row) throws SQLException {
        Entry entry = entry(row);
        return IntensitySeries.of(
                String.valueOf(entry.id()),
                entry.name(),
                entry.country(),
                entry.layout(),
                entry.source(),
                entry.note(),
                entry.start(),
                IntensitySeries.values(row.getBytes(10)));
    }
}
