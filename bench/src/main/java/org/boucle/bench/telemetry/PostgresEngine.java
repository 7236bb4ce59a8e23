package org.boucle.bench.telemetry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.boucle.app.telemetry.PointBatch;
import org.postgresql.PGConnection;

/** PostgreSQL: one row for each point, by COPY, with a b-tree over series and time. */
final class PostgresEngine implements Engine {
    private final String url;
    private Connection connection;

    PostgresEngine(String url) {
        this.url = url;
    }

    @Override
    public String name() {
        return "PostgreSQL rows";
    }

    @Override
    public void open(Path directory, int series) throws SQLException {
        connection = DriverManager.getConnection(url);
        run("DROP TABLE IF EXISTS p");
        run("CREATE TABLE p (s INTEGER NOT NULL, t BIGINT NOT NULL, v DOUBLE PRECISION NOT NULL)");
        run("CREATE INDEX ON p (s, t)");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void append(PointBatch batch) throws SQLException, IOException {
        StringBuilder text = new StringBuilder(batch.size() * 30);
        for (int i = 0; i < batch.size(); i++) {
            text.append(batch.series(i))
                    .append('\t')
                    .append(batch.time(i))
                    .append('\t')
                    .append(batch.value(i))
                    .append('\n');
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY p FROM STDIN", new StringReader(text.toString()));
    }

    @Override
    public void settle() throws SQLException {
        run("VACUUM ANALYZE p");
    }

    /** Bytes of the table with its index, as the server counts them. */
    long bytes() throws SQLException {
        return sum("SELECT pg_total_relation_size('p')", 1);
    }

    @Override
    public long rollUp(long from, long to) throws SQLException {
        return sum(
                "SELECT s, t / 900000, count(*), sum(v), min(v), max(v) FROM p WHERE t >= " + from + " AND t < " + to
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
        return (int) sum("SELECT DISTINCT ON (s) s, v, 1 FROM p ORDER BY s, t DESC", 3);
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
