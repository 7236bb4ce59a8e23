package org.boucle.bench.telemetry;

import java.nio.file.Path;
import org.boucle.app.telemetry.PointBatch;

/** One store under the same work; every call returns when its effect is durable or its answer complete. */
public interface Engine extends AutoCloseable {
    String name();

    /** Opens an empty store in a directory and registers so many series, numbered from 1. */
    void open(Path directory, int series) throws Exception;

    /** One durable commit. */
    void append(PointBatch batch) throws Exception;

    /** What the store does by itself when there is time: seal, checkpoint. */
    void settle() throws Exception;

    /** Count, sum, minimum, maximum of each series in buckets of a quarter of an hour; the number of points seen. */
    long rollUp(long from, long to) throws Exception;

    /** The newest value of each series; the number of series. */
    int lastValues() throws Exception;

    /** One day of one series; the number of points. */
    int readDay(int series, long from) throws Exception;

    @Override
    void close() throws java.sql.SQLException;
}
