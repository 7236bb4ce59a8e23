package org.boucle.core.impact.lca;

/**
 * The impacts that happen in an activity itself, for one unit of its scaling.
 *
 * @param categories the number of categories
 * @param values category c of activity j at j * categories + c
 */
public record DirectImpacts(int categories, double[] values) {
    public DirectImpacts {
        if (categories < 1 || values.length % categories != 0) {
            throw new IllegalArgumentException(
                    values.length + " values are not impacts in " + categories + " categories.");
        }
    }

    /** One category of one activity. */
    public double of(int activity, int category) {
        return values[activity * categories + category];
    }

    /** All categories of a scaled system: the sum over activities of direct impact times scaling. */
    public double[] times(double[] scaling) {
        double[] sum = new double[categories];
        for (int j = 0; j < scaling.length; j++) {
            if (scaling[j] != 0) {
                for (int c = 0; c < categories; c++) {
                    sum[c] += values[j * categories + c] * scaling[j];
                }
            }
        }
        return sum;
    }
}
