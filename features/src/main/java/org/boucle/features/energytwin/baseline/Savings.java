package org.boucle.features.energytwin.baseline;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Energy avoided after a change, on the reporting-period basis of IPMVP: what the baseline expects for the drivers of
 * that period minus what was measured, with its uncertainty.
 *
 * @param expected energy expected by the baseline, in kWh
 * @param measured energy measured, in kWh
 * @param halfWidth half width of the interval of the saving, in kWh
 * @param confidence confidence of that interval
 * @param intervals intervals reported
 */
public record Savings(double expected, double measured, double halfWidth, double confidence, int intervals) {
    /** Length of an interval, which decides the factor of Guideline 14 annex B. */
    public enum Interval {
        HOUR,
        DAY,
        MONTH;

        /** Factor k for {@code months} reported months (Sun and Baltazar's fit; 1.26 for hours). */
        double factor(double months) {
            return switch (this) {
                case HOUR -> 1.26;
                case DAY -> -0.00024 * months * months + 0.03535 * months + 1.00286;
                case MONTH -> -0.00022 * months * months + 0.03306 * months + 0.94054;
            };
        }

        double perMonth() {
            return switch (this) {
                case HOUR -> 730.5;
                case DAY -> 30.4375;
                case MONTH -> 1;
            };
        }
    }

    public double saved() {
        return expected - measured;
    }

    /** Saved share of what was expected. */
    public double share() {
        return saved() / expected;
    }

    /** Fractional savings uncertainty: half width over saving; above 0.5 the saving isn't proven (Guideline 14). */
    public double fractionalUncertainty() {
        return halfWidth / Math.abs(saved());
    }

    /** Savings uncertainty after ASHRAE Guideline 14 annex B, with the residuals' autocorrelation. */
    public static Savings guideline14(
            BaselineModel model, double[][] drivers, double[] measured, Interval interval, double confidence) {
        BaselineModel.Fit fit = model.fit();
        double expected = sumExpected(model, drivers);
        int m = measured.length;
        double n = fit.count();
        double effective = fit.effective();
        double freedom = Math.max(1, effective - fit.parameters());
        double cv = Math.sqrt(fit.sse() / freedom) / fit.mean();
        double root = Math.sqrt(n / effective * (1.0 / m) * (1 + 2 / effective));
        double k = interval.factor(m / interval.perMonth());
        double half = k * t(model, confidence) * cv * expected * root;
        return new Savings(expected, sum(measured), Math.abs(half), confidence, m);
    }

    /**
     * Savings uncertainty by the exact variance of a sum of predictions of an ordinary regression, {@code s²(m + 1ᵀXr
     * (XᵀX)⁻¹ Xrᵀ1)}, enlarged by n/n' for autocorrelation. Better than the approximation where a few production
     * drivers explain the energy.
     */
    public static Savings exact(BaselineModel model, double[][] drivers, double[] measured, double confidence) {
        int p = model.coefficients().length;
        double[] sums = new double[p];
        for (double[] row : drivers) {
            sums[0]++;
            for (int j = 1; j < p; j++) {
                sums[j] += row[j - 1];
            }
        }
        double leverage = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                leverage += sums[i] * model.inverse()[i][j] * sums[j];
            }
        }
        BaselineModel.Fit fit = model.fit();
        double variance = fit.rmse() * fit.rmse() * (measured.length + leverage) * fit.count() / fit.effective();
        double half = t(model, confidence) * Math.sqrt(variance);
        return new Savings(sumExpected(model, drivers), sum(measured), half, confidence, measured.length);
    }

    private static double t(BaselineModel model, double confidence) {
        return new TDistribution(model.degrees()).inverseCumulativeProbability(0.5 + confidence / 2);
    }

    private static double sumExpected(BaselineModel model, double[][] drivers) {
        double sum = 0;
        for (double[] row : drivers) {
            sum += model.expected(row);
        }
        return sum;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
