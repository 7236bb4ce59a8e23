package org.boucle.app.server;

import java.time.Duration;

/**
 * Gives back to the machine the memory that starting took: one full collection once the start is over, and another
 * whenever more than half of a grown heap stands empty. The launcher's flags let the heap shrink then.
 */
final class Frugal {
    private static final Duration CALM = Duration.ofSeconds(40);
    private static final Duration LOOK = Duration.ofMinutes(2);
    private static final long GROWN = 64L << 20;

    private Frugal() {}

    static Thread start() {
        return Thread.ofVirtual().name("frugal").start(Frugal::keep);
    }

    private static void keep() {
        try {
            Thread.sleep(CALM);
            System.gc();
            while (true) {
                Thread.sleep(LOOK);
                Runtime runtime = Runtime.getRuntime();
                if (runtime.totalMemory() > GROWN && runtime.freeMemory() > runtime.totalMemory() / 2) {
                    System.gc();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
