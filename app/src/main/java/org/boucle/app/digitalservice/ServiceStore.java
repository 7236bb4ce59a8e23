package org.boucle.app.digitalservice;

import java.util.List;
import java.util.Optional;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;

/** Keeps services as they were filled in. */
public final class ServiceStore {
    /** A kept service. */
    public record Kept(long id, String name, String author, long changed, Fields fields) {}

    private static final String COLUMNS = "SELECT id, name, author, changed, fields FROM digital_service ";
    private final House house;

    ServiceStore(House house) {
        this.house = house;
    }

    List<Kept> list() {
        return house.database().read(sql -> sql.list(COLUMNS + "ORDER BY name", ServiceStore::kept));
    }

    Optional<Kept> find(long id) {
        return house.database().read(sql -> sql.find(COLUMNS + "WHERE id = ?", ServiceStore::kept, id));
    }

    long create(String name, Fields fields, String author) {
        return house.database().write(sql -> {
            long id = sql.insert(
                    "INSERT INTO digital_service (name, fields, author, changed) VALUES (?, ?, ?, ?)",
                    name,
                    Json.write(fields.values()),
                    author,
                    house.clock().millis());
            house.accounts().audit(sql, author, "digitalservice.create", name, Long.toString(id));
            return id;
        });
    }

    void change(long id, String name, Fields fields, String author) {
        house.database().change(sql -> {
            sql.run(
                    "UPDATE digital_service SET name = ?, fields = ?, author = ?, changed = ? WHERE id = ?",
                    name,
                    Json.write(fields.values()),
                    author,
                    house.clock().millis(),
                    id);
            house.accounts().audit(sql, author, "digitalservice.change", name, Long.toString(id));
        });
    }

    private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept(
                row.getLong("id"),
                row.getString("name"),
                row.getString("author"),
                row.getLong("changed"),
                Fields.of(Json.read(row.getString("fields"))));
    }
}
