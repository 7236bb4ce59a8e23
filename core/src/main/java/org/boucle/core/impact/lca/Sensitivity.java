package org.boucle.core.impact.lca;

/**
 * How much a footprint moves with one number of the data.
 *
 * @param place which matrix the number stands in
 * @param row its row: a product, an intervention, or a category
 * @param column its column: an activity, or an intervention
 * @param derivative change of the impact per unit of the number, exact
 * @param elasticity relative change of the impact per relative change of the number
 * @param variance what the number's own spread adds to the variance of the impact
 */
public record Sensitivity(Place place, int row, int column, double derivative, double elasticity, double variance) {
    /** The matrices. */
    public enum Place {
        /** Inputs and outputs of products. */
        TECHNOSPHERE,
        /** Emissions and resources. */
        BIOSPHERE,
        /** Impact per intervention. */
        CHARACTERISATION
    }
}
