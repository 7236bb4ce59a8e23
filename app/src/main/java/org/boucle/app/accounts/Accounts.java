package org.boucle.app.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.app.store.Database;
import org.boucle.app.store.Sql;
import org.boucle.app.store.StoreFailure;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;

/** Accounts, sessions, tokens and the audit trail in the store. */
public final class Accounts {
    private static final Duration SESSION_LIFE = Duration.ofDays(7);
    private static final int MOST_CACHED = 1_000;
    private static final String COLUMNS = "a.id, a.name, a.role, a.company";

    private final Database database;
    private final Clock clock;
    private final Map<String, Known<Session>> sessions = new ConcurrentHashMap<>();
    private final Map<String, Known<Account>> tokens = new ConcurrentHashMap<>();

    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A signed-in browser; {@code csrf} must come back with every form it sends. */
    public record Session(String token, Account account, String csrf, Instant expires) {}

    /** What was read from the store a moment ago, so that not every request asks it again. */
    private record Known<T>(T value, long millis) {}

    /** After this, what another server changed in the same store is seen here too. */
    private static final long KNOWN_MILLIS = 30_000;

    private <T> Optional<T> known(Map<String, Known<T>> cache, String token) {
        Known<T> known = cache.get(token);
        return known == null || clock.millis() - known.millis() > KNOWN_MILLIS
                ? Optional.empty()
                : Optional.of(known.value());
    }

    private <T> void keep(Map<String, Known<T>> cache, String token, T value) {
        if (cache.size() >= MOST_CACHED) {
            cache.clear();
        }
        cache.put(token, new Known<>(value, clock.millis()));
    }

    /** One line of the audit trail. */
    public record AuditLine(Instant time, String account, String action, String target, String detail) {}

    /** Whether nobody has an account yet: the first one made is the administrator's. */
    public boolean isEmpty() {
        return database.read(sql -> sql.one("SELECT COUNT(*) FROM account", row -> row.getLong(1))) == 0;
    }

