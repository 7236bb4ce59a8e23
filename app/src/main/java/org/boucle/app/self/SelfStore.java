package org.boucle.app.self;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.House;
import org.boucle.app.store.Database;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.OwnFootprint.Cost;
import org.boucle.features.itfootprint.service.OwnFootprint.Part;

/** Keeps the own footprint by the hour. */
public final class SelfStore {
    static final String ENERGY = "kwh";
    private static final long HOUR_MILLIS = 3_600_000;
    private static final double HOURS_A_YEAR = 8_760;
    private final Database database;

    SelfStore(Database database) {
        this.database = database;
    }

    /** One figure of an hour. */
    private record Row(long hour, Part part, String criterion, Estimate amount) {}

    /** Adds a cost to its hour, in one transaction. */
    void add(long epochMillis, Cost cost) {
        long hour = epochMillis / HOUR_MILLIS;
        java.util.List<Row> rows = new java.util.ArrayList<>();
        rows.add(new Row(hour, Part.ENERGY, ENERGY, cost.kilowattHours()));
        cost.impacts()
                .forEach((part, impacts) ->
                        impacts.forEach((criterion, amount) -> rows.add(new Row(hour, part, criterion.key(), amount))));
        database.change(sql -> sql.runEach(
                "INSERT INTO self_hour (hour, part, criterion, amount, amount_min, amount_max)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hour, part, criterion) DO UPDATE SET"
                        + " amount = self_hour.amount + excluded.amount,"
                        + " amount_min = self_hour.amount_min + excluded.amount_min,"
                        + " amount_max = self_hour.amount_max + excluded.amount_max",
                rows,
                (statement, row) -> {
                    statement.setLong(1, row.hour());
                    statement.setString(2, row.part().name());
                    statement.setString(3, row.criterion());
                    statement.setDouble(4, row.amount().value());
                    statement.setDouble(5, row.amount().min());
                    statement.setDouble(6, row.amount().max());
                }));
    }

    /** All that was kept, and since when in epoch ms; 0 where nothing was. */
    Kept total() {
        return database.read(sql -> {
            Map<Part, Map<Criterion, Estimate>> impacts = new EnumMap<>(Part.class);
            Map<String, Estimate> energy = new LinkedHashMap<>();
            sql.list(
                            "SELECT part, criterion, SUM(amount) AS a, SUM(amount_min) AS b, SUM(amount_max) AS c"
                                    + " FROM self_hour GROUP BY part, criterion ORDER BY part, criterion",
                            row -> new Row(
                                    0,
                                    Part.valueOf(row.getString("part")),
                                    row.getString("criterion"),
                                    new Estimate(row.getDouble("a"), row.getDouble("b"), row.getDouble("c"))))
                    .forEach(row -> Criterion.find(row.criterion())
                            .ifPresentOrElse(
                                    criterion -> impacts.computeIfAbsent(
                                                    row.part(), part -> new EnumMap<>(Criterion.class))
                                            .put(criterion, row.amount()),
                                    () -> energy.put(row.criterion(), row.amount())));
            long first = sql.one("SELECT COALESCE(MIN(hour), 0) FROM self_hour", row -> row.getLong(1));
            return new Kept(first * HOUR_MILLIS, new Cost(energy.getOrDefault(ENERGY, Estimate.ZERO), impacts));
        });
    }

    /** What this server weighs in a year at the pace so far; empty before its first whole hour, or without its tables. */
    public static Optional<Estimate> yearly(House house, String criterion) {
        Kept kept = new SelfStore(house.database()).total();
        double hours = (house.clock().millis() - kept.since()) / (double) HOUR_MILLIS;
        return kept.since() == 0 || hours < 1
                ? Optional.empty()
                : Criterion.find(criterion).flatMap(kept.cost()::total).map(sum -> sum.times(HOURS_A_YEAR / hours));
    }

    /** What was kept since a moment in epoch ms. */
    record Kept(long since, Cost cost) {}
}
