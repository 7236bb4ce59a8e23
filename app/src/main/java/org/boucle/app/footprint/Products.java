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
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.product.Product;

/** The product models in the store, each as its canonical text; a company sees its own. */
public final class Products {
    private static final String SELECT = "SELECT id, company, name, variant_of, model, changed FROM footprint_product";

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    Products(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A stored model.
     *
     * @param variantOf the model that it was copied from
     */
    public record Stored(
            long id, String company, String name, Optional<Long> variantOf, String model, Instant changed) {
        public Product product(FactorLibrary library) {
            return ProductReader.ofStored(library).read(name, model);
        }
    }

    List<Stored> list(Account account) {
        return database
                .read(sql -> sql.list(SELECT + " ORDER BY COALESCE(variant_of, id), id", Products::stored))
                .stream()
                .filter(s -> maySee(account, s))
                .toList();
    }

    Optional<Stored> find(long id, Account account) {
        return database.read(sql -> sql.find(SELECT + " WHERE id = ?", Products::stored, id))
                .filter(s -> maySee(account, s));
    }

    /** The other variants of the same product. */
    List<Stored> siblings(Stored stored, Account account) {
        long root = stored.variantOf().orElse(stored.id());
        return list(account).stream()
                .filter(s -> s.id() != stored.id() && s.variantOf().orElse(s.id()) == root)
                .toList();
    }

    long add(Account account, Product product, Optional<Long> variantOf) {
        return database.write(sql -> {
            long id = sql.insert(
                    "INSERT INTO footprint_product (company, name, variant_of, model, changed) VALUES (?, ?, ?, ?, ?)",
                    account.company(),
                    product.name(),
                    variantOf,
                    ProductText.write(product),
                    clock.millis());
            accounts.audit(sql, account.name(), "footprint.add", String.valueOf(id), product.name());
            return id;
        });
    }

    void save(Account account, long id, Product product) {
        database.change(sql -> {
            sql.run(
                    "UPDATE footprint_product SET name = ?, model = ?, changed = ? WHERE id = ?",
                    product.name(),
                    ProductText.write(product),
                    clock.millis(),
                    id);
            accounts.audit(sql, account.name(), "footprint.save", String.valueOf(id), product.name());
        });
    }

    void delete(Account account, long id) {
        database.change(sql -> delete(sql, account, id));
    }

    private void delete(Sql sql, Account account, long id) {
        sql.run("UPDATE footprint_product SET variant_of = NULL WHERE variant_of = ?", id);
        sql.run("DELETE FROM footprint_product WHERE id = ?", id);
        accounts.audit(sql, account.name(), "footprint.delete", String.valueOf(id), "");
    }

    private static boolean maySee(Account account, Stored stored) {
        boolean everything = account.role() == Role.ADMINISTRATOR || account.role() == Role.AUDITOR;
        return everything || account.company().equals(stored.company());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        long variant = row.getLong(4);
        Optional<Long> variantOf = row.wasNull() ? Optional.empty() : Optional.of(variant);
        return new Stored(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                variantOf,
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
