package org.boucle.bench.itfootprint;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Processor time of all threads of a process, in ns (Linux, {@code clock_gettime}): the files below {@code /proc} tell it in
 * hundredths of a second only.
 */
final class ProcessorClock {
    /** Of a process as the kernel numbers such clocks: CPUCLOCK_SCHED. */
    private static final int SCHEDULED = 2;

    private static final Linker LINKER = Linker.nativeLinker();

    @SuppressWarnings("restricted") // the bench alone, started with native access
    private static final MethodHandle GET_TIME = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("clock_gettime"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

    private final int clock;
    private final MemorySegment time = Arena.ofAuto().allocate(JAVA_LONG, 2);

    private ProcessorClock(int clock) {
        this.clock = clock;
    }

    static ProcessorClock of(long process) {
        return new ProcessorClock((int) (~process << 3) | SCHEDULED);
    }

    long nanos() throws IOException {
        int failed;
        try {
            failed = (int) GET_TIME.invokeExact(clock, time);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
        if (failed != 0) {
            throw new IOException("The process is gone.");
        }
        return time.getAtIndex(JAVA_LONG, 0) * 1_000_000_000 + time.getAtIndex(JAVA_LONG, 1);
    }
}
