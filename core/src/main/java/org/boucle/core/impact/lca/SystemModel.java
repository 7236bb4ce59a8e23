package org.boucle.core.impact.lca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boucle.core.impact.lca.UnitProcess.Exchange;
import org.boucle.core.impact.lca.UnitProcess.Method;
import org.boucle.core.impact.lca.UnitProcess.Output;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * A database made from processes: each process with several products becomes one activity for each product, with the
 * shared exchanges divided, or one activity with the by-products credited or cut off.
 *
 * @param database the matrices
 * @param activities for each column the process and the product it stands for
 * @param unlinked inputs and credits that were dropped because no activity makes them
 */
public record SystemModel(LifeCycleDatabase database, List<Activity> activities, List<Unlinked> unlinked) {
    private static final double TOLERANCE = 1e-9;

    /**
     * A column.
     *
     * @param process the process's number
     * @param product the product's row
     * @param share the share of the process that it carries; 1 where nothing was divided, NaN where shares differ by
     *     exchange
     */
    public record Activity(int process, int product, double share) {}

    /** A dropped exchange. */
    public record Unlinked(int process, double amount) {}

    public SystemModel {
        activities = List.copyOf(activities);
        unlinked = List.copyOf(unlinked);
    }

    /** Builds the matrices. */
    public static SystemModel of(int products, int interventions, List<UnitProcess> processes) {
        Builder builder = new Builder();
        for (int p = 0; p < processes.size(); p++) {
            builder.add(p, processes.get(p));
        }
        int columns = builder.activities.size();
        LifeCycleDatabase database = new LifeCycleDatabase(
                builder.technosphere.toMatrix(products, columns), builder.biosphere.toMatrix(interventions, columns));
        return new SystemModel(database, builder.activities, builder.unlinked);
    }

    /** The shares of a process's products under an allocation by value; they add up to one. */
    static double[] shares(UnitProcess process, boolean economic) {
        double[] shares = process.outputs().stream()
                .mapToDouble(output -> output.amount() * (economic ? output.price() : output.property()))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        if (!(sum > 0) || Arrays.stream(shares).anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("The products of process " + process.name() + " cannot share by values "
                    + Arrays.toString(shares) + ". Maybe a price or a property is missing?");
        }
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private static final class Builder {
        final Entries technosphere = new Entries();
        final Entries biosphere = new Entries();
        final List<Activity> activities = new ArrayList<>();
        final List<Unlinked> unlinked = new ArrayList<>();

        void add(int number, UnitProcess process) {
            switch (process.method()) {
                case Method.Physical() -> addShared(number, process, shares(process, false));
                case Method.Economic() -> addShared(number, process, shares(process, true));
                case Method.Causal causal -> addCausal(number, process, causal);
                case Method.Substitution substitution -> {
                    addWhole(number, process);
                    credit(number, process, substitution);
                }
                case Method.CutOff() -> addWhole(number, process);
            }
        }

        private void addShared(int number, UnitProcess process, double[] shares) {
            for (int q = 0; q < shares.length; q++) {
                Output output = process.outputs().get(q);
                double share = shares[q];
                int column = column(number, output, share);
                process.inputs().forEach(input -> take(number, column, input, share));
                process.interventions().forEach(e -> biosphere.add(e.index(), column, e.amount() * share));
            }
        }

        private void addCausal(int number, UnitProcess process, Method.Causal causal) {
            requireShares(process, causal.inputs(), process.inputs());
            requireShares(process, causal.interventions(), process.interventions());
            for (int q = 0; q < process.outputs().size(); q++) {
                int column = column(number, process.outputs().get(q), Double.NaN);
                for (int e = 0; e < process.inputs().size(); e++) {
                    take(
                            number,
                            column,
                            process.inputs().get(e),
                            causal.inputs().get(e)[q]);
                }
                for (int e = 0; e < process.interventions().size(); e++) {
                    Exchange exchange = process.interventions().get(e);
                    double share = causal.interventions().get(e)[q];
                    biosphere.add(exchange.index(), column, exchange.amount() * share);
                }
            }
        }

        private static void requireShares(UnitProcess process, List<double[]> shares, List<Exchange> exchanges) {
            boolean right = shares.size() == exchanges.size();
            for (double[] share : shares) {
                double sum = Arrays.stream(share).sum();
                right &= share.length == process.outputs().size() && Math.abs(sum - 1) < TOLERANCE;
            }
            if (!right) {
                throw new IllegalArgumentException(
                        "Process " + process.name() + " needs for each exchange one share for" + " each of its "
                                + process.outputs().size() + " products, adding up to 1.");
            }
        }

        private void addWhole(int number, UnitProcess process) {
            int column = column(number, process.outputs().getFirst(), 1);
            process.inputs().forEach(input -> take(number, column, input, 1));
            process.interventions().forEach(e -> biosphere.add(e.index(), column, e.amount()));
        }

        private void credit(int number, UnitProcess process, Method.Substitution substitution) {
            int column = activities.size() - 1;
            for (Output output : process.outputs().subList(1, process.outputs().size())) {
                int avoided = substitution.avoided().getOrDefault(output.product(), UnitProcess.UNLINKED);
                take(number, column, new Exchange(avoided, -output.amount()), 1);
            }
        }

        private int column(int number, Output output, double share) {
            int column = activities.size();
            activities.add(new Activity(number, output.product(), share));
            technosphere.add(output.product(), column, output.amount());
            return column;
        }

        private void take(int number, int column, Exchange input, double share) {
            if (input.index() == UnitProcess.UNLINKED) {
                unlinked.add(new Unlinked(number, input.amount() * share));
            } else {
                technosphere.add(input.index(), column, -input.amount() * share);
            }
        }
    }

    /** Entries of a matrix that is being built. */
    private static final class Entries {
        private final List<int[]> places = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();

        void add(int row, int column, double value) {
            places.add(new int[] {row, column});
            values.add(value);
        }

        SparseMatrix toMatrix(int rows, int columns) {
            return SparseMatrix.of(
                    rows,
                    columns,
                    places.stream().mapToInt(place -> place[0]).toArray(),
                    places.stream().mapToInt(place -> place[1]).toArray(),
                    values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
