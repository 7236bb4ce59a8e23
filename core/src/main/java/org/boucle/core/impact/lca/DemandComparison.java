package org.boucle.core.impact.lca;

import org.boucle.core.factors.Normal;

/**
 * Two demands compared under the data that they share. Impacts are linear in the demand, so the difference is itself the
 * impact of a demand (the first less the second) and its first-order spread already holds every covariance.
 *
 * @param difference impact of the first less that of the second
 * @param standardDeviation of the difference
 * @param sources the spread of the difference, with what it comes from
 */
public record DemandComparison(double difference, double standardDeviation, FirstOrder sources) {
    private static final int SHOWN = 20;

    /** Compares two demands in one category. */
    public static DemandComparison of(
            LifeCycleEngine engine,
            Intensities intensities,
            UncertainData data,
            Demand first,
            Demand second,
            int category) {
        Inventory inventory = engine.solve(first.minus(second));
        FirstOrder sources = FirstOrder.of(
                engine.database(), intensities, data, inventory, category, FirstOrder.Ranking.VARIANCE, SHOWN);
        return new DemandComparison(sources.value(), sources.standardDeviation(), sources);
    }

    /** The probability that the first has the smaller impact, the difference taken as normal; a half for a tie. */
    public double probabilityFirstLower() {
        if (standardDeviation == 0) {
            return difference < 0 ? 1 : difference > 0 ? 0 : 0.5;
        }
        return Normal.cumulative(-difference / standardDeviation);
    }
}
