package org.boucle.features.territory.water;

import java.util.List;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.ModelBuilder;

/**
 * Least fresh water for processes that each take up a given load of one contaminant, with outlet concentrations at
 * their maximum (Wang and Smith 1994; the linear form of Savelski and Bagajewicz 2000). Valid for one contaminant and
 * for processes whose flow may be chosen.
 */
public final class FixedLoad {
    private FixedLoad() {}

    /**
     * One water-using process.
     *
     * @param inletPpm most at the inlet
     * @param outletPpm most at the outlet, above the inlet
     * @param gramsPerHour contaminant taken up
     * @param lostTonnesPerHour water that does not come out again: evaporated, or in the product
     */
    public record Process(String id, double inletPpm, double outletPpm, double gramsPerHour, double lostTonnesPerHour) {
        public Process {
            if (!(inletPpm >= 0)
                    || !(outletPpm > inletPpm)
                    || !(gramsPerHour > 0)
                    || !(lostTonnesPerHour >= 0)
                    || Double.isInfinite(gramsPerHour + outletPpm + lostTonnesPerHour)) {
                throw new IllegalArgumentException("Process " + id + " takes " + gramsPerHour + " g/h from " + inletPpm
                        + " to " + outletPpm + " ppm. Maybe inlet and outlet are swapped.");
            }
        }

        /** Without losses. */
        public Process(String id, double inletPpm, double outletPpm, double gramsPerHour) {
            this(id, inletPpm, outletPpm, gramsPerHour, 0);
        }

        /** Fresh water without any reuse, t/h. */
        public double freshAlone() {
            return gramsPerHour / outletPpm + lostTonnesPerHour;
        }
    }

    /** Fresh water of all processes without reuse, t/h. */
    public static double withoutReuse(List<Process> processes) {
        return processes.stream().mapToDouble(Process::freshAlone).sum();
    }

    /**
     * The linear model: variables {@code w_j} (fresh to j), {@code d_j} (discharge of j), then {@code x_ij} (from i to
     * j) at {@code 2n + i·n + j}; all in t/h. The goal is the fresh water.
     */
    public static LinearModel model(List<Process> processes) {
        return model(processes, new double[processes.size()][processes.size()]);
    }

    /** @param lost share of the water that leaks between process i and j, from 0 to below 1 */
    public static LinearModel model(List<Process> processes, double[][] lost) {
        int n = processes.size();
        ModelBuilder builder = ModelBuilder.minimising();
        for (int j = 0; j < n; j++) {
            builder.variable(1, 0, ModelBuilder.INFINITY);
        }
        for (int j = 0; j < n; j++) {
            builder.variable(0, 0, ModelBuilder.INFINITY);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                builder.variable(0, 0, i == j ? 0 : ModelBuilder.INFINITY);
            }
        }
        for (int j = 0; j < n; j++) {
            balance(builder, processes, j, lost);
            inlet(builder, processes, j, lost);
            load(builder, processes, j, lost);
        }
        return builder.build();
    }

    /** Number of the variable of what goes from one process to another. */
    public static int reuse(int from, int to, int n) {
        return 2 * n + from * n + to;
    }

    private static void balance(ModelBuilder builder, List<Process> processes, int j, double[][] lost) {
        int n = processes.size();
        double gone = processes.get(j).lostTonnesPerHour();
        builder.row(gone, gone);
        builder.entry(j, 1);
        builder.entry(n + j, -1);
        for (int i = 0; i < n; i++) {
            if (i != j) {
                builder.entry(reuse(i, j, n), 1 - lost[i][j]);
                builder.entry(reuse(j, i, n), -1);
            }
        }
    }

    private static void inlet(ModelBuilder builder, List<Process> processes, int j, double[][] lost) {
        int n = processes.size();
        double limit = processes.get(j).inletPpm();
        builder.rowAtMost(0);
        builder.entry(j, -limit);
        for (int i = 0; i < n; i++) {
            if (i != j) {
                builder.entry(
                        reuse(i, j, n), (1 - lost[i][j]) * (processes.get(i).outletPpm() - limit));
            }
        }
    }

    private static void load(ModelBuilder builder, List<Process> processes, int j, double[][] lost) {
        int n = processes.size();
        double outlet = processes.get(j).outletPpm();
        double load =
                processes.get(j).gramsPerHour() + outlet * processes.get(j).lostTonnesPerHour();
        builder.row(load, load);
        builder.entry(j, outlet);
        for (int i = 0; i < n; i++) {
            if (i != j) {
                builder.entry(
                        reuse(i, j, n),
                        (1 - lost[i][j]) * (outlet - processes.get(i).outletPpm()));
            }
        }
    }
}
