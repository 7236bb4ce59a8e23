package org.boucle.app.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.accounts.Role;
import org.boucle.app.footprint.ImportedFactors;
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.Consolidation;
import org.boucle.core.impact.company.Contract;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;

/** The yearly accounts in the store; a company sees its own, administrators and auditors see all. */
final class CompanyStore {
    private static final String SELECT =
            "SELECT id, company, organisation, year, country, site, consolidation, boundary,"
                    + " base, closed FROM company_account";

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    CompanyStore(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<StoredAccount> list(Account account) {
        return database
                .read(sql -> sql.list(SELECT + " ORDER BY organisation, year DESC, id", row -> account(sql, row)))
                .stream()
                .filter(a -> maySee(account, a))
                .toList();
    }

    Optional<StoredAccount> find(long id, Account account) {
        return database.read(sql -> sql.find(SELECT + " WHERE id = ?", row -> account(sql, row), id))
                .filter(a -> maySee(account, a));
    }

    private static boolean maySee(Account account, StoredAccount stored) {
        boolean everything = account.role() == Role.ADMINISTRATOR || account.role() == Role.AUDITOR;
        return everything || account.company().equals(stored.company());
    }

    /** Keeps a new account whole; its id, company and time of closing are set here. */
    long add(Account account, StoredAccount stored) {
        return database.write(sql -> {
            long id = sql.insert(
                    "INSERT INTO company_account (company, organisation, year, country, site, consolidation, boundary, base,"
                            + " changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    account.company(),
                    stored.organisation(),
                    stored.year(),
                    stored.country(),
                    stored.site(),
                    stored.consolidation(),
                    stored.boundary(),
                    stored.base(),
                    clock.millis());
            stored.rows().forEach(row -> insert(sql, id, row));
            stored.contracts().forEach(contract -> insert(sql, id, contract));
            accounts.audit(sql, account.name(), "company.add", String.valueOf(id), stored.title());
            return id;
        });
    }

    /** Adds activities, each in the place of one of the same name. */
    void put(Account account, long id, List<StoredAccount.Row> rows) {
        database.change(sql -> {
            for (StoredAccount.Row row : rows) {
                sql.run(
                        "DELETE FROM company_activity WHERE account_id = ? AND name = ?",
                        id,
                        row.activity().name());
                insert(sql, id, row);
            }
            touch(sql, account, id, "company.put", rows.size() + " activities");
        });
    }

    void remove(Account account, long id, String table, String name) {
        String from = table.equals("contract") ? "company_contract" : "company_activity";
        database.change(sql -> {
            sql.run("DELETE FROM " + from + " WHERE account_id = ? AND name = ?", id, name);
            touch(sql, account, id, "company.remove", name);
        });
    }

    void put(Account account, long id, Contract contract) {
        database.change(sql -> {
            sql.run("DELETE FROM company_contract WHERE account_id = ? AND name = ?", id, contract.name());
            insert(sql, id, contract);
            touch(sql, account, id, "company.contract", contract.name());
        });
    }

    void head(Account account, long id, StoredAccount head) {
        database.change(sql -> {
            sql.run(
                    "UPDATE company_account SET organisation = ?, year = ?, country = ?, site = ?, consolidation = ?,"
                            + " boundary = ?, base = ? WHERE id = ?",
                    head.organisation(),
                    head.year(),
                    head.country(),
                    head.site(),
                    head.consolidation(),
                    head.boundary(),
                    head.base(),
                    id);
            touch(sql, account, id, "company.head", head.title());
        });
    }

    /** Closes: what the meters say now takes the place of the meters. */
    void close(Account account, long id, List<CompanyActivity> activities) {
        database.change(sql -> {
            sql.run("DELETE FROM company_activity WHERE account_id = ?", id);
            activities.forEach(a -> insert(sql, id, StoredAccount.Row.entered(a)));
            sql.run("UPDATE company_account SET closed = ? WHERE id = ?", clock.millis(), id);
            touch(sql, account, id, "company.close", "");
        });
    }

    void delete(Account account, long id) {
        database.change(sql -> {
            sql.run("DELETE FROM company_activity WHERE account_id = ?", id);
            sql.run("DELETE FROM company_contract WHERE account_id = ?", id);
            sql.run("DELETE FROM company_account WHERE id = ?", id);
            accounts.audit(sql, account.name(), "company.delete", String.valueOf(id), "");
        });
    }

    private void touch(Sql sql, Account account, long id, String action, String detail) {
        sql.run("UPDATE company_account SET changed = ? WHERE id = ?", clock.millis(), id);
        accounts.audit(sql, account.name(), action, String.valueOf(id), detail);
    }

    private static void insert(Sql sql, long id, StoredAccount.Row row) {
        CompanyActivity a = row.activity();
        sql.run(
                "INSERT INTO company_activity (account_id, name, post, flow, quantity, unit, kilometres, share, place,"
                        + " origin, uncertainty, evidence, meter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                a.name(),
                a.post(),
                a.flow(),
                a.quantity().value(),
                a.quantity().unit().symbol(),
                a.kilometres(),
                a.share(),
                a.known().place().code(),
                a.known().origin(),
                ImportedFactors.written(a.known().uncertainty()),
                a.known().evidence(),
                row.meter().map(Enum::name).orElse(""));
    }

    private static void insert(Sql sql, long id, Contract c) {
        sql.run(
                "INSERT INTO company_contract (account_id, name, instrument, share, flow, kilograms, evidence)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                c.name(),
                c.instrument(),
                c.share(),
                c.flow(),
                c.kilograms().isPresent() ? c.kilograms().getAsDouble() : null,
                c.evidence());
    }

    private static StoredAccount account(Sql sql, ResultSet row) throws SQLException {
        long id = row.getLong(1);
        long closed = row.getLong(10);
        Optional<Instant> when = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(closed));
        return new StoredAccount(
                id,
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                Consolidation.valueOf(row.getString(7)),
                row.getString(8),
                row.getInt(9) == 1,
                when,
                sql.list(
                        "SELECT name, post, flow, quantity, unit, kilometres, share, place, origin, uncertainty, evidence,"
                                + " meter FROM company_activity WHERE account_id = ? ORDER BY id",
                        CompanyStore::activity,
                        id),
                sql.list(
                        "SELECT name, instrument, share, flow, kilograms, evidence FROM company_contract"
                                + " WHERE account_id = ? ORDER BY id",
                        CompanyStore::contract,
                        id));
    }

    private static StoredAccount.Row activity(ResultSet row) throws SQLException {
        Origin origin = Origin.valueOf(row.getString(9));
        String spread = row.getString(10);
        Knowledge known = new Knowledge(
                new Geography(row.getString(8)),
                origin,
                spread.isEmpty() ? Knowledge.assumedFor(origin) : ImportedFactors.read(spread),
                row.getString(11));
        return new StoredAccount.Row(
                new CompanyActivity(
                        row.getString(1),
                        BegesPost.valueOf(row.getString(2)),
                        row.getString(3),
                        Quantity.of(row.getDouble(4), Unit.parse(row.getString(5))),
                        row.getDouble(6),
                        row.getDouble(7),
                        known),
                MeterKind.find(row.getString(12)));
    }

    private static Contract contract(ResultSet row) throws SQLException {
        double kilograms = row.getDouble(5);
        OptionalDouble figure = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(kilograms);
        return new Contract(
                row.getString(1),
                Contract.Instrument.valueOf(row.getString(2)),
                row.getDouble(3),
                row.getString(4),
                figure,
                row.getString(6));
    }
}
