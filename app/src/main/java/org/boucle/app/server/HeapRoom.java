package org.boucle.app.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/**
 * How much of the heap stays free after a full collection. The launcher makes the young generation a sixth of the old one, and
 * at most 48 MB: so the young one grows and shrinks with the free part of the old.
 */
final class HeapRoom {
    private static final String LEAST_FREE = "MinHeapFreeRatio";
    private static final String MOST_FREE = "MaxHeapFreeRatio";
    private static final int NARROW_PERCENT = 5;
    private static final int WIDEST_PERCENT = 97;
    /** Six times the largest young generation. */
    private static final double WIDE_BYTES = 288L << 20;

    private HeapRoom() {}

    /** Reserves addresses, not memory, for a large young generation, and collects. */
    static void widen() {
        if (left() == 0) {
            System.gc();
        }
        int percent = (int) Math.clamp(100 - 100 * left() / WIDE_BYTES, NARROW_PERCENT, WIDEST_PERCENT);
        free(percent);
        System.gc();
    }

    /** Collects, and gives back to the machine nearly all that is free. */
    static void narrow() {
        free(NARROW_PERCENT);
        System.gc();
    }

    /** At every step the most is at least the least, else Java refuses the setting. */
    static void free(int percent) {
        set(LEAST_FREE, NARROW_PERCENT);
        set(MOST_FREE, percent);
        set(LEAST_FREE, percent);
    }

    /** Bytes that the last full collection left of the old generation; 0 where there was none. */
    private static double left() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .mapToDouble(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    static int leastFreePercent() {
        return Integer.parseInt(diagnostics().getVMOption(LEAST_FREE).getValue());
    }

    private static void set(String option, int value) {
        diagnostics().setVMOption(option, String.valueOf(value));
    }

    private static HotSpotDiagnosticMXBean diagnostics() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    }
}
