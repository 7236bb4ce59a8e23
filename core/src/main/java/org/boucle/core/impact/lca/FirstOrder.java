package org.boucle.core.impact.lca;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.boucle.core.impact.lca.Sensitivity.Place;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * Uncertainty to first order, from one forward and one adjoint solution: the derivatives are exact, dh/da<sub>ij</sub> =
 * -&lambda;<sub>i</sub> s<sub>j</sub>, dh/db<sub>ij</sub> = c<sub>i</sub> s<sub>j</sub>, dh/dc<sub>i</sub> =
 * g<sub>i</sub>, and Var(h) = &Sigma; (dh/dp)&sup2; Var(p). Valid for spreads that are small against one; {@link
 * MonteCarlo} is its check.
 *
 * @param value the impact
 * @param variance its variance
 * @param sensitivities the numbers that matter most, in the order asked for
 */
public record FirstOrder(double value, double variance, List<Sensitivity> sensitivities) {
    public FirstOrder {
        sensitivities = List.copyOf(sensitivities);
    }

    /** How sensitivities are ranked. */
    public enum Ranking {
        /** By what they add to the variance: where better data would help. */
        VARIANCE,
        /** By elasticity: where a change would help. */
        ELASTICITY
    }

    /** The standard deviation. */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /**
     * The first-order spread of a demand's impact in one category.
     *
     * @param inventory the inventory of the demand
     * @param most how many sensitivities to keep
     */
    public static FirstOrder of(
            LifeCycleDatabase database,
            Intensities intensities,
            UncertainData data,
            Inventory inventory,
            int category,
            Ranking ranking,
            int most) {
        data.requireFit(database);
        Collector collector = new Collector(intensities.direct().times(inventory.scaling())[category], ranking, most);
        technosphere(database.technosphere(), intensities, data.technosphere(), inventory, category, collector);
        biosphere(database.biosphere(), data, inventory, category, collector);
        return collector.result();
    }

    private static void technosphere(
            SparseMatrix a,
            Intensities lambda,
            Spreads spreads,
            Inventory inventory,
            int category,
            Collector collector) {
        for (int j = 0; j < a.columns(); j++) {
            double s = inventory.scaling()[j];
            for (int p = a.columnStart(j); s != 0 && p < a.columnStart(j + 1); p++) {
                double derivative = -lambda.of(a.rowAt(p), category) * s;
                collector.add(Place.TECHNOSPHERE, a.rowAt(p), j, derivative, a.valueAt(p), spreads.relativeVariance(p));
            }
        }
    }

    private static void biosphere(
            SparseMatrix b, UncertainData data, Inventory inventory, int category, Collector collector) {
        SparseMatrix c = data.characterisation().factors();
        double[] factor = new double[c.columns()];
        for (int i = 0; i < c.columns(); i++) {
            int p = c.find(category, i);
            if (p >= 0) {
                factor[i] = c.valueAt(p);
                collector.add(
                        Place.CHARACTERISATION,
                        category,
                        i,
                        inventory.interventions()[i],
                        factor[i],
                        data.factors().relativeVariance(p));
            }
        }
        for (int j = 0; j < b.columns(); j++) {
            double s = inventory.scaling()[j];
            for (int p = b.columnStart(j); s != 0 && p < b.columnStart(j + 1); p++) {
                double derivative = factor[b.rowAt(p)] * s;
                collector.add(
                        Place.BIOSPHERE,
                        b.rowAt(p),
                        j,
                        derivative,
                        b.valueAt(p),
                        data.biosphere().relativeVariance(p));
            }
        }
    }

    /** Sums the variance and keeps the largest sensitivities. */
    private static final class Collector {
        private final double value;
        private final int most;
        private final Ranking ranking;
        private final PriorityQueue<Sensitivity> kept;
        private double variance;

        Collector(double value, Ranking ranking, int most) {
            this.value = value;
            this.most = most;
            this.ranking = ranking;
            kept = new PriorityQueue<>(Comparator.comparingDouble(this::weightOf));
        }

        void add(Place place, int row, int column, double derivative, double number, double relativeVariance) {
            double effect = derivative * number;
            double own = effect * effect * relativeVariance;
            variance += own;
            double elasticity = value == 0 ? 0 : effect / value;
            double weight = ranking == Ranking.VARIANCE ? own : Math.abs(elasticity);
            boolean full = kept.size() == most;
            if (most == 0 || effect == 0 || (full && weight <= weightOf(kept.peek()))) {
                return;
            }
            if (full) {
                kept.poll();
            }
            kept.add(new Sensitivity(place, row, column, derivative, elasticity, own));
        }

        private double weightOf(Sensitivity sensitivity) {
            return switch (ranking) {
                case VARIANCE -> sensitivity.variance();
                case ELASTICITY -> Math.abs(sensitivity.elasticity());
            };
        }

        FirstOrder result() {
            List<Sensitivity> ranked = new ArrayList<>(kept);
            ranked.sort(Comparator.comparingDouble(this::weightOf).reversed());
            return new FirstOrder(value, variance, ranked);
        }
    }
}
