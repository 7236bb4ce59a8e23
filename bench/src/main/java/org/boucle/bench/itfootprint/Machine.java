package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How the processors spent their time until now (Linux, {@code /proc/stat}), in hundredths of a second.
 *
 * @param all the time of all processors
 * @param idle of it, waiting for work or given to what has the lowest priority
 * @param stolen of it, given to others by the hypervisor
 */
record Machine(long all, long idle, long stolen) {
    private static final int NICE = 2;
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STOLEN = 8;
    /** The kernel counts what was taken at its next tick. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

    static Machine now() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
        long all = 0;
        for (int i = 1; i <= STOLEN; i++) {
            all += Long.parseLong(fields[i]);
        }
        long idle = Long.parseLong(fields[NICE]) + Long.parseLong(fields[IDLE]) + Long.parseLong(fields[WAITING]);
        return new Machine(all, idle, Long.parseLong(fields[STOLEN]));
    }

    /** Whether nothing was given to others since then. */
    boolean wasOurs() throws IOException {
        LockSupport.parkNanos(TICK);
        return now().stolen == stolen;
    }

    /** The share of the time of all processors since then that was not idle, 0 to 1. */
    double busy() throws IOException {
        Machine now = now();
        return 1 - (double) (now.idle - idle) / Math.max(1, now.all - all);
    }
}
