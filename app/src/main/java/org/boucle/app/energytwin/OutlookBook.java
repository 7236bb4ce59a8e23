package org.boucle.app.energytwin;

import java.time.LocalDate;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.app.store.Database;
import org.boucle.features.energytwin.prediction.Outlook;
import tools.jackson.core.JacksonException;

/** The newest prediction of each site in the store. */
final class OutlookBook {
    private final Database database;

    OutlookBook(Database database) {
        this.database = database;
    }

    /** The prediction made on a morning; empty where there is none, or one of another version of its form. */
    Optional<Outlook> find(String site, LocalDate morning) {
        return database.read(sql -> sql.find(
                        "SELECT outlook FROM energytwin_outlook WHERE site = ? AND morning = ?",
                        row -> row.getString(1),
                        site,
                        morning.toEpochDay()))
                .flatMap(OutlookBook::read);
    }

    private static Optional<Outlook> read(String json) {
        try {
            return Optional.of(Json.mapper().readValue(json, Outlook.class));
        } catch (JacksonException otherVersion) {
            return Optional.empty();
        }
    }

    /** Keeps a prediction in the place of the site's former one. */
    void keep(String site, LocalDate morning, Outlook outlook) {
        String json = Json.write(outlook);
        database.change(sql -> {
            sql.run("DELETE FROM energytwin_outlook WHERE site = ?", site);
            sql.run(
                    "INSERT INTO energytwin_outlook (site, morning, outlook) VALUES (?, ?, ?)",
                    site,
                    morning.toEpochDay(),
                    json);
        });
    }

    void forget(String site) {
        database.change(sql -> sql.run("DELETE FROM energytwin_outlook WHERE site = ?", site));
    }
}
