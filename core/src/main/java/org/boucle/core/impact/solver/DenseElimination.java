package org.boucle.core.impact.solver;

/**
 * Crout's elimination on the whole dense matrix in its own order, rows exchanged for the largest pivot, sums from left to
 * right: the arithmetic of openLCA's Java solver, operation by operation, so that its results come out to the last bit.
 * It is slower by thousands of times and less exact than {@link LinearSystem}; it serves to tell whether a difference
 * between the two tools is one of data or only of rounding.
 */
public final class DenseElimination {
    /** Larger matrices would take minutes and hundreds of megabytes. */
    public static final int LARGEST = 4_000;

    private final double[][] rows;
    private final int[] origin;

    private DenseElimination(SparseMatrix a) {
        rows = new double[a.rows][a.columns];
        origin = new int[a.rows];
        a.forEach((i, j, value) -> rows[i][j] = value);
        for (int i = 0; i < origin.length; i++) {
            origin[i] = i;
        }
    }

    /**
     * Factorises a square matrix.
     *
     * @throws IllegalArgumentException if it is not square or larger than {@link #LARGEST}
     */
    public static DenseElimination of(SparseMatrix a) {
        if (a.rows != a.columns || a.rows > LARGEST) {
            throw new IllegalArgumentException("A dense elimination takes square matrices of at most " + LARGEST
                    + " unknowns, not " + a.rows + " x " + a.columns + ".");
        }
        DenseElimination elimination = new DenseElimination(a);
        double[] column = new double[a.rows];
        for (int j = 0; j < a.columns; j++) {
            elimination.reduce(j, column);
        }
        return elimination;
    }

    private void reduce(int j, double[] column) {
        int n = rows.length;
        int pivot = j;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double[] row = rows[i];
            double sum = row[j];
            int end = Math.min(i, j);
            for (int k = 0; k < end; k++) {
                sum -= row[k] * column[k];
            }
            row[j] = sum;
            column[i] = sum;
            if (i >= j && Math.abs(sum) > largest) {
                largest = Math.abs(sum);
                pivot = i;
            }
        }
        exchange(j, pivot);
        double diagonal = rows[j][j];
        for (int i = j + 1; i < n; i++) {
            rows[i][j] /= diagonal;
        }
    }

    private void exchange(int i, int k) {
        double[] row = rows[i];
        rows[i] = rows[k];
        rows[k] = row;
        int kept = origin[i];
        origin[i] = origin[k];
        origin[k] = kept;
    }

    /** The solution for one right-hand side; not finite where the matrix is singular. */
    public double[] solve(double[] f) {
        int n = rows.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = f[origin[i]];
        }
        for (int j = 0; j < n; j++) {
            for (int i = j + 1; i < n; i++) {
                x[i] -= x[j] * rows[i][j];
            }
        }
        for (int j = n - 1; j >= 0; j--) {
            x[j] /= rows[j][j];
            for (int i = 0; i < j; i++) {
                x[i] -= x[j] * rows[i][j];
            }
        }
        return x;
    }
}
