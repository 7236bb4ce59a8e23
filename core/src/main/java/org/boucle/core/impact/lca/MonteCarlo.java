package org.boucle.core.impact.lca;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.boucle.core.impact.solver.LinearSystem;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * Footprints drawn from the spreads of the data. Each number's draw depends only on the seed, the run and its column, so
 * results do not change with the number of threads, and all demands of a run are made from the same data: their
 * comparison is free of the noise that they share.
 *
 * @param engine the database
 * @param data the spreads
 * @param seed where the random numbers start; the same seed gives the same runs
 */
public record MonteCarlo(LifeCycleEngine engine, UncertainData data, long seed) {
    private static final long TECHNOSPHERE = 0x9E3779B97F4A7C15L;
    private static final long BIOSPHERE = 0xC2B2AE3D27D4EB4FL;
    private static final long FACTORS = 0x165667B19E3779F9L;

    public MonteCarlo {
        data.requireFit(engine.database());
    }

    /**
     * Draws footprints.
     *
     * @param demands the demands, which share the data of each run
     * @param category the category
     * @param progress told the number of runs done, from any thread
     * @return the samples of each demand
     */
    public List<Samples> run(List<Demand> demands, int category, int runs, IntConsumer progress) {
        double[][] values = new double[demands.size()][runs];
        double[] right = rightHandSides(demands);
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, runs).parallel().forEach(run -> {
            double[] impacts = one(right, demands.size(), category, run);
            for (int d = 0; d < impacts.length; d++) {
                values[d][run] = impacts[d];
            }
            progress.accept(done.incrementAndGet());
        });
        return IntStream.range(0, demands.size())
                .mapToObj(d -> new Samples(values[d]))
                .toList();
    }

    private double[] rightHandSides(List<Demand> demands) {
        int products = engine.database().products();
        double[] right = new double[products * demands.size()];
        for (int d = 0; d < demands.size(); d++) {
            double[] f = demands.get(d).toVector(products);
            for (int i = 0; i < products; i++) {
                right[i * demands.size() + d] = f[i];
            }
        }
        return right;
    }

    private double[] one(double[] right, int demands, int category, int run) {
        LinearSystem system = engine.system();
        SparseMatrix a = engine.database().technosphere();
        Preparation drawn = system.withValues(a.withValues(draw(a, data.technosphere(), run)));
        if (!(drawn instanceof Preparation.Ready ready)) {
            double[] failed = new double[demands];
            Arrays.fill(failed, Double.NaN);
            return failed;
        }
        return impacts(ready.system().solveOnce(right, demands), demands, category, run);
    }

    private double[] draw(SparseMatrix matrix, Spreads spreads, int run) {
        double[] values = matrix.values();
        for (int j = 0; j < matrix.columns(); j++) {
            SplittableRandom random = random(TECHNOSPHERE, run, j);
            for (int p = matrix.columnStart(j); p < matrix.columnStart(j + 1); p++) {
                values[p] *= spreads.draw(p, random);
            }
        }
        return values;
    }

    private double[] impacts(double[] scaling, int demands, int category, int run) {
        SparseMatrix b = engine.database().biosphere();
        double[] factor = drawFactors(category, run);
        double[] impacts = new double[demands];
        for (int j = 0; j < b.columns(); j++) {
            if (!runs(scaling, demands, j)) {
                continue;
            }
            SplittableRandom random = random(BIOSPHERE, run, j);
            double direct = 0;
            for (int p = b.columnStart(j); p < b.columnStart(j + 1); p++) {
                double amount = b.valueAt(p) * data.biosphere().draw(p, random);
                direct += factor[b.rowAt(p)] * amount;
            }
            for (int d = 0; d < demands; d++) {
                impacts[d] += direct * scaling[j * demands + d];
            }
        }
        return impacts;
    }

    private static boolean runs(double[] scaling, int demands, int activity) {
        for (int d = 0; d < demands; d++) {
            if (scaling[activity * demands + d] != 0) {
                return true;
            }
        }
        return false;
    }

    private double[] drawFactors(int category, int run) {
        SparseMatrix c = data.characterisation().factors();
        double[] factor = new double[c.columns()];
        for (int i = 0; i < c.columns(); i++) {
            int p = c.find(category, i);
            if (p >= 0) {
                factor[i] = c.valueAt(p) * data.factors().draw(p, random(FACTORS, run, i));
            }
        }
        return factor;
    }

    private SplittableRandom random(long matrix, int run, int column) {
        long key = seed * 0xBF58476D1CE4E5B9L + matrix * (run + 1L) + column * 0x94D049BB133111EBL;
        key = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
        return new SplittableRandom(key ^ (key >>> 27));
    }
}
