package org.boucle.core.impact.lca;

/**
 * The impacts of one unit of every product over its whole life cycle upstream, in all categories: the solution of the
 * adjoint system.
 *
 * @param categories the number of categories
 * @param values category c of product i at i * categories + c
 * @param direct the direct impacts that they were made from
 * @param residual the largest relative residual of an equation
 */
public record Intensities(int categories, double[] values, DirectImpacts direct, double residual) {

    /** One category of one unit of a product. */
    public double of(int product, int category) {
        return values[product * categories + category];
    }

    /** All categories of a demand. */
    public double[] footprint(Demand demand) {
        double[] sum = new double[categories];
        demand.amounts().forEach((product, amount) -> {
            for (int c = 0; c < categories; c++) {
                sum[c] += values[product * categories + c] * amount;
            }
        });
        return sum;
    }
}
