package org.boucle.bench.telemetry;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.boucle.app.telemetry.PointBatch;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB: one table of points, its appender inside explicit transactions. */
final class DuckEngine implements Engine {
    private DuckDBConnection connection;

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public void open(Path directory, int series) throws SQLException {
        connection =
                (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("points.duckdb"));
        run("CREATE TABLE p (s INTEGER, t BIGINT, v DOUBLE)");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void append(PointBatch batch) throws SQLException {
        run("BEGIN");
        try (DuckDBAppender appender = connection.createAppender("p")) {
            for (int i = 0; i < batch.size(); i++) {
                appender.beginRow();
                appender.append((int) batch.series(i));
                appender.append(batch.time(i));
                appender.append(batch.value(i));
                appender.endRow();
            }
        }
        run("COMMIT");
    }

    @Override
    public void settle() throws SQLException {
        run("CHECKPOINT");
    }

    @Override
    public long rollUp(long from, long to) throws SQLException {
        return sum(
                "SELECT s, t // 900000, count(*), sum(v), min(v), max(v) FROM p WHERE t >= " + from + " AND t < " + to
                        + " GROUP BY 1, 2",
                3);
    }

    private long sum(String sql, int column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(column);
            }
            return sum;
        }
    }

    @Override
    public int lastValues() throws SQLException {
        return (int) sum("SELECT s, arg_max(v, t), 1 FROM p GROUP BY s", 3);
    }

    @Override
    public int readDay(int series, long from) throws SQLException {
        return (int) sum(
                "SELECT t, v, 1 FROM p WHERE s = " + (series + 1) + " AND t >= " + from + " AND t < "
                        + (from + 86_400_000L) + " ORDER BY t",
                3);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
