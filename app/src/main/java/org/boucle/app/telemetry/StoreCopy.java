package org.boucle.app.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.boucle.app.store.Database;
import org.boucle.app.store.Dialect;
import org.boucle.app.store.Sql;
import org.boucle.app.store.StoreFailure;

/** Copies every table of one store into another of the same schema, in one transaction on either side. */
final class StoreCopy {
    private static final int BATCH = 500;

    private StoreCopy() {}

    /** Copies; the target's own rows are replaced. The number of rows. */
    static long copy(Database from, Database to) {
        return from.read(source -> to.write(target -> {
            long rows = 0;
            List<String> tables =
                    tables(source); // in the order in which they were made: what is referred to comes first
            tables.reversed().forEach(table -> target.run("DELETE FROM " + table));
            for (String table : tables) {
                rows += copy(source, target, table);
            }
            return rows;
        }));
    }

    private static List<String> tables(Sql sql) {
        return sql.dialect() == Dialect.SQLITE
                ? sql.list(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
                        row -> row.getString(1))
                : sql.list(
                        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE c.relkind = 'r' AND n.nspname = current_schema() ORDER BY c.oid",
                        row -> row.getString(1));
    }

    private static long copy(Sql source, Sql target, String table) {
        try (Statement select = source.connection().createStatement()) {
            select.setFetchSize(BATCH);
            try (ResultSet rows = select.executeQuery("SELECT * FROM " + table)) {
                long count = insert(target.connection(), table, rows);
                if (target.dialect() == Dialect.POSTGRESQL) {
                    advance(target, table);
                }
                return count;
            }
        } catch (SQLException failure) {
            throw new StoreFailure("copy of " + table, failure);
        }
    }

    private static long insert(Connection target, String table, ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        int columns = meta.getColumnCount();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add(meta.getColumnName(i));
        }
        String marks = IntStream.range(0, columns).mapToObj(i -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + marks + ")";
        long count = 0;
        try (PreparedStatement insert = target.prepareStatement(sql)) {
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    insert.setObject(i, rows.getObject(i));
                }
                insert.addBatch();
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return count;
    }

    /** Lets generated numbers go on after the copied ones. */
    private static void advance(Sql target, String table) {
        target.find(
                        "SELECT pg_get_serial_sequence('" + table + "', a.attname), a.attname FROM pg_attribute a"
                                + " WHERE a.attrelid = '" + table + "'::regclass AND a.attidentity <> ''",
                        row -> List.of(row.getString(1), row.getString(2)))
                .ifPresent(s -> target.one(
                        "SELECT setval('" + s.get(0) + "', (SELECT coalesce(max(" + s.get(1) + "), 0) + 1 FROM " + table
                                + "), false)",
                        row -> row.getLong(1)));
    }
}
