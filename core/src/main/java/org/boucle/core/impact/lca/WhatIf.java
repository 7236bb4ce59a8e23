package org.boucle.core.impact.lca;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.impact.solver.LinearSystem;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.impact.solver.Solution;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * A few activities changed, solved without another factorisation (Sherman, Morrison, Woodbury): with the changes
 * gathered by activity as U V<sup>T</sup>, (A + U V<sup>T</sup>)<sup>-1</sup> f = s - Z (I + V<sup>T</sup> Z)<sup>-1</sup>
 * V<sup>T</sup> s where Z = A<sup>-1</sup> U takes one solve for each changed activity.
 */
public final class WhatIf {
    private final LifeCycleEngine engine;
    private final List<Integer> activities;
    private final double[] z;
    private final LinearSystem core;
    private final Map<Integer, double[]> directChange;

    private WhatIf(
            LifeCycleEngine engine,
            List<Integer> activities,
            double[] z,
            LinearSystem core,
            Map<Integer, double[]> directChange) {
        this.engine = engine;
        this.activities = activities;
        this.z = z;
        this.core = core;
        this.directChange = directChange;
    }

    /**
     * One number of the technosphere changed.
     *
     * @param product the row
     * @param activity the column
     * @param by what is added to the number stored there; an input 0.2 larger is -0.2
     */
    public record Change(int product, int activity, double by) {}

    /** The outcome of changing a database: a system that can be asked, or the reason why it has no solution. */
    public sealed interface Outcome {
        /** The changed system. */
        record Changed(WhatIf whatIf) implements Outcome {}

        /** The changes leave no solution: some loop would consume all that it makes. */
        record NoSolution(Preparation reason) implements Outcome {}
    }

    /**
     * Prepares a change.
     *
     * @param changes additions to numbers of the technosphere
     * @param directChange additions to the direct impacts of activities, all categories, for those that change
     */
    public static Outcome of(LifeCycleEngine engine, List<Change> changes, Map<Integer, double[]> directChange) {
        List<Integer> activities =
                changes.stream().map(Change::activity).distinct().sorted().toList();
        int rank = activities.size();
        if (rank == 0) {
            LinearSystem nothing =
                    LinearSystem.prepare(SparseMatrix.empty(0, 0)).orThrow();
            return new Outcome.Changed(
                    new WhatIf(engine, activities, new double[0], nothing, new HashMap<>(directChange)));
        }
        double[] u = new double[engine.database().products() * rank];
        for (Change change : changes) {
            u[change.product() * rank + activities.indexOf(change.activity())] += change.by();
        }
        double[] z = engine.system().solve(u, rank).values();
        Preparation core = LinearSystem.prepare(core(activities, z));
        return core instanceof Preparation.Ready ready
                ? new Outcome.Changed(new WhatIf(engine, activities, z, ready.system(), new HashMap<>(directChange)))
                : new Outcome.NoSolution(core);
    }

    /** I + V' Z, where V' picks the changed activities. */
    private static SparseMatrix core(List<Integer> activities, double[] z) {
        int rank = activities.size();
        int[] rows = new int[rank * rank];
        int[] columns = new int[rank * rank];
        double[] values = new double[rank * rank];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                rows[i * rank + j] = i;
                columns[i * rank + j] = j;
                values[i * rank + j] = (i == j ? 1 : 0) + z[activities.get(i) * rank + j];
            }
        }
        return SparseMatrix.of(rank, rank, rows, columns, values);
    }

    /** The scaling of activities for a demand after the changes. */
    public double[] scaling(Demand demand) {
        return scaling(engine.system()
                .solve(demand.toVector(engine.database().products()))
                .values());
    }

    /** The scaling after the changes, from the scaling before them. */
    public double[] scaling(double[] before) {
        int rank = activities.size();
        double[] picked = new double[rank];
        for (int i = 0; i < rank; i++) {
            picked[i] = before[activities.get(i)];
        }
        Solution weights = core.solve(picked);
        double[] after = before.clone();
        for (int j = 0; j < after.length; j++) {
            for (int r = 0; r < rank; r++) {
                after[j] -= z[j * rank + r] * weights.values()[r];
            }
        }
        return after;
    }

    /** All categories of a demand after the changes. */
    public double[] footprint(DirectImpacts direct, Demand demand) {
        double[] scaling = scaling(demand);
        double[] impacts = direct.times(scaling);
        directChange.forEach((activity, change) -> {
            for (int c = 0; c < impacts.length; c++) {
                impacts[c] += change[c] * scaling[activity];
            }
        });
        return impacts;
    }

    /** The changed technosphere, for a full solve; what the low-rank answer is compared with. */
    public static SparseMatrix changed(SparseMatrix technosphere, List<Change> changes) {
        List<int[]> places = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        technosphere.forEach((row, column, value) -> {
            places.add(new int[] {row, column});
            values.add(value);
        });
        for (Change change : changes) {
            places.add(new int[] {change.product(), change.activity()});
            values.add(change.by());
        }
        return SparseMatrix.of(
                technosphere.rows(),
                technosphere.columns(),
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
