package org.boucle.bench.lca;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** CPU time, which a shared machine distorts less than wall time, and memory. */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Meter() {}

    /** The least CPU milliseconds of this thread over several repetitions, after as many to warm up. */
    static double milliseconds(int repetitions, Runnable work) {
        for (int k = 0; k < repetitions; k++) {
            work.run();
        }
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < repetitions; k++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            least = Math.min(least, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
        }
        return least;
    }

    /** CPU milliseconds of the whole process for each repetition: for work that uses several threads. */
    static double processMilliseconds(int repetitions, Runnable work) {
        for (int k = 0; k < repetitions; k++) {
            work.run();
        }
        double least = Double.POSITIVE_INFINITY;
        for (int batch = 0; batch < 4; batch++) {
            long start = SYSTEM.getProcessCpuTime();
            for (int k = 0; k < repetitions; k++) {
                work.run();
            }
            least = Math.min(least, (SYSTEM.getProcessCpuTime() - start) / 1e6 / repetitions);
        }
        return least;
    }

    /** Megabytes on the heap that are still reachable. */
    static double reachableMegabytes() {
        for (int k = 0; k < 3; k++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    /** Megabytes that this thread allocates during some work. */
    static double allocatedMegabytes(Runnable work) {
        long start = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return (THREADS.getCurrentThreadAllocatedBytes() - start) / 1048576.0;
    }
}
