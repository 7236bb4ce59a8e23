package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.server.House;
import org.boucle.app.store.Sql;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.energytwin.alerts.AlertBook;

/** The alerts of each site in the store: grouped, acknowledged, opened again where they come back. */
final class AlertKeeper {
    private final House house;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    AlertKeeper(House house) {
        this.house = house;
    }

    private static Duration gap(Alert.Kind kind) {
        return switch (kind) {
            case BASELOAD, ACTIVITY -> Duration.ofHours(80);
            case DRIFT, INDEX_DRIFT -> Duration.ofDays(30);
            case PEAK, PEAK_AHEAD, THRESHOLD -> Duration.ofHours(12);
            case SILENT -> Duration.ofHours(1);
        };
    }

    AlertBook book(String site) {
        return house.database().read(sql -> read(sql, site));
    }

    private static AlertBook read(Sql sql, String site) {
        return new AlertBook(sql.list(
                "SELECT kind, subject, from_time, to_time, value, expected, unit, excess, episodes, seen_by, seen_at,"
                        + " seen_note FROM energytwin_alert WHERE site = ? ORDER BY to_time DESC",
                row -> new AlertBook.Group(
                        new Alert(
                                Alert.Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                row.getDouble(5),
                                row.getDouble(6),
                                row.getString(7),
                                row.getDouble(8)),
                        row.getInt(9),
                        row.getString(10).isEmpty()
                                ? Optional.empty()
                                : Optional.of(new AlertBook.Acknowledgement(
                                        row.getString(10), Instant.ofEpochMilli(row.getLong(11)), row.getString(12)))),
                site));
    }

    /** Adds what the watches have found to the site's book. */
    void add(String site, List<Alert> found) {
        if (found.isEmpty()) {
            return;
        }
        synchronized (locks.computeIfAbsent(site, name -> new Object())) {
            house.database().change(sql -> {
                AlertBook book = read(sql, site);
                AlertBook next = book;
                List<Alert> rising = new ArrayList<>(found);
                rising.sort(java.util.Comparator.comparing(Alert::from));
                for (Alert alert : rising) {
                    next = next.with(alert, gap(alert.kind()));
                }
                if (!next.equals(book)) {
                    write(sql, site, next);
                }
            });
        }
    }

    private static void write(Sql sql, String site, AlertBook book) {
        sql.run("DELETE FROM energytwin_alert WHERE site = ?", site);
        for (AlertBook.Group group : book.groups()) {
            Alert alert = group.alert();
            sql.run(
                    "INSERT INTO energytwin_alert (site, kind, subject, from_time, to_time, value, expected, unit,"
                            + " excess, episodes, seen_by, seen_at, seen_note)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    site,
                    alert.kind(),
                    alert.subject(),
                    alert.from().toEpochMilli(),
                    alert.to().toEpochMilli(),
                    alert.value(),
                    alert.expected(),
                    alert.unit(),
                    alert.excessKWh(),
                    group.episodes(),
                    group.acknowledged().map(AlertBook.Acknowledgement::by).orElse(""),
                    group.acknowledged().map(seen -> seen.at().toEpochMilli()).orElse(0L),
                    group.acknowledged().map(AlertBook.Acknowledgement::note).orElse(""));
        }
    }

    /** Acknowledges a group; false where there is none of that key. */
    boolean acknowledge(String site, String key, AlertBook.Acknowledgement seen) {
        synchronized (locks.computeIfAbsent(site, name -> new Object())) {
            return house.database().write(sql -> {
                AlertBook book = read(sql, site);
                if (book.find(key).isEmpty()) {
                    return false;
                }
                write(sql, site, book.acknowledged(key, seen));
                Accounts accounts = house.accounts();
                accounts.audit(sql, seen.by(), "alert.acknowledge", site + " " + key, seen.note());
                return true;
            });
        }
    }
}
