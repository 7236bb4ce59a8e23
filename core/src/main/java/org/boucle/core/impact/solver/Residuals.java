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
