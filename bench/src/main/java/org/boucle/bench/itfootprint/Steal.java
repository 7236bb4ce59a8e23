package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The share of its time that the hypervisor took from this machine since the object was made (Linux, {@code /proc/stat}). */
final class Steal {
    /** Less than this is a machine of our own. */
    static final double NONE = 0.01;

    private static final int FIRST = 1;
    private static final int STOLEN = 8;
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_LOOKS = 20;

    private final long[] before = ticks();

    Steal() throws IOException {}

    /** Of the time since, 0 to 1. */
    double share() throws IOException {
        long[] now = ticks();
        return (double) (now[1] - before[1]) / Math.max(1, now[0] - before[0]);
    }

    /** Waits for a second without, twenty seconds at most. */
    static void awaitNone() throws IOException {
        for (int i = 0; i < MOST_LOOKS; i++) {
            Steal steal = new Steal();
            LockSupport.parkNanos(LOOK);
            if (steal.share() < NONE) {
                return;
            }
        }
    }

    /** All ticks, and those stolen. */
    private static long[] ticks() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
        long all = 0;
        for (int i = FIRST; i <= STOLEN; i++) {
            all += Long.parseLong(fields[i]);
        }
        return new long[] {all, Long.parseLong(fields[STOLEN])};
    }
}
