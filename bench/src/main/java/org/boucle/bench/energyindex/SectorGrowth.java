package org.boucle.bench.energyindex;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/** CPU time of the sector consolidation by size, for machines that others share, where wall time says little. */
public final class SectorGrowth {
    private static final int RUNS = 7;

    private SectorGrowth() {}

    /** Prints posts x years per CPU-second, median of several runs, from 10 to 10,000 companies. */
    public static void main(String[] arguments) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        measured(1_000, clock);
        System.out.println("companies  posts.years  CPU ms  posts.years/CPU-s");
        for (int companies : new int[] {10, 30, 100, 300, 1_000, 3_000, 10_000}) {
            double seconds = measured(companies, clock);
            double work = companies * 40.0 * 12;
            System.out.printf(
                    Locale.ROOT, "%9d %12.0f %7.1f %18.0f%n", companies, work, 1000 * seconds, work / seconds);
        }
    }

    private static double measured(int companies, ThreadMXBean clock) {
        SectorBenchmark benchmark = new SectorBenchmark();
        benchmark.companies = companies;
        benchmark.generate();
        int repeat = Math.max(1, 1_000 / companies);
        double[] seconds = new double[RUNS];
        double check = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = clock.getCurrentThreadCpuTime();
            for (int k = 0; k < repeat; k++) {
                check += benchmark.consolidate();
            }
            seconds[run] = (clock.getCurrentThreadCpuTime() - start) / 1e9 / repeat;
        }
        if (Double.isNaN(check)) {
            throw new IllegalStateException("The waterfall of a sector of " + companies + " is not a number.");
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }
}
