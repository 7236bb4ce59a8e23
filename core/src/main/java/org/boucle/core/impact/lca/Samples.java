package org.boucle.core.impact.lca;

import java.util.Arrays;

/**
 * Values drawn for one impact, run by run. Two sets from the same runs share their random numbers and can be compared
 * run by run.
 *
 * @param values one value for each run, NaN for a run whose system could not be solved
 */
public record Samples(double[] values) {

    /** The values of runs that could be solved. */
    private double[] solved() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** How many runs could not be solved. */
    public int failed() {
        return values.length - solved().length;
    }

    /** The mean. */
    public double mean() {
        return Arrays.stream(solved()).average().orElse(Double.NaN);
    }

    /** The standard deviation of the sample. */
    public double standardDeviation() {
        double[] solved = solved();
        double mean = mean();
        double squares = Arrays.stream(solved).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (solved.length - 1));
    }

    /** The value below which a share of the runs lies, interpolated. */
    public double quantile(double share) {
        double[] sorted = solved();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The share of runs in which this is smaller than the other; ties count half. */
    public double probabilityBelow(Samples other) {
        double wins = 0;
        int runs = 0;
        for (int r = 0; r < values.length; r++) {
            double difference = values[r] - other.values[r];
            if (!Double.isNaN(difference)) {
                runs++;
                wins += difference < 0 ? 1 : difference == 0 ? 0.5 : 0;
            }
        }
        return wins / runs;
    }

    /** This minus the other, run by run. */
    public Samples minus(Samples other) {
        double[] difference = new double[values.length];
        Arrays.setAll(difference, r -> values[r] - other.values[r]);
        return new Samples(difference);
    }
}
