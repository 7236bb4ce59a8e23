package org.boucle.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plain SQL on one connection inside one transaction, without checked exceptions. Parameters are {@code ?}; strings,
 * numbers, booleans (stored as 0 and 1) and {@code byte[]} are bound; instants are stored as epoch milliseconds.
 */
public final class Sql {
    private final Connection connection;
    private final Dialect dialect;

    Sql(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Binds one statement of a batch. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, T value) throws SQLException;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The connection itself, for bulk work such as COPY; it must be neither closed nor committed. */
    public Connection connection() {
        return connection;
    }

    /** Runs an insert, update, delete or definition; the number of rows that changed. */
    public int run(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new StoreFailure(sql, failure);
        }
    }

    /** Runs one statement for each value, as one batch. */
    public <T> void runEach(String sql, Iterable<T> values, Binder<T> binder) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T value : values) {
                binder.bind(statement, value);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new StoreFailure(sql, failure);
        }
    }

    /** Inserts a row into a table with a generated {@code id} and returns that id. */
    public long insert(String sql, Object... parameters) {
        return one(sql + " RETURNING id", row -> row.getLong(1), parameters);
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        } catch (SQLException failure) {
            throw new StoreFailure(sql, failure);
        }
    }

    public <T> Optional<T> find(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** The only row of a result; none is a programming error. */
    public <T> T one(String sql, RowReader<T> reader, Object... parameters) {
        return find(sql, reader, parameters)
                .orElseThrow(() -> new IllegalStateException("No row for: " + sql + ". Maybe use find()."));
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(index, null);
            case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Optional<?> optional -> bind(statement, index, optional.orElse(null));
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, value);
        }
    }
}
