package org.boucle.app.chains;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.accounts.Role;
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.methods.FreightChain;
import org.boucle.core.impact.methods.FreightChain.Distance;
import org.boucle.core.impact.methods.FreightChain.Element;
import org.boucle.core.impact.methods.FreightChain.Hub;
import org.boucle.core.impact.methods.FreightChain.Leg;

/** The transport chains in the store; a company sees its own, administrators and auditors see all. */
final class ChainStore {
    private static final String SELECT = "SELECT id, company, name, tonnes, country, year FROM chains_chain";

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    ChainStore(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<StoredChain> list(Account account) {
        return database.read(sql -> sql.list(SELECT + " ORDER BY name, id", row -> chain(sql, row))).stream()
                .filter(c -> maySee(account, c))
                .toList();
    }

    Optional<StoredChain> find(long id, Account account) {
        return database.read(sql -> sql.find(SELECT + " WHERE id = ?", row -> chain(sql, row), id))
                .filter(c -> maySee(account, c));
    }

    private static boolean maySee(Account account, StoredChain stored) {
        boolean everything = account.role() == Role.ADMINISTRATOR || account.role() == Role.AUDITOR;
        return everything || account.company().equals(stored.company());
    }

    long add(Account account, FreightChain chain) {
        return database.write(sql -> {
            long id = sql.insert(
                    "INSERT INTO chains_chain (company, name, tonnes, country, year, changed) VALUES (?, ?, ?, ?, ?, ?)",
                    account.company(),
                    chain.name(),
                    chain.tonnes(),
                    chain.place().code(),
                    chain.year(),
                    clock.millis());
            insert(sql, id, chain.elements());
            accounts.audit(sql, account.name(), "chains.add", String.valueOf(id), chain.name());
            return id;
        });
    }

    /** Puts the whole chain in the place of what was kept. */
    void save(Account account, long id, FreightChain chain) {
        database.change(sql -> {
            sql.run(
                    "UPDATE chains_chain SET name = ?, tonnes = ?, country = ?, year = ?, changed = ? WHERE id = ?",
                    chain.name(),
                    chain.tonnes(),
                    chain.place().code(),
                    chain.year(),
                    clock.millis(),
                    id);
            sql.run("DELETE FROM chains_element WHERE chain_id = ?", id);
            insert(sql, id, chain.elements());
            accounts.audit(sql, account.name(), "chains.save", String.valueOf(id), chain.name());
        });
    }

    void delete(Account account, long id) {
        database.change(sql -> {
            sql.run("DELETE FROM chains_element WHERE chain_id = ?", id);
            sql.run("DELETE FROM chains_chain WHERE id = ?", id);
            accounts.audit(sql, account.name(), "chains.delete", String.valueOf(id), "");
        });
    }

    private static void insert(Sql sql, long id, List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            String statement = "INSERT INTO chains_element (chain_id, position, kind, name, flow, kilometres, distance,"
                    + " first_value, second_value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
            switch (elements.get(i)) {
                case Leg leg ->
                    sql.run(
                            statement,
                            id,
                            i,
                            "LEG",
                            leg.name(),
                            leg.flow(),
                            leg.kilometres(),
                            leg.distance(),
                            boxed(leg.operation()),
                            boxed(leg.provision()));
                case Hub hub ->
                    sql.run(
                            statement,
                            id,
                            i,
                            "HUB",
                            hub.name(),
                            "",
                            0.0,
                            Distance.COUNTED,
                            hub.kilowattHours(),
                            hub.kilograms());
            }
        }
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static StoredChain chain(Sql sql, ResultSet row) throws SQLException {
        List<Element> elements = new ArrayList<>(sql.list(
                "SELECT kind, name, flow, kilometres, distance, first_value, second_value FROM chains_element"
                        + " WHERE chain_id = ? ORDER BY position",
                ChainStore::element,
                row.getLong(1)));
        FreightChain chain = new FreightChain(
                row.getString(3), row.getDouble(4), new Geography(row.getString(5)), row.getInt(6), elements);
        return new StoredChain(row.getLong(1), row.getString(2), chain);
    }

    private static Element element(ResultSet row) throws SQLException {
        if (row.getString(1).equals("HUB")) {
            return new Hub(row.getString(2), row.getDouble(6), row.getDouble(7));
        }
        return new Leg(
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                Distance.valueOf(row.getString(5)),
                optional(row, 6),
                optional(row, 7));
    }

    private static OptionalDouble optional(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
