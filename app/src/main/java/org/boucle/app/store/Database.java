package org.boucle.app.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The store. Reads run side by side on pooled connections; writes of this process run one after another, each in one
 * transaction that is durable when {@link #write} returns and gone whole when it throws.
 */
public final class Database implements AutoCloseable {
    private static final int MOST_READERS = 4;

    private final String url;
    private final Dialect dialect;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Semaphore reading = new Semaphore(MOST_READERS, true);
    private final Deque<Connection> idleReaders = new ArrayDeque<>();
    private Connection writer;
    private boolean closed;

    private Database(String url) {
        this.url = url;
        this.dialect = Dialect.ofUrl(url);
        this.writer = open(false);
    }

    /** Opens, and for SQLite makes, the store at a JDBC URL. */
    public static Database open(String url) {
        return new Database(url);
    }

    /** The embedded store in a data directory, which must exist. */
    public static Database inDirectory(Path directory) {
        SqliteLibrary.unpackOnce(directory);
        return open("jdbc:sqlite:" + directory.resolve("boucle.db"));
    }

    public Dialect dialect() {
        return dialect;
    }

    public String url() {
        return url;
    }

    /** Reads in one transaction: everything is seen as of one moment. */
    public <T> T read(Function<Sql, T> work) {
        reading.acquireUninterruptibly();
        try {
            Connection connection = takeReader();
            try {
                T result = work.apply(new Sql(connection, dialect));
                connection.rollback();
                giveBack(connection);
                return result;
            } catch (SQLException failure) {
                discard(connection);
                throw new StoreFailure("end of read", failure);
            } catch (RuntimeException | Error failure) {
                discard(connection);
                throw failure;
            }
        } finally {
            reading.release();
        }
    }

    /** Writes in one transaction, durable on return. */
    public <T> T write(Function<Sql, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("A write inside a write. Maybe pass the Sql of the outer one on.");
        }
        writing.lock();
        try {
            reopenWriterIfBroken();
            try {
                T result = work.apply(new Sql(writer, dialect));
                writer.commit();
                return result;
            } catch (SQLException failure) {
                rollBack();
                throw new StoreFailure("commit", failure);
            } catch (RuntimeException | Error failure) {
                rollBack();
                throw failure;
            }
        } finally {
            writing.unlock();
        }
    }

    /** {@link #write} for work without a result. */
    public void change(Consumer<Sql> work) {
        write(sql -> {
            work.accept(sql);
            return true;
        });
    }

    private void rollBack() {
        try {
            writer.rollback();
        } catch (SQLException broken) {
            discard(writer);
        }
    }

    private void reopenWriterIfBroken() {
        try {
            if (writer.isClosed() || (dialect == Dialect.POSTGRESQL && !writer.isValid(2))) {
                discard(writer);
                writer = open(false);
            }
        } catch (SQLException failure) {
            throw new StoreFailure("reopen", failure);
        }
    }

    private Connection open(boolean readOnly) {
        try {
            Connection connection = connect();
            if (dialect == Dialect.SQLITE) {
                tuneSqlite(connection, readOnly);
            } else {
                connection.setReadOnly(readOnly);
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            throw new StoreFailure("open " + url.replaceAll("password=[^&]*", "password=…"), failure);
        }
    }

    /** SQLite's driver is asked by name: the driver manager would load PostgreSQL's with it. */
    private Connection connect() throws SQLException {
        return dialect == Dialect.SQLITE
                ? new org.sqlite.JDBC().connect(url, new Properties())
                : DriverManager.getConnection(url);
    }

    private static void tuneSqlite(Connection connection, boolean readOnly) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=10000");
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA foreign_keys=ON");
            statement.execute("PRAGMA temp_store=MEMORY");
            statement.execute("PRAGMA cache_size=" + (readOnly ? -1_000 : -2_000));
            if (readOnly) {
                statement.execute("PRAGMA query_only=ON");
            }
        }
    }

    private Connection takeReader() {
        synchronized (idleReaders) {
            if (closed) {
                throw new IllegalStateException("The store is closed.");
            }
            Connection idle = idleReaders.poll();
            if (idle != null) {
                return idle;
            }
        }
        return open(true);
    }

    private void giveBack(Connection connection) {
        synchronized (idleReaders) {
            if (!closed) {
                idleReaders.push(connection);
                return;
            }
        }
        discard(connection);
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // It is being thrown away because it no longer works.
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            synchronized (idleReaders) {
                closed = true;
                idleReaders.forEach(Database::discard);
                idleReaders.clear();
            }
            discard(writer);
        } finally {
            writing.unlock();
        }
    }
}
