package org.boucle.app.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boucle.app.store.Sql;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.metering.MeteredYear;

/** Which series tells which flow or running exchange. */
public final class MeterStore {
    private MeterStore() {}

    /**
     * A meter of a flow or of an exchange.
     *
     * @param subject {@code flow:<id>} or {@code synergy:<token>}
     * @param factor base units of the flow per unit of the series, after conversion of units where they have one dimension
     * @param days known when last read, 0 where never
     * @param hours shares of the 24 hours of the day, empty where unknown
     */
    public record Link(
            String subject, String site, String series, double factor, int days, List<Double> hours, Instant updated) {
        public Link {
            hours = List.copyOf(hours);
        }

        /** The series as people read it. */
        public String text() {
            return site + " › " + series + (factor == 1 ? "" : " × " + Svg.plain(factor));
        }
    }

    static String ofFlow(String id) {
        return "flow:" + id;
    }

    static String ofSynergy(String token) {
        return "synergy:" + token;
    }

    static List<Link> list(Sql sql) {
        return sql.list("SELECT * FROM territory_meter ORDER BY subject", MeterStore::link);
    }

    static Optional<Link> find(Sql sql, String subject) {
        return sql.find("SELECT * FROM territory_meter WHERE subject = ?", MeterStore::link, subject);
    }

    static void save(Sql sql, Link link) {
        sql.run(
                "INSERT INTO territory_meter (subject, site, series, factor, days, hours, updated) VALUES (?, ?, ?, ?, ?,"
                        + " ?, ?) ON CONFLICT (subject) DO UPDATE SET site = excluded.site, series = excluded.series,"
                        + " factor = excluded.factor, days = excluded.days, hours = excluded.hours, updated ="
                        + " excluded.updated",
                link.subject(),
                link.site(),
                link.series(),
                link.factor(),
                link.days(),
                link.hours().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                link.updated().toEpochMilli());
    }

    static int remove(Sql sql, String subject) {
        return sql.run("DELETE FROM territory_meter WHERE subject = ?", subject);
    }

    /** The flow's amount, months and confidence as the meter tells them. */
    static void tell(Sql sql, Flow flow) {
        sql.run(
                "UPDATE territory_flow SET amount = ?, amount_min = ?, amount_max = ?, months = ?, confidence = ?, origin"
                        + " = ? WHERE id = ?",
                flow.amount().perYear(),
                flow.amount().min(),
                flow.amount().max(),
                TerritoryStore.months(flow.profile()),
                flow.confidence(),
                flow.origin(),
                flow.id());
    }

    static Link with(Link link, MeteredYear year, Instant now) {
        return new Link(link.subject(), link.site(), link.series(), link.factor(), year.days(), year.hours(), now);
    }

    private static Link link(ResultSet row) throws SQLException {
        String hours = row.getString("hours");
        return new Link(
                row.getString("subject"),
                row.getString("site"),
                row.getString("series"),
                row.getDouble("factor"),
                row.getInt("days"),
                hours.isEmpty()
                        ? List.of()
                        : Arrays.stream(hours.split(" ")).map(Double::valueOf).toList(),
                Instant.ofEpochMilli(row.getLong("updated")));
    }
}
