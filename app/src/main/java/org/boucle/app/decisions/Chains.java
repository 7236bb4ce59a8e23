package org.boucle.app.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.boucle.app.store.Sql;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.HashChain;

/** Hash chains in the store, by name: one for the site's decisions, one for each agreement's, and so on. */
public final class Chains {
    private static final String COLUMNS =
            "sequence, time, author, subject, kind, payload, previous_hash, hash FROM chain_entry WHERE chain = ?";

    private Chains() {}

    /** Appends an entry in the transaction of what it records. */
    public static ChainEntry append(
            Sql sql, Clock clock, String chain, String author, String subject, String kind, String payload) {
        Optional<ChainEntry> last =
                sql.find("SELECT " + COLUMNS + " ORDER BY sequence DESC LIMIT 1", Chains::entry, chain);
        ChainEntry entry = HashChain.next(last, clock.instant(), author, subject, kind, payload);
        sql.run(
                "INSERT INTO chain_entry (chain, sequence, time, author, subject, kind, payload, previous_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                chain,
                entry.sequence(),
                entry.time().toEpochMilli(),
                entry.author(),
                entry.subject(),
                entry.kind(),
                entry.payload(),
                entry.previousHash(),
                entry.hash());
        return entry;
    }

    /** All entries of a chain, oldest first. */
    public static List<ChainEntry> list(Sql sql, String chain) {
        return sql.list("SELECT " + COLUMNS + " ORDER BY sequence", Chains::entry, chain);
    }

    /** The entries about one subject, oldest first. */
    public static List<ChainEntry> list(Sql sql, String chain, String subject) {
        return sql.list("SELECT " + COLUMNS + " AND subject = ? ORDER BY sequence", Chains::entry, chain, subject);
    }

    /** The names of all chains. */
    public static List<String> names(Sql sql) {
        return sql.list("SELECT DISTINCT chain FROM chain_entry ORDER BY chain", row -> row.getString(1));
    }

    private static ChainEntry entry(ResultSet row) throws SQLException {
        return new ChainEntry(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
