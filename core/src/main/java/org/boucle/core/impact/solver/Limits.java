package org.boucle.core.impact.solver;

/**
 * What the analysis may spend before it turns to iteration, and how far iteration may go.
 *
 * @param factorWork the predicted floating-point operations of one numeric factorisation above which a block is solved
 *     by Gauss-Seidel sweeps instead
 * @param analysisWork the steps that ordering a block may take before it is given up in favour of sweeps
 * @param denseTail the share of non-zeros in the remaining matrix from which it is treated as dense
 * @param largestDense the largest dense remainder that is factorised
 * @param sweeps the most Gauss-Seidel sweeps
 * @param residual the relative residual (row by row) at which sweeps stop
 */
public record Limits(
        double factorWork, double analysisWork, double denseTail, int largestDense, int sweeps, double residual) {
    /** The limits measured to keep the hardest generated database below three seconds. */
    public static final Limits STANDARD = new Limits(1.5e9, 4e8, 0.4, 2500, 20_000, 1e-14);

    public Limits {
        if (!(factorWork >= 0 && analysisWork >= 0 && denseTail > 0 && residual > 0)
                || sweeps < 1
                || largestDense < 1) {
            throw new IllegalArgumentException("Limits must be positive: factor work " + factorWork + ", analysis work "
                    + analysisWork + ", dense tail " + denseTail + ", sweeps " + sweeps + ", residual " + residual);
        }
    }

    /** The same with far more work allowed, for a system that neither cheap elimination nor sweeps could solve. */
    Limits patient() {
        return new Limits(
                Math.max(factorWork, 2e10), Math.max(analysisWork, 4e9), denseTail, largestDense, sweeps, residual);
    }
}
