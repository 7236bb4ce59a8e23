package org.boucle.features.territory.linear;

import java.util.Arrays;

/**
 * A linear program, with whole-number variables or not, as plain data: find {@code x} that makes {@code c · x} least
 * (or most) with {@code rowLow ≤ A x ≤ rowHigh} and {@code low ≤ x ≤ high}. Rows are stored one after another.
 *
 * @param rowStart where each row begins in {@code columns}; one entry more than rows
 * @param columns variable of each entry
 * @param entries coefficient of each entry
 */
public record LinearModel(
        boolean maximise,
        double[] cost,
        double[] low,
        double[] high,
        boolean[] whole,
        int[] rowStart,
        int[] columns,
        double[] entries,
        double[] rowLow,
        double[] rowHigh) {
    public LinearModel {
        int variables = cost.length;
        int rows = rowLow.length;
        if (low.length != variables || high.length != variables || whole.length != variables) {
            throw new IllegalArgumentException("The arrays of " + variables + " variables differ in length");
        }
        if (rowHigh.length != rows || rowStart.length != rows + 1 || columns.length != entries.length) {
            throw new IllegalArgumentException("The arrays of " + rows + " rows differ in length");
        }
        for (int column : columns) {
            if (column < 0 || column >= variables) {
                throw new IllegalArgumentException("A row names variable " + column + " of " + variables);
            }
        }
        for (double number : entries) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("A coefficient is " + number);
            }
        }
    }

    public int variables() {
        return cost.length;
    }

    public int rows() {
        return rowLow.length;
    }

    /** The value of the goal at a point. */
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < cost.length; i++) {
            sum += cost[i] * x[i];
        }
        return sum;
    }

    /** How far a point is from keeping all bounds and rows; 0 where it keeps them. */
    public double violation(double[] x) {
        double worst = 0;
        for (int i = 0; i < cost.length; i++) {
            worst = Math.max(worst, Math.max(low[i] - x[i], x[i] - high[i]));
        }
        for (int row = 0; row < rows(); row++) {
            double sum = 0;
            for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
                sum += entries[k] * x[columns[k]];
            }
            worst = Math.max(worst, Math.max(rowLow[row] - sum, sum - rowHigh[row]));
        }
        return worst;
    }

    /** The same model with other upper bounds. */
    public LinearModel withHigh(double[] other) {
        return new LinearModel(maximise, cost, low, other.clone(), whole, rowStart, columns, entries, rowLow, rowHigh);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearModel m
                && maximise == m.maximise
                && Arrays.equals(cost, m.cost)
                && Arrays.equals(low, m.low)
                && Arrays.equals(high, m.high)
                && Arrays.equals(whole, m.whole)
                && Arrays.equals(rowStart, m.rowStart)
                && Arrays.equals(columns, m.columns)
                && Arrays.equals(entries, m.entries)
                && Arrays.equals(rowLow, m.rowLow)
                && Arrays.equals(rowHigh, m.rowHigh);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cost) * 31 + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return "LinearModel[" + variables() + " variables, " + rows() + " rows]";
    }
}
