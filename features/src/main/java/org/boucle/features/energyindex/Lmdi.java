package org.boucle.features.energyindex;

/**
 * Logarithmic mean Divisia index, first form (LMDI-I), of energy {@code E = Q * sum S_i I_i} with activity Q, structure
 * {@code S_i = Q_i / Q} and intensity {@code I_i = E_i / Q_i}. It decomposes without a rest. A unit that appears or
 * disappears is taken at the limit of a vanishing value. Source: B. W. Ang, Energy Policy 32 (2004) and 33 (2005).
 */
public final class Lmdi {
    private Lmdi() {}

    /** What stands for zero: small enough for the limit, large enough for the logarithm. */
    private static final double VANISHING = 1e-20;

    /** Effects: additive in the unit of energy, or multiplicative as factors. */
    public record Effects(double activity, double structure, double intensity) {

        public double sum() {
            return activity + structure + intensity;
        }

        public double product() {
            return activity * structure * intensity;
        }
    }

    /** The logarithmic mean {@code (a - b) / (ln a - ln b)}, a where both are equal. */
    public static double mean(double a, double b) {
        if (a == b) {
            return a;
        }
        double ratio = (a - b) / b;
        return Math.abs(ratio) < 1e-6 ? b * (1 + ratio / 2 - ratio * ratio / 12) : (a - b) / Math.log(a / b);
    }

    /**
     * Additive form: {@code dE_x = sum L(E_i^T, E_i^0) ln(x_i^T / x_i^0)}; the effects sum to the change of energy.
     *
     * @param energy0 energy of each unit in the first period
     * @param energyT energy of each unit in the last period
     * @param activity0 activity of each unit in the first period, one unit of measure for all
     * @param activityT activity of each unit in the last period
     */
    public static Effects additive(double[] energy0, double[] energyT, double[] activity0, double[] activityT) {
        double q0 = total(activity0);
        double qT = total(activityT);
        double activity = 0;
        double structure = 0;
        double intensity = 0;
        for (int i = 0; i < energy0.length; i++) {
            double eT = floor(energyT[i]);
            double e0 = floor(energy0[i]);
            double sT = floor(activityT[i]) / qT;
            double s0 = floor(activity0[i]) / q0;
            double weight = mean(eT, e0);
            activity += weight * Math.log(qT / q0);
            structure += weight * Math.log(sT / s0);
            intensity += weight * Math.log((eT / floor(activityT[i])) / (e0 / floor(activity0[i])));
        }
        return new Effects(activity, structure, intensity);
    }

    /** Multiplicative form: {@code D_x = exp(dE_x / L(E^T, E^0))}; the factors multiply to the ratio of energies. */
    public static Effects multiplicative(double[] energy0, double[] energyT, double[] activity0, double[] activityT) {
        Effects additive = additive(energy0, energyT, activity0, activityT);
        double weight = mean(total(energyT), total(energy0));
        return new Effects(
                Math.exp(additive.activity() / weight),
                Math.exp(additive.structure() / weight),
                Math.exp(additive.intensity() / weight));
    }

    private static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return floor(sum);
    }

    private static double floor(double value) {
        return value > VANISHING ? value : VANISHING;
    }
}
