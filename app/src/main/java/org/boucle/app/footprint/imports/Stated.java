package org.boucle.app.footprint.imports;

import java.util.Locale;
import org.boucle.core.impact.lca.Spread;

/** Spreads as the formats state them, in the unit of their amount, turned into multipliers of the amount. */
final class Stated {
    /**
     * Additional variance of the logarithm for scores 1 to 5 of reliability, completeness, time, place and technology
     * (ecoinvent data quality guideline 3, Weidema et al. 2013, table 10.4).
     */
    private static final double[][] PEDIGREE = {
        {0, 0.0006, 0.002, 0.008, 0.04},
        {0, 0.0001, 0.0006, 0.002, 0.008},
        {0, 0.0002, 0.002, 0.008, 0.04},
        {0, 0.000025, 0.0001, 0.0006, 0.002},
        {0, 0.0006, 0.008, 0.04, 0.12}
    };

    private Stated() {}

    /** Lognormal by the variance of the logarithm. */
    static Spread logVariance(double variance) {
        return new Spread.Lognormal(Math.sqrt(variance));
    }

    /** Lognormal by the geometric standard deviation. */
    static Spread gsd(double gsd) {
        return new Spread.Lognormal(Math.log(gsd));
    }

    /** Normal by its standard deviation. */
    static Spread normal(double deviation, double amount) {
        return amount == 0 ? Spread.Certain.INSTANCE : new Spread.Normal(deviation / Math.abs(amount));
    }

    /** Triangular by its corners. */
    static Spread triangular(double low, double mode, double high, double amount) {
        return amount == 0
                ? Spread.Certain.INSTANCE
                : amount > 0
                        ? new Spread.Triangular(low / amount, mode / amount, high / amount)
                        : new Spread.Triangular(high / amount, mode / amount, low / amount);
    }

    /** Uniform by its ends. */
    static Spread uniform(double low, double high, double amount) {
        return amount == 0
                ? Spread.Certain.INSTANCE
                : amount > 0
                        ? new Spread.Uniform(low / amount, high / amount)
                        : new Spread.Uniform(high / amount, low / amount);
    }

    /** The variance that a pedigree of scores from 1 to 5 adds to that of the logarithm; other scores add nothing. */
    static double pedigree(String... scores) {
        double sum = 0;
        for (int k = 0; k < Math.min(scores.length, PEDIGREE.length); k++) {
            String score = scores[k].strip().toLowerCase(Locale.ROOT);
            if (score.matches("[1-5]")) {
                sum += PEDIGREE[k][score.charAt(0) - '1'];
            }
        }
        return sum;
    }
}
