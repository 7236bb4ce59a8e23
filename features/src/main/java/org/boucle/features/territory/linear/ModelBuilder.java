package org.boucle.features.territory.linear;

import java.util.Arrays;

/** Builds a {@link LinearModel} variable by variable and row by row. */
public final class ModelBuilder {
    public static final double INFINITY = Double.POSITIVE_INFINITY;

    private final boolean maximise;
    private double[] cost = new double[16];
    private double[] low = new double[16];
    private double[] high = new double[16];
    private boolean[] whole = new boolean[16];
    private int variables;
    private int[] rowStart = new int[16];
    private double[] rowLow = new double[16];
    private double[] rowHigh = new double[16];
    private int rows;
    private int[] columns = new int[64];
    private double[] entries = new double[64];
    private int size;

    private ModelBuilder(boolean maximise) {
        this.maximise = maximise;
    }

    public static ModelBuilder maximising() {
        return new ModelBuilder(true);
    }

    public static ModelBuilder minimising() {
        return new ModelBuilder(false);
    }

    /** Adds a variable that may be any number in its bounds; answers its number. */
    public int variable(double goal, double from, double to) {
        return add(goal, from, to, false);
    }

    /** Adds a variable that is 0 or 1; answers its number. */
    public int choice(double goal) {
        return add(goal, 0, 1, true);
    }

    private int add(double goal, double from, double to, boolean integer) {
        if (variables == cost.length) {
            int more = variables * 2;
            cost = Arrays.copyOf(cost, more);
            low = Arrays.copyOf(low, more);
            high = Arrays.copyOf(high, more);
            whole = Arrays.copyOf(whole, more);
        }
        cost[variables] = goal;
        low[variables] = from;
        high[variables] = to;
        whole[variables] = integer;
        return variables++;
    }

    /** Begins a row; its entries follow by {@link #entry}. */
    public void row(double from, double to) {
        if (rows + 2 >= rowStart.length) {
            rowStart = Arrays.copyOf(rowStart, rows * 2 + 4);
            rowLow = Arrays.copyOf(rowLow, rows * 2 + 4);
            rowHigh = Arrays.copyOf(rowHigh, rows * 2 + 4);
        }
        rowLow[rows] = from;
        rowHigh[rows] = to;
        rowStart[rows] = size;
        rows++;
    }

    public void rowAtMost(double to) {
        row(Double.NEGATIVE_INFINITY, to);
    }

    public void rowAtLeast(double from) {
        row(from, INFINITY);
    }

    /** Adds an entry to the row begun last. */
    public void entry(int variable, double coefficient) {
        if (rows == 0) {
            throw new IllegalStateException("An entry before any row. Maybe row() was forgotten.");
        }
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, size * 2);
            entries = Arrays.copyOf(entries, size * 2);
        }
        columns[size] = variable;
        entries[size++] = coefficient;
    }

    public int variables() {
        return variables;
    }

    public LinearModel build() {
        int[] starts = Arrays.copyOf(rowStart, rows + 1);
        starts[rows] = size;
        return new LinearModel(
                maximise,
                Arrays.copyOf(cost, variables),
                Arrays.copyOf(low, variables),
                Arrays.copyOf(high, variables),
                Arrays.copyOf(whole, variables),
                starts,
                Arrays.copyOf(columns, size),
                Arrays.copyOf(entries, size),
                Arrays.copyOf(rowLow, rows),
                Arrays.copyOf(rowHigh, rows));
    }
}
