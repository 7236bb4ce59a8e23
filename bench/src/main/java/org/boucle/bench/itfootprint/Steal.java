package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Whether the hypervisor took time from this machine since the object was made (Linux, {@code /proc/stat}, in hundredths of a second). */
final class Steal {
    private static final int STOLEN = 8;
    /** The kernel counts what was taken at its next tick. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

    private final long before = ticks();

    Steal() throws IOException {}

    boolean isNone() throws IOException {
        LockSupport.parkNanos(TICK);
        return ticks() == before;
    }

    private static long ticks() throws IOException {
        return Long.parseLong(
                Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+")[STOLEN]);
    }
}
