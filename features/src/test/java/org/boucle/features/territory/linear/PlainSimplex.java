package org.boucle.features.territory.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A two-phase tableau simplex with branch and bound, for small models in tests only; lower bounds must be 0. */
public final class PlainSimplex implements LinearSolver {
    private static final double EPS = 1e-9;

    @Override
    public Outcome solve(LinearModel model, Limits limits) {
        double[][] best = {null};
        double[] bestValue = {model.maximise() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY};
        branch(model, model.low().clone(), model.high().clone(), best, bestValue);
        return best[0] == null
                ? new Outcome.Infeasible()
                : new Outcome.Solved(bestValue[0], bestValue[0], best[0], new double[0], 0);
    }

    private void branch(LinearModel model, double[] low, double[] high, double[][] best, double[] bestValue) {
        double[] x = relaxed(model, low, high);
        if (x == null) {
            return;
        }
        double value = model.value(x);
        boolean worse = model.maximise() ? value <= bestValue[0] + 1e-7 : value >= bestValue[0] - 1e-7;
        if (best[0] != null && worse) {
            return;
        }
        int split = -1;
        for (int i = 0; i < x.length; i++) {
            if (model.whole()[i] && Math.abs(x[i] - Math.rint(x[i])) > 1e-6) {
                split = i;
            }
        }
        if (split < 0) {
            best[0] = x;
            bestValue[0] = value;
            return;
        }
        double[] up = low.clone();
        up[split] = Math.ceil(x[split]);
        branch(model, up, high, best, bestValue);
        double[] down = high.clone();
        down[split] = Math.floor(x[split]);
        branch(model, low, down, best, bestValue);
    }

    private static double[] relaxed(LinearModel model, double[] low, double[] high) {
        List<double[]> rows = new ArrayList<>();
        int n = model.variables();
        for (int r = 0; r < model.rows(); r++) {
            double[] row = new double[n];
            for (int k = model.rowStart()[r]; k < model.rowStart()[r + 1]; k++) {
                row[model.columns()[k]] += model.entries()[k];
            }
            addRow(rows, row, model.rowLow()[r], model.rowHigh()[r]);
        }
        for (int i = 0; i < n; i++) {
            double[] row = new double[n];
            row[i] = 1;
            if (!Double.isInfinite(high[i]) || low[i] > 0) {
                addRow(rows, row, low[i] > 0 ? low[i] : Double.NEGATIVE_INFINITY, high[i]);
            }
        }
        double[] cost = model.cost().clone();
        if (!model.maximise()) {
            Arrays.setAll(cost, i -> -model.cost()[i]);
        }
        return maximise(cost, rows);
    }

    /** Rows end with their sense (−1 at most, 0 equal) and right side; at least is turned round. */
    private static void addRow(List<double[]> rows, double[] row, double low, double high) {
        if (low == high) {
            rows.add(extended(row, 1, 0, high));
            return;
        }
        if (!Double.isInfinite(high)) {
            rows.add(extended(row, 1, -1, high));
        }
        if (!Double.isInfinite(low)) {
            rows.add(extended(row, -1, -1, -low));
        }
    }

    private static double[] extended(double[] row, double sign, double sense, double right) {
        double[] out = Arrays.copyOf(row, row.length + 2);
        for (int i = 0; i < row.length; i++) {
            out[i] *= sign;
        }
        out[row.length] = sense;
        out[row.length + 1] = right;
        return out;
    }

    private static double[] maximise(double[] cost, List<double[]> rows) {
        int n = cost.length;
        int m = rows.size();
        int slacks = n;
        int artificial = n + m;
        int width = n + 2 * m + 1;
        double[][] t = new double[m + 2][width];
        int[] basis = new int[m];
        for (int r = 0; r < m; r++) {
            double[] row = rows.get(r);
            double right = row[n + 1];
            double sign = right < 0 ? -1 : 1;
            for (int i = 0; i < n; i++) {
                t[r][i] = sign * row[i];
            }
            boolean slack = row[n] < 0;
            if (slack) {
                t[r][slacks + r] = sign;
            }
            t[r][width - 1] = sign * right;
            if (slack && sign > 0) {
                basis[r] = slacks + r;
            } else {
                t[r][artificial + r] = 1;
                basis[r] = artificial + r;
            }
        }
        for (int i = 0; i < n; i++) {
            t[m][i] = -cost[i];
        }
        for (int r = 0; r < m; r++) {
            if (basis[r] >= artificial) {
                for (int c = 0; c < width; c++) {
                    t[m + 1][c] -= c >= artificial && c < width - 1 ? 0 : t[r][c];
                }
            }
        }
        pivotAll(t, basis, m + 1, artificial);
        if (t[m + 1][width - 1] < -1e-6) {
            return null;
        }
        dropArtificials(t, basis, artificial);
        pivotAll(t, basis, m, artificial);
        double[] x = new double[n];
        for (int r = 0; r < m; r++) {
            if (basis[r] < n) {
                x[basis[r]] = t[r][width - 1];
            }
        }
        return x;
    }

    private static void dropArtificials(double[][] t, int[] basis, int artificial) {
        for (int r = 0; r < basis.length; r++) {
            for (int c = 0; c < artificial && basis[r] >= artificial; c++) {
                if (Math.abs(t[r][c]) > 1e-7) {
                    pivot(t, r, c);
                    basis[r] = c;
                }
            }
        }
    }

    private static void pivotAll(double[][] t, int[] basis, int goal, int columns) {
        int right = t[0].length - 1;
        for (int step = 0; step < 100_000; step++) {
            int enter = -1;
            for (int c = 0; c < columns && enter < 0; c++) {
                enter = t[goal][c] < -EPS ? c : -1;
            }
            if (enter < 0) {
                return;
            }
            int leave = -1;
            for (int r = 0; r < basis.length; r++) {
                if (t[r][enter] > EPS) {
                    double ratio = t[r][right] / t[r][enter];
                    double old = leave < 0 ? Double.POSITIVE_INFINITY : t[leave][right] / t[leave][enter];
                    if (ratio < old - EPS || (ratio < old + EPS && leave >= 0 && basis[r] < basis[leave])) {
                        leave = r;
                    }
                }
            }
            if (leave < 0) {
                throw new IllegalStateException("unbounded");
            }
            pivot(t, leave, enter);
            basis[leave] = enter;
        }
        throw new IllegalStateException("too many pivots");
    }

    private static void pivot(double[][] t, int row, int column) {
        double by = t[row][column];
        for (int c = 0; c < t[row].length; c++) {
            t[row][c] /= by;
        }
        for (int r = 0; r < t.length; r++) {
            double factor = t[r][column];
            if (r != row && Math.abs(factor) > 1e-14) {
                for (int c = 0; c < t[r].length; c++) {
                    t[r][c] -= factor * t[row][c];
                }
            }
        }
    }
}
