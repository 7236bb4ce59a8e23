package org.boucle.app.footprint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.accounts.Role;
import org.boucle.app.footprint.imports.ImportedFile;
import org.boucle.app.server.Json;
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

/**
 * The factors that users imported; an import is in the store whole or not at all. It belongs to the company of who imported it,
 * and others use it only where it is shared.
 */
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
    public record Import(
            long id,
            String name,
            String format,
            String account,
            Instant created,
            String report,
            String company,
            boolean shared,
            boolean solvable) {

        /** Whether an account may use it: its company's own, one that is shared, or for who sees everything. */
        boolean isVisibleTo(Account who) {
            return shared || isManagedBy(who) || who.role() == Role.AUDITOR;
        }

        /** Whether an account may share or delete it. */
        boolean isManagedBy(Account who) {
            return company.equals(who.company()) || who.role() == Role.ADMINISTRATOR;
        }
    }

    /** The imports that an account may use, the newest first. */
    List<Import> imports(Account account) {
        return database
                .read(sql -> sql.list(
                        "SELECT i.id, i.name, i.format, i.account, i.created, i.report, i.company, i.shared, d.activities"
                                + " FROM footprint_import i LEFT JOIN footprint_database d ON d.import_id = i.id"
                                + " ORDER BY i.id DESC",
                        ImportedFactors::entry))
                .stream()
                .filter(entry -> entry.isVisibleTo(account))
                .toList();
    }

    private static Import entry(ResultSet row) throws SQLException {
        return new Import(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6),
                row.getString(7),
                row.getInt(8) == 1,
                row.getInt(9) > 0);
    }

    /** The factors that a company imported or that others share; its own last. */
    List<Factor> usableBy(String company) {
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS.replaceAll("(^|, )", "$1f.") + " FROM footprint_factor f JOIN footprint_import i"
                        + " ON i.id = f.import_id WHERE i.shared = 1 OR i.company = ?"
                        + " ORDER BY CASE WHEN i.company = ? THEN 1 ELSE 0 END, f.import_id, f.id",
                ImportedFactors::factor,
                company,
                company));
    }

    /** The linked database of an import, as it was written. */
    Optional<byte[]> content(long id) {
        return database.read(sql ->
                sql.find("SELECT content FROM footprint_database WHERE import_id = ?", row -> row.getBytes(1), id));
    }

    void share(Account account, long id, boolean shared) {
        database.change(sql -> {
            sql.run("UPDATE footprint_import SET shared = ? WHERE id = ?", shared ? 1 : 0, id);
            accounts.audit(sql, account.name(), "factors.share", String.valueOf(id), shared ? "all" : "company");
        });
    }

    long keep(Account account, String name, ImportedFile file, boolean shared) {
        Optional<byte[]> content = file.database().map(DatabaseBytes::write);
        List<Factor> factors = file.factors();
        return database.write(sql -> {
            long id = sql.insert(
                    "INSERT INTO footprint_import (name, format, account, created, report, company, shared)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    name,
                    file.report().format(),
                    account.name(),
                    clock.millis(),
                    Json.write(file.report()),
                    account.company(),
                    shared ? 1 : 0);
            content.ifPresent(bytes -> sql.run(
                    "INSERT INTO footprint_database (import_id, activities, categories, content) VALUES (?, ?, ?, ?)",
                    id,
                    file.database().orElseThrow().activities().size(),
                    file.database().orElseThrow().categories().size(),
                    bytes));
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
            sql.run("DELETE FROM footprint_database WHERE import_id = ?", id);
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
