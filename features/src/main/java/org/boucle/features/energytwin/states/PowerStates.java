package org.boucle.features.energytwin.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Levels of power between which a machine moves, learnt from its own signal, and the state of each reading.
 *
 * <p>The levels are those that cut the logarithm of the power with the least squared distance (exact, by dynamic
 * programming over the histogram); as many levels are
 * taken, four at most, as lie further apart than the readings scatter around them. States then follow the
 * path that best explains the readings where a change costs something (Viterbi), so that one noisy reading does not
 * switch a machine on.
 *
 * @param levels mean power in kW of each level, rising
 * @param states what each level means
 * @param spread usual deviation around a level, in logarithms
 */
public record PowerStates(double[] levels, List<PowerState> states, double spread) {
    private static final int BINS = 160;
    private static final double CHANGE = 4;

    public PowerStates {
        levels = levels.clone();
        states = List.copyOf(states);
        if (levels.length == 0 || levels.length != states.size()) {
            throw new IllegalArgumentException(levels.length + " levels for " + states.size() + " states");
        }
    }

    /** A stretch of readings in one state: from one index to before another. */
    public record Run(PowerState state, int from, int to) {}

    /** Learns the levels from powers in kW; at least one has to be known. */
    public static PowerStates learn(double[] power) {
        double[] known =
                Arrays.stream(power).filter(p -> !Double.isNaN(p)).sorted().toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException("no power reading to learn states from");
        }
        double full = Math.max(1e-9, known[(int) (0.98 * (known.length - 1))]);
        double[] logs = Arrays.stream(known).map(p -> log(p, full)).toArray();
        Cut cut = Cut.of(logs, 4);
        for (int k = 3; k >= 1 && !isApart(cut, logs); k--) {
            cut = Cut.of(logs, k);
        }
        return named(cut, known, full, Math.max(0.05, Math.sqrt(cut.distance / logs.length)));
    }

    /** Whether the levels lie further apart than readings scatter, and each holds a hundredth of the readings. */
    private static boolean isApart(Cut cut, double[] logs) {
        double spread = Math.sqrt(cut.distance / logs.length);
        double before = Double.NEGATIVE_INFINITY;
        for (int k = 0; k + 1 < cut.bounds.length; k++) {
            int count = cut.bounds[k + 1] - cut.bounds[k];
            double mean = Arrays.stream(logs, cut.bounds[k], cut.bounds[k + 1])
                    .average()
                    .orElse(Double.NaN);
            if (count * 100 < logs.length || !(mean - before > Math.max(0.3, 3.5 * spread))) {
                return false;
            }
            before = mean;
        }
        return true;
    }

    private static double log(double power, double full) {
        return Math.log(Math.max(0, power) / full + 0.005);
    }

    private static PowerStates named(Cut cut, double[] known, double full, double spread) {
        double[] levels = new double[cut.bounds.length - 1];
        List<PowerState> states = new ArrayList<>();
        for (int k = 0; k < levels.length; k++) {
            levels[k] = Arrays.stream(known, cut.bounds[k], cut.bounds[k + 1])
                    .average()
                    .orElse(0);
        }
        for (int k = 0; k < levels.length; k++) {
            double share = levels[k] / full;
            boolean top = k == levels.length - 1;
            if (share < 0.015) {
                states.add(PowerState.OFF);
            } else if (top || share > 0.55) {
                states.add(PowerState.PROCESSING);
            } else {
                states.add(share < 0.12 ? PowerState.STANDBY : PowerState.IDLE);
            }
        }
        return new PowerStates(levels, states, spread);
    }

    /** State of each reading; an unknown reading keeps the state before it. */
    public PowerState[] of(double[] power) {
        int count = levels.length;
        double full = Math.max(1e-9, levels[count - 1]);
        double[] centre = Arrays.stream(levels).map(level -> log(level, full)).toArray();
        double[] cost = new double[count];
        int[][] from = new int[power.length][count];
        for (int i = 0; i < power.length; i++) {
            double[] next = new double[count];
            int cheapest = 0;
            for (int k = 1; k < count; k++) {
                cheapest = cost[k] < cost[cheapest] ? k : cheapest;
            }
            for (int k = 0; k < count; k++) {
                boolean moves = cost[cheapest] + CHANGE < cost[k];
                from[i][k] = moves ? cheapest : k;
                next[k] = (moves ? cost[cheapest] + CHANGE : cost[k]) + distance(power[i], centre[k], full);
            }
            cost = next;
        }
        return path(from, cost);
    }

    private double distance(double power, double centre, double full) {
        if (Double.isNaN(power)) {
            return 0;
        }
        double z = (log(power, full) - centre) / spread;
        return Math.min(0.5 * z * z, 6);
    }

    private PowerState[] path(int[][] from, double[] cost) {
        PowerState[] path = new PowerState[from.length];
        int at = 0;
        for (int k = 1; k < cost.length; k++) {
            at = cost[k] < cost[at] ? k : at;
        }
        for (int i = from.length - 1; i >= 0; i--) {
            path[i] = states.get(at);
            at = from[i][at];
        }
        return path;
    }

    /** Readings in the same state put together. */
    public static List<Run> runs(PowerState[] states) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < states.length; ) {
            int begin = i;
            while (i < states.length && states[i] == states[begin]) {
                i++;
            }
            runs.add(new Run(states[begin], begin, i));
        }
        return runs;
    }

    /** The best cut of sorted numbers in {@code k} stretches. */
    private static final class Cut {
        private final int[] bounds;
        private final double distance;

        private Cut(int[] bounds, double distance) {
            this.bounds = bounds;
            this.distance = distance;
        }

        static Cut of(double[] sorted, int k) {
            int[] edges = edges(sorted);
            double[] sum = new double[edges.length];
            double[] square = new double[edges.length];
            for (int e = 1; e < edges.length; e++) {
                sum[e] = sum[e - 1];
                square[e] = square[e - 1];
                for (int i = edges[e - 1]; i < edges[e]; i++) {
                    sum[e] += sorted[i];
                    square[e] += sorted[i] * sorted[i];
                }
            }
            double[][] best = new double[k + 1][edges.length];
            int[][] last = new int[k + 1][edges.length];
            Arrays.fill(best[0], Double.POSITIVE_INFINITY);
            best[0][0] = 0;
            for (int part = 1; part <= k; part++) {
                Arrays.fill(best[part], Double.POSITIVE_INFINITY);
                for (int e = part; e < edges.length; e++) {
                    for (int s = part - 1; s < e; s++) {
                        double mean = sum[e] - sum[s];
                        double cost = best[part - 1][s] + square[e] - square[s] - mean * mean / (edges[e] - edges[s]);
                        if (cost < best[part][e]) {
                            best[part][e] = cost;
                            last[part][e] = s;
                        }
                    }
                }
            }
            int[] bounds = new int[k + 1];
            bounds[k] = sorted.length;
            for (int part = k, e = edges.length - 1; part > 0 && e > 0; part--) {
                e = last[part][e];
                bounds[part - 1] = edges[e];
            }
            return new Cut(bounds, Math.max(0, best[k][edges.length - 1]));
        }

        /** Indices at which the histogram's bins begin; equal numbers never fall in two bins. */
        private static int[] edges(double[] sorted) {
            double low = sorted[0];
            double width = (sorted[sorted.length - 1] - low) / BINS;
            int[] edges = new int[BINS + 2];
            int count = 1;
            for (int i = 1; i < sorted.length; i++) {
                int bin = width == 0 ? 0 : (int) ((sorted[i] - low) / width);
                int before = width == 0 ? 0 : (int) ((sorted[i - 1] - low) / width);
                if (bin != before) {
                    edges[count++] = i;
                }
            }
            edges[count++] = sorted.length;
            return Arrays.copyOf(edges, count);
        }
    }
}
