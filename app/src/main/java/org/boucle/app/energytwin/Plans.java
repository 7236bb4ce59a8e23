package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.store.Database;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.prediction.DayDrivers;
import org.boucle.features.energytwin.production.Batch;

/** What is announced beforehand for a day, and what was then made, batch by batch. */
public final class Plans {
    /** The name under which a closed day is kept (value 1). */
    public static final String CLOSED = "closed";

    private final Database database;

    public Plans(Database database) {
        this.database = database;
    }

    /** One announced quantity of one day. */
    public record Entry(LocalDate day, String name, double value) {}

    /** A batch and the line on which it was made. */
    public record Made(int line, Batch batch) {}

    public DayDrivers drivers(String site) {
        Set<LocalDate> closed = new HashSet<>();
        Map<String, Map<LocalDate, Double>> planned = new HashMap<>();
        List<Entry> entries = database.read(sql -> sql.list(
                "SELECT day, name, value FROM energytwin_plan WHERE site = ?",
                row -> new Entry(LocalDate.ofEpochDay(row.getLong(1)), row.getString(2), row.getDouble(3)),
                site));
        for (Entry entry : entries) {
            if (entry.name().equals(CLOSED)) {
                if (entry.value() > 0) {
                    closed.add(entry.day());
                }
            } else {
                planned.computeIfAbsent(entry.name(), name -> new HashMap<>()).put(entry.day(), entry.value());
            }
        }
        return new DayDrivers(closed, planned);
    }

    /**
     * What is known of days that are over, for the adjustment of a baseline: the hours and the quantity that each of some
     * lines really made, instead of what had been planned; the weather and the closed days as announced. Where no batch
     * was declared, the plan stands in.
     */
    DayDrivers conditions(Site site, Set<Integer> lines, Instant from, Instant to) {
        DayDrivers announced = drivers(site.id());
        List<Made> made = made(site.id(), from, to).stream()
                .filter(one -> lines.contains(one.line()))
                .toList();
        if (made.isEmpty()) {
            return announced;
        }
        Map<String, Map<LocalDate, Double>> known = new HashMap<>();
        Optional.ofNullable(announced.planned().get("temperature"))
                .ifPresent(temperature -> known.put("temperature", temperature));
        LocalDate first = day(site, made.getFirst().batch());
        LocalDate last = LocalDate.ofInstant(to, site.timeZone());
        for (int line : lines) {
            Map<LocalDate, Double> hours = new HashMap<>();
            Map<LocalDate, Double> quantity = new HashMap<>();
            for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
                hours.put(day, 0.0);
                quantity.put(day, 0.0);
            }
            made.stream().filter(one -> one.line() == line).forEach(one -> {
                Batch batch = one.batch();
                double length = Duration.between(batch.from(), batch.to()).toSeconds() / 3600.0;
                hours.merge(day(site, batch), length, Double::sum);
                quantity.merge(day(site, batch), batch.quantity(), Double::sum);
            });
            known.put("L" + line + " h", hours);
            known.put("L" + line + " " + made.getFirst().batch().unit(), quantity);
        }
        return new DayDrivers(announced.closed(), known);
    }

    private static LocalDate day(Site site, Batch batch) {
        return LocalDate.ofInstant(batch.from(), site.timeZone());
    }

    public void announce(String site, List<Entry> entries) {
        database.change(sql -> sql.runEach(
                "INSERT INTO energytwin_plan (site, day, name, value) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (site, day, name) DO UPDATE SET value = excluded.value",
                entries,
                (statement, entry) -> {
                    statement.setString(1, site);
                    statement.setLong(2, entry.day().toEpochDay());
                    statement.setString(3, entry.name());
                    statement.setDouble(4, entry.value());
                }));
    }

    public void made(String site, List<Made> batches) {
        database.change(sql -> sql.runEach(
                "INSERT INTO energytwin_batch (site, id, product, family, line, from_time, to_time, quantity, unit)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (site, id) DO UPDATE SET"
                        + " product = excluded.product, family = excluded.family, line = excluded.line,"
                        + " from_time = excluded.from_time, to_time = excluded.to_time,"
                        + " quantity = excluded.quantity, unit = excluded.unit",
                batches,
                (statement, made) -> {
                    statement.setString(1, site);
                    statement.setString(2, made.batch().id());
                    statement.setString(3, made.batch().product());
                    statement.setString(4, made.batch().family());
                    statement.setInt(5, made.line());
                    statement.setLong(6, made.batch().from().toEpochMilli());
                    statement.setLong(7, made.batch().to().toEpochMilli());
                    statement.setDouble(8, made.batch().quantity());
                    statement.setString(9, made.batch().unit());
                }));
    }

    /** Batches that touch a stretch of time, in order. */
    public List<Made> made(String site, Instant from, Instant to) {
        return database.read(sql -> sql.list(
                "SELECT line, id, product, family, from_time, to_time, quantity, unit FROM energytwin_batch"
                        + " WHERE site = ? AND to_time > ? AND from_time < ? ORDER BY from_time",
                row -> new Made(
                        row.getInt(1),
                        new Batch(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Instant.ofEpochMilli(row.getLong(5)),
                                Instant.ofEpochMilli(row.getLong(6)),
                                row.getDouble(7),
                                row.getString(8))),
                site,
                from.toEpochMilli(),
                to.toEpochMilli()));
    }
}
