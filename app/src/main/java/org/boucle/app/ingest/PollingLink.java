package org.boucle.app.ingest;

import java.time.Duration;
import java.util.List;
import org.boucle.core.input.BadInput;

/** A connection that asks for its values again and again; an answer that fails is asked for again at the next turn. */
final class PollingLink implements Link {
    private final String name;
    private final Duration interval;
    private final Source source;
    private final Intake intake;
    private final LinkStatus status = new LinkStatus();
    private final Thread worker;
    private volatile boolean closing;

    /** What is asked; it may throw whatever its protocol throws. */
    interface Source extends AutoCloseable {
        List<Reading> poll() throws Exception;

        @Override
        void close() throws java.io.IOException;
    }

    PollingLink(String name, Duration interval, Source source, Intake intake) {
        this.name = name;
        this.interval = interval;
        this.source = source;
        this.intake = intake;
        this.worker = Thread.ofVirtual().name("poll " + name).unstarted(this::work);
    }

    @Override
    public void start() {
        worker.start();
    }

    private void work() {
        long next = System.nanoTime();
        while (!closing) {
            try {
                turn();
                next = Math.max(next + interval.toNanos(), System.nanoTime());
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void turn() throws InterruptedException {
        try {
            List<Reading> readings = source.poll();
            status.connected();
            status.message();
            intake.submitPatiently(name, readings).join();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (BadInput malformed) {
            status.connected();
            status.malformedMessage();
            intake.malformed(name, "", String.valueOf(malformed.getMessage()));
        } catch (Exception unreachable) {
            status.disconnected(unreachable.getClass().getSimpleName() + ": " + unreachable.getMessage());
        }
    }

    @Override
    public LinkStatus status() {
        return status;
    }

    @Override
    public void close() {
        closing = true;
        worker.interrupt();
        try {
            source.close();
        } catch (java.io.IOException ended) {
            status.disconnected("closed");
        }
    }
}
