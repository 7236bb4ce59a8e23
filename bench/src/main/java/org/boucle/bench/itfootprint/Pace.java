package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The rate of requests that keeps all processors busy for a share of the time. It follows the processor time that a request
 * costs in server and client, asked fifty times a second: on a shared machine that doubles and halves within a second while
 * the kernel tells of no time taken (others work on the second thread of the same core), so that a rate found even a second
 * ago can be another load.
 */
final class Pace {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);
    /** Of the newest cost, against those before. */
    private static final double NEWEST = 0.4;

    private final ProcessorClock server;
    private final ProcessorClock client =
            ProcessorClock.of(ProcessHandle.current().pid());
    /** In ns of processor time a second. */
    private final double wanted;

    private double cost;
    private long asked;
    private long spent;
    private int answered;

    /** @param load the share of the time, 0 to 1; @param cost of a request at first, in ns of processor time */
    Pace(long server, double load, double cost) {
        this.server = ProcessorClock.of(server);
        this.wanted = load * Runtime.getRuntime().availableProcessors() * 1e9;
        this.cost = cost;
    }

    void begin(long now) throws IOException {
        asked = now;
        spent = spent();
        answered = 0;
    }

    /** Requests a second from now on. @param answered how many since the beginning */
    double rate(long now, int answered) throws IOException {
        if (now - asked >= STEP) {
            long spentNow = spent();
            double newest = (double) (spentNow - spent) / Math.max(1, answered - this.answered);
            cost = NEWEST * newest + (1 - NEWEST) * cost;
            asked = now;
            spent = spentNow;
            this.answered = answered;
        }
        return rate();
    }

    double rate() {
        return wanted / cost;
    }

    private long spent() throws IOException {
        return server.nanos() + client.nanos();
    }
}
