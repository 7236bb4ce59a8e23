package org.boucle.core.impact.solver;

/**
 * What is left of the transposed equations: g - A' x, column by column. The sizes of an equation's terms are bounded from
 * below by its right-hand side, its diagonal term and their difference, which is exact where all inputs have one sign, so
 * that the relative residual is never understated.
 */
final class TransposedResidual {
    private final SparseMatrix a;
    private final int[] diagonal;
    private final double[] x;
    private final Lanes.Part part;

    private TransposedResidual(SparseMatrix a, int[] diagonal, double[] x, Lanes.Part part) {
        this.a = a;
        this.diagonal = diagonal;
        this.x = x;
        this.part = part;
    }

    /** g - A' x for one or several lanes. */
    static double[] of(SparseMatrix a, double[] x, double[] g, int lanes) {
        double[] rest = g.clone();
        for (int j = 0; j < a.columns; j++) {
            for (int p = a.start[j]; p < a.start[j + 1]; p++) {
                for (int lane = 0; lane < lanes; lane++) {
                    rest[j * lanes + lane] -= a.value[p] * x[a.row[p] * lanes + lane];
                }
            }
        }
        return rest;
    }

    /**
     * The largest relative residual; NaN if any number is not one.
     *
     * @param diagonal the place of each column's matched entry
     */
    static double worst(SparseMatrix a, int[] diagonal, double[] x, Lanes.Part part) {
        TransposedResidual residual = new TransposedResidual(a, diagonal, x, part);
        double worst = 0;
        for (int j = 0; j < a.columns; j++) {
            worst = Math.max(worst, part.sides() == 1 ? residual.column(j) : residual.wideColumn(j));
        }
        return worst;
    }

    /**
     * The largest relative residual of one equation over eight or sixteen lanes.
     *
     * @param g the right-hand sides by column, interleaved in as many lanes as there are sums
     * @param sums where sums are kept; overwritten
     */
    static double ofColumn(SparseMatrix a, EliminationPlan plan, int j, double[] x, double[] g, double[] sums) {
        int lanes = sums.length;
        for (int lane = 0; lane < lanes; lane += Abreast.STEP) {
            eight(a, j, x, lane, sums);
        }
        int p = plan.diagonalOfColumn[j];
        int at = a.row[p] * lanes;
        double diagonal = a.value[p];
        double worst = 0;
        for (int lane = 0; lane < lanes; lane++) {
            double own = g[j * lanes + lane];
            worst = Math.max(worst, relative(own, diagonal * x[at + lane], own - sums[lane]));
        }
        return worst;
    }

    private static void eight(SparseMatrix a, int j, double[] x, int lane, double[] sums) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int end = a.start[j + 1];
        for (int p = a.start[j]; p < end; p++) {
            double v = a.value[p];
            int at = a.row[p] * sums.length + lane;
            s0 = Math.fma(v, x[at], s0);
            s1 = Math.fma(v, x[at + 1], s1);
            s2 = Math.fma(v, x[at + 2], s2);
            s3 = Math.fma(v, x[at + 3], s3);
            s4 = Math.fma(v, x[at + 4], s4);
            s5 = Math.fma(v, x[at + 5], s5);
            s6 = Math.fma(v, x[at + 6], s6);
            s7 = Math.fma(v, x[at + 7], s7);
        }
        sums[lane] = s0;
        sums[lane + 1] = s1;
        sums[lane + 2] = s2;
        sums[lane + 3] = s3;
        sums[lane + 4] = s4;
        sums[lane + 5] = s5;
        sums[lane + 6] = s6;
        sums[lane + 7] = s7;
    }

    private double column(int j) {
        double sum = part.right()[j];
        for (int p = a.start[j]; p < a.start[j + 1]; p++) {
            sum -= a.value[p] * x[a.row[p]];
        }
        return relative(j, 0, sum);
    }

    private double wideColumn(int j) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int end = a.start[j + 1];
        for (int p = a.start[j]; p < end; p++) {
            double v = a.value[p];
            int at = a.row[p] * Lanes.WIDE;
            s0 += v * x[at];
            s1 += v * x[at + 1];
            s2 += v * x[at + 2];
            s3 += v * x[at + 3];
        }
        int own = j * part.sides() + part.first();
        double[] g = part.right();
        double worst = relative(j, 0, g[own] - s0);
        worst = part.taken() > 1 ? Math.max(worst, relative(j, 1, g[own + 1] - s1)) : worst;
        worst = part.taken() > 2 ? Math.max(worst, relative(j, 2, g[own + 2] - s2)) : worst;
        return part.taken() > 3 ? Math.max(worst, relative(j, 3, g[own + 3] - s3)) : worst;
    }

    private double relative(int j, int lane, double rest) {
        double g = part.right()[j * part.sides() + part.first() + lane];
        int p = diagonal[j];
        return relative(g, a.value[p] * x[a.row[p] * part.lanes() + lane], rest);
    }

    private static double relative(double g, double term, double rest) {
        double size = Math.abs(g) + Math.abs(term) + Math.abs(g - term);
        // Terms in the range of denormal numbers carry no relative precision.
        return size > 1e-290 || Double.isNaN(rest) ? Math.abs(rest) / size : 0;
    }
}
