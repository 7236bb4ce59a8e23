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
     */
    public record Process(String id, double inletPpm, double outletPpm, double gramsPerHour) {
        public Process {
            if (!(inletPpm >= 0) || !(outletPpm > inletPpm) || !(gramsPerHour > 0)) {
                throw new IllegalArgumentException("Process " + id + " takes " + gramsPerHour + " g/h from " + inletPpm
                        + " to " + outletPpm + " ppm. Maybe inlet and outlet are swapped.");
            }
        }

        /** Fresh water without any reuse, t/h. */
        public double freshAlone() {
            return gramsPerHour / outletPpm;
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
            balance(builder, j, n);
            inlet(builder, processes, j);
            load(builder, processes, j);
        }
        return builder.build();
    }

    private static int reuse(int from, int to, int n) {
        return 2 * n + from * n + to;
    }

    private static void balance(ModelBuilder builder, int j, int n) {
        builder.row(0, 0);
        builder.entry(j, 1);
        builder.entry(n + j, -1);
        for (int i = 0; i < n; i++) {
            if (i != j) {
                builder.entry(reuse(i, j, n), 1);
                builder.entry(reuse(j, i, n), -1);
            }
        }
    }

    private static void inlet(ModelBuilder builder, List<Process> processes, int j) {
        int n = processes.size();
        double limit = processes.get(j).inletPpm();
        builder.rowAtMost(0);
        builder.entry(j, -limit);
        for (int i = 0; i < n; i++) {
            if (i != j) {
                builder.entry(reuse(i, j, n), processes.get(i).outletPpm() - limit);
            }
        }
    }

    private static void load(ModelBuilder builder, List<Process> processes, int j) {
        int n = processes.size();
        double outlet = processes.get(j).outletPpm();
        builder.row(processes.get(j).gramsPerHour(), processes.get(j).gramsPerHour());
        builder.entry(j, outlet);
        for (int i = 0; i < n; i++) {
            if (i != j) {
                builder.entry(reuse(i, j, n), outlet - processes.get(i).outletPpm());
            }
        }
    }
}
