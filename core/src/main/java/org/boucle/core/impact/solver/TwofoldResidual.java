package org.boucle.core.impact.solver;

/**
 * The residual f - A x summed in twice the working precision (error-free products by fused multiply-add, error-free sums
 * by Knuth). One refinement step with it gives a solution that is right to the last digits even where large flows
 * cancel, which plain precision loses.
 */
final class TwofoldResidual {
    private final double[] high;
    private final double[] low;

    private TwofoldResidual(double[] right) {
        high = right.clone();
        low = new double[right.length];
    }

    /** f - A x for one or several lanes. */
    static double[] of(SparseMatrix a, double[] x, double[] f, int lanes) {
        TwofoldResidual r = new TwofoldResidual(f);
        for (int j = 0; j < a.columns; j++) {
            for (int lane = 0; lane < lanes; lane++) {
                double own = x[j * lanes + lane];
                for (int p = a.start[j]; own != 0 && p < a.start[j + 1]; p++) {
                    r.subtract(a.row[p] * lanes + lane, a.value[p], own);
                }
            }
        }
        return r.rounded();
    }

    private void subtract(int at, double a, double b) {
        double product = a * b;
        double productError = Math.fma(a, b, -product);
        double sum = high[at] - product;
        double back = sum - high[at];
        double sumError = (high[at] - (sum - back)) - (product + back);
        high[at] = sum;
        low[at] += sumError - productError;
    }

    private double[] rounded() {
        for (int i = 0; i < high.length; i++) {
            high[i] += low[i];
        }
        return high;
    }
}
