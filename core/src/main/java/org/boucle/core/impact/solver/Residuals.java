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

    /** The residual of the transposed system, one or four lanes. */
    static Residuals transposed(SparseMatrix a, double[] x, double[] g, int lanes) {
        Residuals r = new Residuals(g);
        for (int j = 0; j < a.columns; j++) {
            if (lanes == 1) {
                r.column(a, x, j);
            } else {
                r.wideColumn(a, x, j);
            }
        }
        return r;
    }

    private void column(SparseMatrix a, double[] x, int j) {
        double sum = rest[j];
        double size = terms[j];
        for (int p = a.start[j]; p < a.start[j + 1]; p++) {
            double term = a.value[p] * x[a.row[p]];
            sum -= term;
            size += Math.abs(term);
        }
        rest[j] = sum;
        terms[j] = size;
    }

    private void wideColumn(SparseMatrix a, double[] x, int j) {
        int own = j * Lanes.WIDE;
        double s0 = rest[own];
        double s1 = rest[own + 1];
        double s2 = rest[own + 2];
        double s3 = rest[own + 3];
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        int end = a.start[j + 1];
        for (int p = a.start[j]; p < end; p++) {
            double v = a.value[p];
            int at = a.row[p] * Lanes.WIDE;
            double term0 = v * x[at];
            double term1 = v * x[at + 1];
            double term2 = v * x[at + 2];
            double term3 = v * x[at + 3];
            s0 -= term0;
            s1 -= term1;
            s2 -= term2;
            s3 -= term3;
            t0 += Math.abs(term0);
            t1 += Math.abs(term1);
            t2 += Math.abs(term2);
            t3 += Math.abs(term3);
        }
        set(own, s0, t0);
        set(own + 1, s1, t1);
        set(own + 2, s2, t2);
        set(own + 3, s3, t3);
    }

    private void set(int at, double sum, double size) {
        rest[at] = sum;
        terms[at] += size;
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
