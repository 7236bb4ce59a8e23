package org.boucle.core.impact.solver;

/**
 * What is left of the equations: f - A x, and its largest size relative to |f| + |A| |x|, equation by equation (Oettli
 * and Prager), which does not depend on the units of products.
 */
final class Residuals {
    final double[] rest;
    private final double[] terms;

    private Residuals(double[] right) {
        rest = right.clone();
        terms = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            terms[i] = Math.abs(right[i]);
        }
    }

    /** The residual of A x = f, one or four lanes. */
    static Residuals of(SparseMatrix a, double[] x, double[] f, int lanes) {
        Residuals r = new Residuals(f);
        for (int j = 0; j < a.columns; j++) {
            for (int lane = 0; lane < lanes; lane++) {
                double own = x[j * lanes + lane];
                for (int p = a.start[j]; own != 0 && p < a.start[j + 1]; p++) {
                    double term = a.value[p] * own;
                    int at = a.row[p] * lanes + lane;
                    r.rest[at] -= term;
                    r.terms[at] += Math.abs(term);
                }
            }
        }
        return r;
    }

    /**
     * The residual of the transposed system, one or four lanes. The sizes of an equation's terms are bounded from below
     * by its right-hand side, its diagonal term and their difference, which is exact where all inputs have one sign.
     *
     * @param diagonal the place of each column's matched entry
     */
    static Residuals transposed(SparseMatrix a, int[] diagonal, double[] x, double[] g, int lanes) {
        Residuals r = new Residuals(g);
        for (int j = 0; j < a.columns; j++) {
            if (lanes == 1) {
                r.column(a, x, j);
            } else {
                r.wideColumn(a, x, j);
            }
            double d = a.value[diagonal[j]];
            for (int lane = 0; lane < lanes; lane++) {
                double term = d * x[a.row[diagonal[j]] * lanes + lane];
                int at = j * lanes + lane;
                r.terms[at] += Math.abs(term) + Math.abs(g[at] - term);
            }
        }
        return r;
    }

    private void column(SparseMatrix a, double[] x, int j) {
        double sum = rest[j];
        for (int p = a.start[j]; p < a.start[j + 1]; p++) {
            sum -= a.value[p] * x[a.row[p]];
        }
        rest[j] = sum;
    }

    private void wideColumn(SparseMatrix a, double[] x, int j) {
        int own = j * Lanes.WIDE;
        double s0 = rest[own];
        double s1 = rest[own + 1];
        double s2 = rest[own + 2];
        double s3 = rest[own + 3];
        int end = a.start[j + 1];
        for (int p = a.start[j]; p < end; p++) {
            double v = a.value[p];
            int at = a.row[p] * Lanes.WIDE;
            s0 -= v * x[at];
            s1 -= v * x[at + 1];
            s2 -= v * x[at + 2];
            s3 -= v * x[at + 3];
        }
        rest[own] = s0;
        rest[own + 1] = s1;
        rest[own + 2] = s2;
        rest[own + 3] = s3;
    }

    /** The largest relative residual; NaN if any number is not one. */
    double relative() {
        double worst = 0;
        for (int i = 0; i < rest.length; i++) {
            if (Double.isNaN(rest[i])) {
                return Double.NaN;
            }
            // Terms in the range of denormal numbers carry no relative precision.
            if (terms[i] > 1e-290) {
                worst = Math.max(worst, Math.abs(rest[i]) / terms[i]);
            }
        }
        return worst;
    }
}
