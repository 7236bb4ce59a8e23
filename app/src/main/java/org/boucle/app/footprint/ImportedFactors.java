package org.boucle.app.footprint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.store.Database;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.units.Unit;

/** The factors that users imported; an import is in the store whole or not at all. */
public final class ImportedFactors {
    private static final String COLUMNS = "id, code, name_fr, name_en, impact, value, unit, geography, year_first,"
            + " year_last, boundary, gwp, uncertainty, source, reference, licence";

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    ImportedFactors(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** One import as it was. */
    public record Import(long id, String name, String format, String account, Instant created, String report) {}

    List<Import> imports() {
        return database.read(sql -> sql.list(
                "SELECT id, name, format, account, created, report FROM footprint_import ORDER BY id DESC",
                row -> new Import(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getString(6))));
    }

    List<Factor> all() {
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS + " FROM footprint_factor ORDER BY import_id, id", ImportedFactors::factor));
    }

    long keep(Account account, String name, String format, List<Factor> factors, String report) {
        return database.write(sql -> {
            long id = sql.insert(
                    "INSERT INTO footprint_import (name, format, account, created, report) VALUES (?, ?, ?, ?, ?)",
                    name,
                    format,
                    account.name(),
                    clock.millis(),
                    report);
            sql.runEach(
                    "INSERT INTO footprint_factor (import_id, " + COLUMNS
                            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    factors,
                    (statement, f) -> {
                        statement.setLong(1, id);
                        bind(statement, f);
                    });
            accounts.audit(sql, account.name(), "factors.import", String.valueOf(id), name);
            return id;
        });
    }

    void delete(Account account, long id) {
        database.change(sql -> {
            sql.run("DELETE FROM footprint_factor WHERE import_id = ?", id);
            sql.run("DELETE FROM footprint_import WHERE id = ?", id);
            accounts.audit(sql, account.name(), "factors.delete", String.valueOf(id), "");
        });
    }

    private static void bind(java.sql.PreparedStatement statement, Factor f) throws SQLException {
        statement.setString(2, f.id());
        statement.setString(3, f.code());
        statement.setString(4, f.name().fr());
        statement.setString(5, f.name().en());
        statement.setString(6, f.impact());
        statement.setDouble(7, f.value());
        statement.setString(8, f.unit().symbol());
        statement.setString(9, f.geography().code());
        statement.setInt(10, f.period().firstYear());
        statement.setInt(11, f.period().lastYear());
        statement.setString(12, f.boundary().name());
        statement.setString(13, f.gwpSet().name());
        statement.setString(14, written(f.uncertainty()));
        statement.setString(15, f.source().title());
        statement.setString(16, f.source().reference());
        statement.setString(17, f.source().licence());
    }

    private static Factor factor(ResultSet row) throws SQLException {
        return new Factor(
                row.getString(1),
                row.getString(2),
                new Name(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getDouble(6),
                Unit.parse(row.getString(7)),
                Geography.of(row.getString(8)),
                new Period(row.getInt(9), row.getInt(10)),
                Boundary.valueOf(row.getString(11)),
                GwpSet.valueOf(row.getString(12)),
                read(row.getString(13)),
                new Source(row.getString(14), row.getString(15), row.getString(16)));
    }

    /** A spread as tables and the store write it. */
    public static String written(Uncertainty uncertainty) {
        return switch (uncertainty) {
            case Uncertainty.Unknown u -> "";
            case Uncertainty.Lognormal l -> "gsd:" + l.gsd();
            case Uncertainty.PlusMinus p -> "pm:" + p.percent();
            case Uncertainty.MinMax m -> "minmax:" + m.low() + ":" + m.high();
            case Uncertainty.Assumed a -> "assumed:" + a.gsd();
        };
    }

    /** {@link #written} read again. */
    public static Uncertainty read(String text) {
        String[] parts = text.split(":");
        return switch (parts[0]) {
            case "gsd" -> Uncertainty.lognormal(Double.parseDouble(parts[1]));
            case "pm" -> Uncertainty.plusMinus(Double.parseDouble(parts[1]));
            case "minmax" -> Uncertainty.minMax(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            case "assumed" -> Uncertainty.assumed(Double.parseDouble(parts[1]), "assumed at import");
            default -> Uncertainty.unknown();
        };
    }
}
