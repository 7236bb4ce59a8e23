package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Energy performance indicator of ISO 50006: energy of a baseline period explained by relevant variables with ordinary
 * least squares, {@code E = b0 + sum b_k x_k}; afterwards {@code EnPI_t = E_t / E^_t} and the saving {@code E^_t - E_t}.
 *
 * @param terms intercept first, then the variables in their order
 * @param r2 coefficient of determination
 * @param adjustedR2 the same, adjusted for the number of variables
 * @param cvRmse root mean square error over the mean energy, with n - p degrees of freedom
 * @param fProbability probability of so large an F were nothing explained
 */
public record PerformanceModel(
        List<Term> terms, int observations, double r2, double adjustedR2, double cvRmse, double fProbability) {

    /**
     * @param t coefficient over its standard error
     * @param probability two-sided probability of so large a t were the coefficient zero
     */
    public record Term(String name, double coefficient, double standardError, double t, double probability) {}

    /**
     * @param expected E^ for the conditions of the period
     * @param saving expected minus real
     * @param cumulated sum of the savings so far
     */
    public record Assessed(double real, double expected, double indicator, double saving, double cumulated) {}

    public PerformanceModel {
        terms = List.copyOf(terms);
    }

    /**
     * Fits a baseline; empty where there are too few observations for the variables, or where the variables are linearly
     * dependent.
     *
     * @param x by period, then by variable
     */
    public static Optional<PerformanceModel> fit(double[] energy, double[][] x, List<String> variables) {
        int parameters = variables.size() + 1;
        if (energy.length != x.length) {
            throw new IllegalArgumentException(
                    "There are " + energy.length + " energies but " + x.length + " periods of variables.");
        }
        if (energy.length <= parameters) {
            return Optional.empty();
        }
        try {
            OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(1e-10);
            regression.newSampleData(energy, x);
            return Optional.of(of(regression, energy, variables));
        } catch (MathRuntimeException dependent) {
            return Optional.empty();
        }
    }

    private static PerformanceModel of(
            OLSMultipleLinearRegression regression, double[] energy, List<String> variables) {
        double[] b = regression.estimateRegressionParameters();
        double[] errors = regression.estimateRegressionParametersStandardErrors();
        int n = energy.length;
        int free = n - b.length;
        TDistribution student = new TDistribution(free);
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < b.length; k++) {
            double t = b[k] / errors[k];
            double tail = Double.isNaN(t) ? 1 : 2 * student.cumulativeProbability(-Math.abs(t));
            terms.add(new Term(k == 0 ? "" : variables.get(k - 1), b[k], errors[k], t, tail));
        }
        double rest = regression.calculateResidualSumOfSquares();
        double total = regression.calculateTotalSumOfSquares();
        double mean = 0;
        for (double e : energy) {
            mean += e / n;
        }
        double f = ((total - rest) / (b.length - 1)) / (rest / free);
        double probability = Double.isInfinite(f)
                ? 0
                : 1 - new FDistribution(b.length - 1, free).cumulativeProbability(Math.max(0, f));
        return new PerformanceModel(
                terms,
                n,
                1 - rest / total,
                1 - (rest / free) / (total / (n - 1)),
                Math.sqrt(rest / free) / mean,
                probability);
    }

    /** What the baseline would have taken under the conditions x. */
    public double expected(double[] x) {
        double sum = terms.getFirst().coefficient();
        for (int k = 0; k < x.length; k++) {
            sum += terms.get(k + 1).coefficient() * x[k];
        }
        return sum;
    }

    /** Indicator, saving and cumulated saving (CUSUM) period by period. */
    public List<Assessed> assess(double[] energy, double[][] x) {
        List<Assessed> all = new ArrayList<>();
        double cumulated = 0;
        for (int t = 0; t < energy.length; t++) {
            double expected = expected(x[t]);
            cumulated += expected - energy[t];
            all.add(new Assessed(energy[t], expected, energy[t] / expected, expected - energy[t], cumulated));
        }
        return all;
    }
}
