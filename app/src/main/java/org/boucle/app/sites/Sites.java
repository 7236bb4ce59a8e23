package org.boucle.app.sites;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.core.twin.Site;

/** The sites in the store. */
public final class Sites {
    private static final String SELECT = "SELECT id, name, company, territory, country, time_zone FROM site";

    private final Database database;

    public Sites(Database database) {
        this.database = database;
    }

    public List<Site> list() {
        return database.read(sql -> sql.list(SELECT + " ORDER BY name", Sites::site));
    }

    public Optional<Site> find(String id) {
        return database.read(sql -> sql.find(SELECT + " WHERE id = ?", Sites::site, id));
    }

    /** Adds the site, or brings the one of the same id up to date. */
    public void save(Site site) {
        database.change(sql -> save(sql, site));
    }

    /** {@link #save(Site)} inside a transaction. */
    public static void save(Sql sql, Site site) {
        sql.run(
                "INSERT INTO site (id, name, company, territory, country, time_zone) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company,"
                        + " territory = excluded.territory, country = excluded.country, time_zone = excluded.time_zone",
                site.id(),
                site.name(),
                site.company(),
                site.territory(),
                site.country(),
                site.timeZone().getId());
    }

    private static Site site(ResultSet row) throws SQLException {
        return new Site(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                ZoneId.of(row.getString(6)));
    }
}
