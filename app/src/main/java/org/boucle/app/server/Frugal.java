package org.boucle.app.server;

import java.time.Duration;

/**
 * Gives back to the machine the memory that starting took: one full collection once the start is over, and another
 * whenever more than half of a grown heap stands empty. The launcher's flags let the heap shrink then. A collection stops
 * every request for about a tenth of a second, so a busy server is left alone until it is calm.
 */
final class Frugal {
    private static final Duration CALM = Duration.ofSeconds(40);
    private static final Duration LOOK = Duration.ofMinutes(2);
    private static final Duration WATCH = Duration.ofSeconds(2);
    /** Share of a core above which somebody waits for answers. */
    private static final double BUSY = 0.25;

    private static final long GROWN = 64L << 20;

    private Frugal() {}

    static Thread start() {
        return Thread.ofVirtual().name("frugal").start(Frugal::keep);
    }

    private static void keep() {
        try {
            Thread.sleep(CALM);
            awaitCalm();
            System.gc();
            while (true) {
                Thread.sleep(LOOK);
                Runtime runtime = Runtime.getRuntime();
                if (runtime.totalMemory() > GROWN && runtime.freeMemory() > runtime.totalMemory() / 2) {
                    awaitCalm();
                    System.gc();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitCalm() throws InterruptedException {
        Duration before;
        Duration now = used();
        do {
            before = now;
            Thread.sleep(WATCH);
            now = used();
        } while (now.minus(before).toMillis() > BUSY * WATCH.toMillis());
    }

    /** Processor time of this process so far; always zero where the system doesn't tell. */
    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
