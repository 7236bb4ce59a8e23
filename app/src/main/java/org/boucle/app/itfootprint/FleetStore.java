package org.boucle.app.itfootprint;

import java.util.List;
import org.boucle.app.server.House;
import org.boucle.app.store.Sql;
import org.boucle.core.text.Language;

/** Keeps the digital kit of sites, line by line. */
final class FleetStore {
    private final House house;

    FleetStore(House house) {
        this.house = house;
    }

    /** A kept line. */
    record Line(long id, double quantity, Setup setup) {}

    /** A line to keep. */
    record New(double quantity, Setup setup) {}

    /** The kit of a site in the order of its recording. Numbers of a set-up are kept in the English form. */
    List<Line> list(String site) {
        return house.database()
                .read(sql -> sql.list(
                        "SELECT id, quantity, setup FROM it_fleet WHERE site = ? ORDER BY id",
                        row -> new Line(
                                row.getLong("id"),
                                row.getDouble("quantity"),
                                Setup.parse(row.getString("setup"), Language.EN)),
                        site));
    }

    long count(String site) {
        return house.database()
                .read(sql -> sql.one("SELECT COUNT(*) FROM it_fleet WHERE site = ?", row -> row.getLong(1), site));
    }

    /** Keeps all lines in one transaction. */
    void add(String site, List<New> lines, String author) {
        house.database().change(sql -> {
            for (New line : lines) {
                sql.insert(
                        "INSERT INTO it_fleet (site, quantity, setup, author, changed) VALUES (?, ?, ?, ?, ?)",
                        site,
                        line.quantity(),
                        line.setup().neutral().address(),
                        author,
                        house.clock().millis());
            }
            audit(sql, author, "itfootprint.fleet.add", site, lines.size() + " lines");
        });
    }

    void remove(String site, long id, String author) {
        house.database().change(sql -> {
            sql.run("DELETE FROM it_fleet WHERE site = ? AND id = ?", site, id);
            audit(sql, author, "itfootprint.fleet.remove", site, Long.toString(id));
        });
    }

    private void audit(Sql sql, String author, String action, String site, String detail) {
        house.accounts().audit(sql, author, action, site, detail);
    }
}
