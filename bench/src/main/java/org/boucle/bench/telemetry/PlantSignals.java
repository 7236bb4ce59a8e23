package org.boucle.bench.telemetry;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.boucle.features.telemetry.Samples;

/**
 * Generated plant signals for the store benchmark: machines of twenty series each (power, currents, voltages, meters,
 * part counter, state, temperatures, pressure, flow, speed…) that share the state of their machine over two-shift working
 * days, at the resolution real meters have (0.1 kW, 0.1 V, 0.1 °C, 0.001 m³…). Seven series in ten tick regularly, 15 %
 * with an erratic second, 15 % with a jitter of some tens of milliseconds; one point in a hundred is missing.
 */
public final class PlantSignals {
    /** 2026-01-05T00:00Z, a Monday. */
    public static final long START = 1_767_571_200_000L;

    public static final int PER_MACHINE = 20;
    private static final double[] RESOLUTION = {
        10, 10, 10, 10, 10, 10, 10, 100, 10, 10, 1, 1, 10, 10, 10, 100, 1000, 1, 10, 100
    };

    private final long seed;
    private final long stepMillis;

    public PlantSignals(long seed, long stepMillis) {
        this.seed = seed;
        this.stepMillis = stepMillis;
    }

    /** Every point of one series over {@code ticks} steps, without the missing ones. */
    public Samples series(int index, int ticks) {
        SplittableRandom machine = new SplittableRandom(seed * 31 + index / PER_MACHINE);
        SplittableRandom own = new SplittableRandom(seed * 1_000_003 + index);
        int type = index % PER_MACHINE;
        int irregularity = (index * 7919) % 100;
        double rated = 20 + 100 * machine.nextDouble();
        long[] times = new long[ticks];
        double[] values = new double[ticks];
        double[] memory = new double[2];
        memory[1] = 1000 * own.nextDouble();
        int n = 0;
        int state = 0;
        for (int i = 0; i < ticks; i++) {
            long tick = START + i * stepMillis;
            state = nextState(state, tick, machine);
            double value = value(type, state, rated, memory, own);
            if (own.nextInt(100) != 0) {
                times[n] = tick + jitter(irregularity, own);
                values[n++] = Math.round(value * RESOLUTION[type]) / RESOLUTION[type];
            }
        }
        return new Samples(Arrays.copyOf(times, n), Arrays.copyOf(values, n));
    }

    private long jitter(int irregularity, SplittableRandom r) {
        if (irregularity < 70) {
            return 0;
        }
        return irregularity < 85 ? 1000 * r.nextInt(3) : Math.max(0, Math.round(80 + 40 * r.nextGaussian()));
    }

    /** 0 off, 1 standby, 2 processing; two shifts from Monday to Friday. */
    private int nextState(int state, long time, SplittableRandom r) {
        long hour = time / 3_600_000;
        boolean working = (hour / 24 + 3) % 7 < 5 && hour % 24 >= 5 && hour % 24 < 21;
        if (!working) {
            return 0;
        }
        double p = stepMillis / 1_800_000.0;
        return switch (state) {
            case 0 -> 1;
            case 1 -> r.nextDouble() < 4 * p ? 2 : 1;
            default -> r.nextDouble() < p ? 1 : 2;
        };
    }

    private double value(int type, int state, double rated, double[] memory, SplittableRandom r) {
        double g = r.nextGaussian();
        double load = state == 0 ? 0 : state == 1 ? 0.22 : 0.8;
        double hours = stepMillis / 3_600_000.0;
        double slow = memory[0] = 0.98 * memory[0] + 0.2 * g; // AR(1) of standard deviation 1
        return switch (type) {
            case 0 -> load * rated * (1 + 0.006 * g);
            case 1, 2, 3 -> load * rated * 1.44 * (1 + 0.006 * g);
            case 4, 5, 6 -> 231 + 1.2 * slow;
            case 7 -> state == 0 ? 1 : state == 1 ? 0.62 + 0.004 * g : 0.91 + 0.004 * g;
            case 8, 9 -> memory[1] += load * rated * hours * (type == 8 ? 1 : 0.4) * (1 + 0.006 * g);
            case 10 -> memory[1] += state == 2 ? Math.max(0, Math.round(900 * hours + 0.6 * g)) : 0;
            case 11 -> state;
            case 12 -> memory[1] += (20 + 210 * load - memory[1]) * Math.min(1, hours * 2) + 0.1 * g;
            case 13 -> memory[1] += (22 + 40 * load - memory[1]) * Math.min(1, hours) + 0.05 * g;
            case 14 -> state == 0 ? 0 : (10 + 40 * load) * (1 + 0.01 * g);
            case 15 -> 6.8 + 0.05 * slow;
            case 16 -> memory[1] += state == 2 ? 0.15 * hours * (1 + 0.02 * g) : 0;
            case 17 -> state == 2 ? 1450 + 3 * g : 0;
            case 18 -> 45 + 3 * slow;
            default -> state == 0 ? 0 : 1.2 + load + 0.04 * g;
        };
    }
}
