package org.boucle.app.server;

import java.time.Duration;

/**
 * Suits the heap to the work: small while little happens, and wide while the server is busy, for then a collection every few
 * milliseconds would stop many requests. A full collection comes with each change, one when the start is over, and one when
 * the server falls calm after work. It stops every request for about a tenth of a second, so a busy server has only the one
 * that widens its heap.
 */
final class Frugal {
    /** What to do after a look. */
    enum Step {
        NOTHING,
        COLLECT,
        WIDEN,
        NARROW
    }

    private static final Duration LOOK = Duration.ofSeconds(5);
    /** Share of a core from which the server is busy. */
    private static final double BUSY = 0.5;
    /** Share of a core below which nobody waits for an answer. */
    private static final double CALM = 0.25;
    /** Busy looks before the heap is widened. */
    private static final int WORKING = 2;
    /** Calm looks before memory is given back. */
    private static final int RESTING = 8;
    /** Processor seconds, beside those of calm, that leave something to collect. */
    private static final double WORTH_COLLECTING = 0.5;

    private int busy;
    private int calm;
    /** Processor seconds since the last collection; starting leaves enough. */
    private double worked = WORTH_COLLECTING;

    private boolean wide;

    static Thread start() {
        return Thread.ofVirtual().name("frugal").start(new Frugal()::keep);
    }

    private void keep() {
        try {
            double before = 0;
            while (true) {
                Thread.sleep(LOOK);
                double now = used();
                switch (look(now - before)) {
                    case WIDEN -> HeapRoom.widen();
                    case NARROW -> HeapRoom.narrow();
                    case COLLECT -> System.gc();
                    case NOTHING -> {}
                }
                before = used();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param seconds of processor time since the last look */
    Step look(double seconds) {
        double share = seconds / LOOK.toSeconds();
        busy = share >= BUSY ? busy + 1 : 0;
        calm = share <= CALM ? calm + 1 : 0;
        worked += share > CALM ? seconds : 0;
        if (!wide && busy == WORKING) {
            wide = true;
            return Step.WIDEN;
        }
        if (calm < RESTING || worked < WORTH_COLLECTING) {
            return Step.NOTHING;
        }
        boolean narrows = wide;
        wide = false;
        worked = 0;
        calm = 0;
        return narrows ? Step.NARROW : Step.COLLECT;
    }

    /** Processor seconds of this process so far; always zero where the system doesn't tell. */
    private static double used() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }
}
