package org.boucle.core.impact.solver;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random systems and the textbook methods that the solver is compared with. */
public final class Systems {
    private Systems() {}

    /** A matrix from its rows; zeros are not stored. */
    public static SparseMatrix of(double[][] dense) {
        int n = dense.length;
        int m = n == 0 ? 0 : dense[0].length;
        int entries = 0;
        int[] rows = new int[n * m];
        int[] columns = new int[n * m];
        double[] values = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (dense[i][j] != 0) {
                    rows[entries] = i;
                    columns[entries] = j;
                    values[entries++] = dense[i][j];
                }
            }
        }
        return SparseMatrix.of(
                n, m, Arrays.copyOf(rows, entries), Arrays.copyOf(columns, entries), Arrays.copyOf(values, entries));
    }

    /** Activities that take back at most four fifths of what they make, with outputs of very different sizes. */
    public static SparseMatrix technosphere(SplittableRandom random, int n, double fill) {
        double[][] a = new double[n][n];
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = Math.pow(10, random.nextInt(-3, 4));
        }
        for (int j = 0; j < n; j++) {
            double inputs = 1e-9;
            double[] input = new double[n];
            for (int i = 0; i < n; i++) {
                if (i != j && random.nextDouble() < fill) {
                    input[i] = random.nextDouble();
                    inputs += input[i];
                }
            }
            for (int i = 0; i < n; i++) {
                a[i][j] = i == j ? unit[i] : -0.8 * input[i] / inputs * unit[i] * random.nextDouble();
            }
        }
        return of(a);
    }

    /** Any entries of any sign, some rows and columns nearly empty. */
    public static SparseMatrix anything(SplittableRandom random, int n) {
        double[][] a = new double[n][n];
        double fill = 0.05 + 0.4 * random.nextDouble();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble() < fill ? random.nextInt(-3, 4) : 0;
            }
            a[i][(i + 1) % n] = a[i][(i + 1) % n] == 0 ? random.nextInt(1, 3) : a[i][(i + 1) % n];
        }
        return of(a);
    }

    /** Numbers between -1 and 1. */
    public static double[] vector(SplittableRandom random, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 2 * random.nextDouble() - 1;
        }
        return x;
    }

    /** The largest size, at least one. */
    public static double largest(double[] x) {
        double largest = 1;
        for (double v : x) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    /** Gaussian elimination with row pivots, as in a textbook. */
    public static double[] solveDense(SparseMatrix a, double[] f) {
        double[][] m = dense(a);
        double[] x = f.clone();
        int n = x.length;
        for (int k = 0; k < n; k++) {
            int best = bestRow(m, k);
            double[] row = m[k];
            m[k] = m[best];
            m[best] = row;
            double value = x[k];
            x[k] = x[best];
            x[best] = value;
            for (int i = k + 1; i < n; i++) {
                double l = m[i][k] / m[k][k];
                for (int j = k; j < n; j++) {
                    m[i][j] -= l * m[k][j];
                }
                x[i] -= l * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= m[i][j] * x[j];
            }
            x[i] /= m[i][i];
        }
        return x;
    }

    /** The determinant, by elimination. */
    public static double determinant(SparseMatrix a) {
        double[][] m = dense(a);
        double product = 1;
        for (int k = 0; k < m.length; k++) {
            int best = bestRow(m, k);
            double[] row = m[k];
            m[k] = m[best];
            m[best] = row;
            product *= m[k][k];
            for (int i = k + 1; i < m.length && m[k][k] != 0; i++) {
                double l = m[i][k] / m[k][k];
                for (int j = k; j < m.length; j++) {
                    m[i][j] -= l * m[k][j];
                }
            }
        }
        return product;
    }

    private static int bestRow(double[][] m, int k) {
        int best = k;
        for (int i = k; i < m.length; i++) {
            best = Math.abs(m[i][k]) > Math.abs(m[best][k]) ? i : best;
        }
        return best;
    }

    /** The matrix by rows. */
    public static double[][] dense(SparseMatrix a) {
        double[][] m = new double[a.rows()][a.columns()];
        a.forEach((i, j, value) -> m[i][j] = value);
        return m;
    }
}
