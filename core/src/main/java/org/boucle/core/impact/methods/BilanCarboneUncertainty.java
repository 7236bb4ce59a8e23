package org.boucle.core.impact.methods;

import java.util.List;

/**
 * The uncertainty rules of the Bilan Carbone method, version 9: five quality marks give a squared geometric standard
 * deviation (GSD2), sources combine by their shares, and a label says how uncertain the result is.
 */
public final class BilanCarboneUncertainty {
    private static final double[][] COEFFICIENTS = {
        {1.5, 1.2, 1.1, 1.05, 1},
        {2, 1.5, 1.2, 1.1, 1},
        {1.1, 1.05, 1.02, 1.01, 1},
        {1.5, 1.2, 1.1, 1.03, 1},
        {1.2, 1.1, 1.05, 1.02, 1}
    };

    private BilanCarboneUncertainty() {}

    /** Quality marks from 1 (very poor) to 5 (very good). */
    public record Quality(int reliability, int technical, int geographic, int temporal, int completeness) {
        public Quality {
            for (int mark : new int[] {reliability, technical, geographic, temporal, completeness}) {
                if (mark < 1 || mark > 5) {
                    throw new IllegalArgumentException("Quality marks go from 1 to 5, got " + mark);
                }
            }
        }

        /** {@code exp(sqrt(sum ln^2 U_k))}. */
        public double gsd2() {
            int[] marks = {reliability, technical, geographic, temporal, completeness};
            double sum = 0;
            for (int k = 0; k < marks.length; k++) {
                double log = Math.log(COEFFICIENTS[k][marks[k] - 1]);
                sum += log * log;
            }
            return Math.exp(Math.sqrt(sum));
        }
    }

    /** GSD2 of an emission from those of its factor and its activity: {@code exp(2 sqrt(ln^2 sqrt a + ln^2 sqrt b))}. */
    public static double ofEmission(double factorGsd2, double activityGsd2) {
        double f = Math.log(Math.sqrt(factorGsd2));
        double a = Math.log(Math.sqrt(activityGsd2));
        return Math.exp(2 * Math.sqrt(f * f + a * a));
    }

    /** An emission with its GSD2. */
    public record Emission(double value, double gsd2) {}

    /** GSD2 of a sum: {@code exp(sqrt(sum (E_i / T)^2 ln^2 sqrt(GSD2_i)))^2}. */
    public static double ofSum(List<Emission> emissions) {
        double total = emissions.stream().mapToDouble(Emission::value).sum();
        if (total == 0) {
            return 1;
        }
        double sum = 0;
        for (Emission emission : emissions) {
            double part = emission.value() / total * Math.log(Math.sqrt(emission.gsd2()));
            sum += part * part;
        }
        return Math.exp(2 * Math.sqrt(sum));
    }

    /** How uncertain a result is. */
    public enum Label {
        VERY_LOW,
        LOW,
        MEDIUM,
        HIGH,
        VERY_HIGH;

        public static Label of(double gsd2) {
            if (gsd2 < 1.1199) {
                return VERY_LOW;
            }
            if (gsd2 < 1.2621) {
                return LOW;
            }
            if (gsd2 < 1.6361) {
                return MEDIUM;
            }
            return gsd2 < 2.5163 ? HIGH : VERY_HIGH;
        }
    }

    /** The pedigree rule of ecoinvent: {@code GSD2 = exp(2 sqrt(basic + sum))} of variances of the logarithm. */
    public static double pedigree(double basicVariance, double... variances) {
        double sum = basicVariance;
        for (double variance : variances) {
            sum += variance;
        }
        return Math.exp(2 * Math.sqrt(sum));
    }
}
