package org.boucle.bench.telemetry;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CommitMode;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.nio.file.Path;
import org.boucle.app.telemetry.PointBatch;

/** QuestDB embedded: a table partitioned by day without write-ahead log, synchronous commits. */
final class QuestEngine implements Engine {
    private CairoEngine engine;
    private SqlExecutionContextImpl context;
    private TableWriter writer;

    @Override
    public String name() {
        return "QuestDB";
    }

    @Override
    public void open(Path directory, int series) throws SqlException {
        engine = new CairoEngine(new DefaultCairoConfiguration(directory.toString()) {
            @Override
            public int getCommitMode() {
                return CommitMode.SYNC;
            }
        });
        context = new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE, null);
        engine.execute(
                "create table p (t timestamp, s int, v double) timestamp(t) partition by day bypass wal", context);
        writer = engine.getWriter(engine.verifyTableName("p"), "bench");
    }

    @Override
    public void append(PointBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            TableWriter.Row row = writer.newRow(batch.time(i) * 1000);
            row.putInt(1, (int) batch.series(i));
            row.putDouble(2, batch.value(i));
            row.append();
        }
        writer.commit();
    }

    @Override
    public void settle() {
        writer.commit();
    }

    @Override
    public long rollUp(long from, long to) throws SqlException {
        return sum("select t, s, count() c, sum(v), min(v), max(v) from p sample by 15m", 2);
    }

    private long sum(String sql, int column) throws SqlException {
        try (RecordCursorFactory factory = engine.select(sql, context);
                RecordCursor cursor = factory.getCursor(context)) {
            Record row = cursor.getRecord();
            long sum = 0;
            while (cursor.hasNext()) {
                sum += column < 0 ? 1 : row.getLong(column);
            }
            return sum;
        }
    }

    @Override
    public int lastValues() throws SqlException {
        return (int) sum("select s, last(v) from p", -1);
    }

    @Override
    public int readDay(int series, long from) throws SqlException {
        return (int) sum(
                "select t, v from p where s = " + (series + 1) + " and t >= " + from * 1000 + "L::timestamp and t < "
                        + (from + 86_400_000L) * 1000 + "L::timestamp",
                -1);
    }

    @Override
    public void close() {
        writer.close();
        engine.close();
    }
}
