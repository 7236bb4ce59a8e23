package org.boucle.core.impact.lca;

import java.util.SplittableRandom;
import org.boucle.core.impact.solver.SparseMatrix;
import org.boucle.core.impact.solver.Systems;

/** A random database with loops, three interventions and two categories. */
record Sample(LifeCycleDatabase database, LifeCycleEngine engine, Characterisation factors) {
    static Sample of(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseMatrix a = Systems.technosphere(random, n, 0.15);
        double[][] b = new double[3][n];
        for (double[] row : b) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextDouble() < 0.5 ? random.nextDouble() : 0;
            }
        }
        LifeCycleDatabase database = new LifeCycleDatabase(a, Systems.of(b));
        Characterisation factors = new Characterisation(Systems.of(new double[][] {{1, 0.5, 0}, {0, 2, 3}}));
        return new Sample(database, LifeCycleEngine.of(database), factors);
    }
}
