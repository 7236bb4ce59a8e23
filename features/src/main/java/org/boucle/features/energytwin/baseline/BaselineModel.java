package org.boucle.features.energytwin.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * A linear baseline {@code E = b0 + Σ bj·xj} with the statistics by which IPMVP option C and ASHRAE Guideline 14 judge
 * it. Energies in kWh per interval (hour, day or month).
 *
 * @param names names of the drivers, in the order of the columns
 * @param coefficients b0, then one for each driver
 * @param errors standard error of each coefficient
 * @param inverse (XᵀX)⁻¹, for the uncertainty of predictions
 * @param fit how well it fits
 * @param searched parameters found by search (balance points) beside the coefficients
 */
public record BaselineModel(
        List<String> names, double[] coefficients, double[] errors, double[][] inverse, Fit fit, int searched) {

    /**
     * How well a model fits.
     *
     * @param count intervals n
     * @param parameters parameters p, with the constant and the searched balance points
     * @param mean mean of the measured energy
     * @param r2 share of the variance that is explained
     * @param adjustedR2 the same, less what chance explains
     * @param rmse √(SSE/(n−p))
     * @param cvRmse rmse over the mean
     * @param nmbe Σ residuals / ((n−p)·mean)
     * @param autocorrelation lag-1 correlation ρ of the residuals
     * @param effective n' = n(1−ρ)/(1+ρ), at most n
     */
    public record Fit(
            int count,
            int parameters,
            double mean,
            double r2,
            double adjustedR2,
            double rmse,
            double cvRmse,
            double nmbe,
            double autocorrelation,
            double effective) {
        public double sse() {
            return rmse * rmse * (count - parameters);
        }
    }

    /** Fits {@code energy} to {@code drivers} (one row for each interval). */
    public static BaselineModel fit(List<String> names, double[][] drivers, double[] energy) {
        return fit(names, drivers, energy, 0);
    }

    static BaselineModel fit(List<String> names, double[][] drivers, double[] energy, int searched) {
        int n = energy.length;
        int p = names.size() + 1 + searched;
        if (n <= p || drivers.length != n) {
            throw new IllegalArgumentException(
                    n + " intervals for " + p + " parameters. Maybe measure longer, or use fewer drivers?");
        }
        if (names.isEmpty()) {
            double mean = Arrays.stream(energy).average().orElse(0);
            double[] residuals = Arrays.stream(energy).map(e -> e - mean).toArray();
            Fit fit = fitOf(energy, residuals, p);
            return new BaselineModel(
                    names,
                    new double[] {mean},
                    new double[] {fit.rmse() / Math.sqrt(n)},
                    new double[][] {{1.0 / n}},
                    fit,
                    searched);
        }
        OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
        try {
            ols.newSampleData(energy, drivers);
            double[] b = ols.estimateRegressionParameters();
            double[][] inverse = ols.estimateRegressionParametersVariance();
            Fit fit = fitOf(energy, ols.estimateResiduals(), p);
            double[] errors = new double[b.length];
            for (int j = 0; j < b.length; j++) {
                errors[j] = fit.rmse() * Math.sqrt(inverse[j][j]);
            }
            return new BaselineModel(List.copyOf(names), b, errors, inverse, fit, searched);
        } catch (MathRuntimeException singular) {
            throw new IllegalArgumentException(
                    "the drivers " + names + " tell the same thing twice. Maybe leave one out?", singular);
        }
    }

    private static Fit fitOf(double[] energy, double[] residuals, int p) {
        int n = energy.length;
        double mean = Arrays.stream(energy).average().orElse(0);
        double sse = 0;
        double sst = 0;
        double sum = 0;
        double lagged = 0;
        for (int i = 0; i < n; i++) {
            sse += residuals[i] * residuals[i];
            sst += (energy[i] - mean) * (energy[i] - mean);
            sum += residuals[i];
            lagged += i == 0 ? 0 : residuals[i] * residuals[i - 1];
        }
        double r2 = 1 - sse / sst;
        double rmse = Math.sqrt(sse / (n - p));
        double rho = sse == 0 ? 0 : Math.clamp(lagged / sse, -0.99, 0.99);
        return new Fit(
                n,
                p,
                mean,
                r2,
                1 - (1 - r2) * (n - 1) / (n - p),
                rmse,
                rmse / mean,
                sum / ((n - p) * mean),
                rho,
                Math.min(n, n * (1 - rho) / (1 + rho)));
    }

    /** Expected energy for one interval's drivers, in kWh. */
    public double expected(double[] drivers) {
        double sum = coefficients[0];
        for (int j = 0; j < names.size(); j++) {
            sum += coefficients[j + 1] * drivers[j];
        }
        return sum;
    }

    /** t of a coefficient: its value over its standard error. */
    public double t(int index) {
        return coefficients[index] / errors[index];
    }

    /** Probability of a t at least as large if the coefficient were zero. */
    public double pValue(int index) {
        double t = Math.abs(t(index));
        return Double.isNaN(t) ? Double.NaN : 2 * new TDistribution(degrees()).cumulativeProbability(-t);
    }

    int degrees() {
        return fit.count() - fit.parameters();
    }

    /** One line of the judgement: what is asked, the figure found, whether it is met. */
    public record Check(String code, double found, double limit, boolean met) {}

    /**
     * The usual questions of Guideline 14 (2014) and IPMVP: CV(RMSE) of at most 25 %, |NMBE| of at most 0.5 %, every
     * driver with |t| of at least 2. R² of 0.75 is a guide, not a condition.
     */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("cvrmse", fit.cvRmse(), 0.25, fit.cvRmse() <= 0.25));
        checks.add(new Check("nmbe", Math.abs(fit.nmbe()), 0.005, Math.abs(fit.nmbe()) <= 0.005));
        double weakest = Double.POSITIVE_INFINITY;
        for (int j = 1; j < coefficients.length; j++) {
            weakest = Math.min(weakest, Math.abs(t(j)));
        }
        if (coefficients.length > 1) {
            checks.add(new Check("t", weakest, 2, weakest >= 2));
        }
        checks.add(new Check("r2", fit.r2(), 0.75, fit.r2() >= 0.75));
        return checks;
    }
}