    public Account create(String name, String password, Role role, String company) {
        Issues issues = new Issues();
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@ -]{1,63}")) {
            issues.add(Place.ofField("name"), "account.name", name);
        }
        if (password.length() < Passwords.SHORTEST || password.length() > 500) {
            issues.add(Place.ofField("password"), "account.password", Passwords.SHORTEST);
        }
        issues.throwIfAny();
        String hash = Passwords.hash(password);
        try {
            long id = database.write(sql -> sql.insert(
                    "INSERT INTO account (name, role, company, password_hash, created) VALUES (?, ?, ?, ?, ?)",
                    name,
                    role,
                    company,
                    hash,
                    clock.millis()));
            return new Account(id, name, role, company);
        } catch (StoreFailure failure) {
            if (failure.isConstraint()) {
                throw BadInput.of(Place.ofField("name"), "account.taken", name);
            }
            throw failure;
        }
    }

    /** The account that visitors of a demonstration get; nobody knows its password. */
    public synchronized Account findOrCreateDemo() {
        return findByName("demo").orElseGet(() -> create("demo", Passwords.token(), Role.ADMINISTRATOR, ""));
    }

    public List<Account> list() {
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS + " FROM account a WHERE a.active = 1 ORDER BY a.name", Accounts::account));
    }

    /** Closes an account: its sessions and tokens end at once; its name stays in the trail. */
    public void close(long id) {
        database.change(sql -> {
            sql.run("UPDATE account SET active = 0 WHERE id = ?", id);
            sql.run("DELETE FROM session WHERE account_id = ?", id);
            sql.run("DELETE FROM api_token WHERE account_id = ?", id);
        });
        sessions.clear();
        tokens.clear();
    }

    /** The account of a name and password, or empty; takes as long for an unknown name as for a known one. */
    public Optional<Account> authenticate(String name, String password) {
        Optional<String> hash = database.read(sql -> sql.find(
                "SELECT password_hash FROM account WHERE name = ? AND active = 1", row -> row.getString(1), name));
        boolean matches = Passwords.matches(password.length() > 500 ? "" : password, hash.orElse(UNKNOWN_HASH));
        return matches && hash.isPresent() ? findByName(name) : Optional.empty();
    }

    private static final String UNKNOWN_HASH = "210000:" + "00".repeat(16) + ":" + "00".repeat(32);

    public Optional<Account> findByName(String name) {
        return database.read(sql -> sql.find(
                "SELECT " + COLUMNS + " FROM account a WHERE a.name = ? AND a.active = 1", Accounts::account, name));
    }

    public Session open(Account account) {
        Session session = new Session(
                Passwords.token(), account, Passwords.token(), clock.instant().plus(SESSION_LIFE));
        database.change(sql -> {
            sql.run("DELETE FROM session WHERE expires < ?", clock.millis());
            sql.run(
                    "INSERT INTO session (token_hash, account_id, csrf, expires) VALUES (?, ?, ?, ?)",
                    Passwords.digest(session.token()),
                    account.id(),
                    session.csrf(),
                    session.expires().toEpochMilli());
        });
        return session;
    }

    public Optional<Session> findSession(String token) {
        Optional<Session> cached =
                known(sessions, token).filter(s -> s.expires().isAfter(clock.instant()));
        if (cached.isPresent()) {
            return cached;
        }
        Optional<Session> found = database.read(sql -> sql.find(
                "SELECT " + COLUMNS + ", s.csrf, s.expires FROM session s JOIN account a ON a.id = s.account_id"
                        + " WHERE s.token_hash = ? AND s.expires > ? AND a.active = 1",
                row -> new Session(token, account(row), row.getString(5), Instant.ofEpochMilli(row.getLong(6))),
                Passwords.digest(token),
                clock.millis()));
        found.ifPresent(session -> keep(sessions, token, session));
        return found;
    }

    public void end(Session session) {
        sessions.remove(session.token());
        database.change(sql -> sql.run("DELETE FROM session WHERE token_hash = ?", Passwords.digest(session.token())));
    }

    /** Makes a token for programs; it is shown once and only its digest is kept. */
    public String createToken(Account account, String label) {
        String token = "bcl_" + Passwords.token();
        database.change(sql -> sql.run(
                "INSERT INTO api_token (account_id, label, token_hash, created) VALUES (?, ?, ?, ?)",
                account.id(),
                label,
                Passwords.digest(token),
                clock.millis()));
        return token;
    }

    public Optional<Account> findByToken(String token) {
        Optional<Account> cached = known(tokens, token);
        if (cached.isPresent()) {
            return cached;
        }
        Optional<Account> found = database.read(sql -> sql.find(
                "SELECT " + COLUMNS + " FROM api_token t JOIN account a ON a.id = t.account_id"
                        + " WHERE t.token_hash = ? AND a.active = 1",
                Accounts::account,
                Passwords.digest(token)));
        found.ifPresent(account -> keep(tokens, token, account));
        return found;
    }

    /** Adds a line to the audit trail, in the transaction of what it records. */
    public void audit(Sql sql, String account, String action, String target, String detail) {
        sql.run(
                "INSERT INTO audit (time, account, action, target, detail) VALUES (?, ?, ?, ?, ?)",
                clock.millis(),
                account,
                action,
                target,
                detail);
    }

    public void audit(String account, String action, String target, String detail) {
        database.change(sql -> audit(sql, account, action, target, detail));
    }

    /** The latest lines of the trail, newest first. */
    public List<AuditLine> trail(int most) {
        return database.read(sql -> sql.list(
                "SELECT time, account, action, target, detail FROM audit ORDER BY id DESC LIMIT ?",
                row -> new AuditLine(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                most));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(row.getLong(1), row.getString(2), Role.valueOf(row.getString(3)), row.getString(4));
    }
}
