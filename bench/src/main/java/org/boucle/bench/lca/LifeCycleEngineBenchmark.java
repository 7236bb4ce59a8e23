package org.boucle.bench.lca;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.boucle.core.impact.lca.Characterisation;
import org.boucle.core.impact.lca.Demand;
import org.boucle.core.impact.lca.DirectImpacts;
import org.boucle.core.impact.lca.FirstOrder;
import org.boucle.core.impact.lca.Intensities;
import org.boucle.core.impact.lca.Inventory;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.lca.MonteCarlo;
import org.boucle.core.impact.lca.Samples;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.lca.UncertainData;
import org.boucle.core.impact.solver.Preparation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The kernels of the life-cycle engine on the generated database, plain and rewired. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LifeCycleEngineBenchmark {
    /** Categories of the Environmental Footprint. */
    static final int CATEGORIES = 16;

    /** The share of market links that go straight to a producer. */
    @Param({"0", "0.1", "0.4"})
    public double rewired;

    private LifeCycleDatabase database;
    private LifeCycleEngine engine;
    private DirectImpacts direct;
    private final double[][] fours = new double[CATEGORIES / 4][];
    private Intensities intensities;
    private Demand product;
    private MonteCarlo monteCarlo;
    private UncertainData data;
    private long run;

    /** Generates and prepares the database. */
    @Setup
    public void prepareOnce() {
        database = GeneratedDatabase.database(1, rewired);
        engine = LifeCycleEngine.of(database);
        direct = new DirectImpacts(CATEGORIES, GeneratedDatabase.direct(2, database.activities(), CATEGORIES));
        intensities = engine.adjoint(direct);
        splitIntoFours();
        product = Demand.of(0, 3.5);
        for (int component = 1; component < 40; component++) {
            product = product.plus(Demand.of(component * 131, 0.1 * component));
        }
        Characterisation one = GeneratedDatabase.characterisation();
        data = UncertainData.technosphereOnly(database, one, Spreads.offDiagonal(database.technosphere(), 0.1));
        monteCarlo = new MonteCarlo(engine, data, 7);
    }

    private void splitIntoFours() {
        int activities = database.activities();
        for (int part = 0; part < fours.length; part++) {
            fours[part] = new double[activities * 4];
            for (int j = 0; j < activities; j++) {
                System.arraycopy(direct.values(), j * CATEGORIES + part * 4, fours[part], j * 4, 4);
            }
        }
    }

    /** Matching, blocks, ordering, fill prediction and the first factorisation: once for a database. */
    @Benchmark
    public Preparation preparation() {
        return LifeCycleEngine.prepare(database);
    }

    /** The numeric factorisation for new values in the same pattern. */
    @Benchmark
    public Preparation factorisation() {
        return engine.system().withValues(database.technosphere());
    }

    /** All sixteen categories of all products. */
    @Benchmark
    public Intensities adjoint() {
        return engine.adjoint(direct);
    }

    /** The same sixteen as four passes of the kernels of four lanes, on one thread: how the adjoint was made before. */
    @Benchmark
    public double adjointInFours() {
        double residual = 0;
        for (double[] four : fours) {
            residual =
                    Math.max(residual, engine.system().solveTransposed(four, 4).residual());
        }
        return residual;
    }

    /** A product of forty components in sixteen categories, after the adjoint. */
    @Benchmark
    public double[] footprint() {
        return intensities.footprint(product);
    }

    /** One forward solution with its inventory and residual. */
    @Benchmark
    public Inventory inventory() {
        return engine.solve(product);
    }

    /** One Monte Carlo run on one core: drawing every off-diagonal number, factorising, solving. */
    @Benchmark
    public List<Samples> monteCarloRun() {
        return new MonteCarlo(engine, data, run++).run(List.of(product), 0, 1, done -> {});
    }

    /** The first-order spread that the Monte Carlo run checks, inventory included. */
    @Benchmark
    public FirstOrder firstOrder() {
        return FirstOrder.of(database, intensities, data, engine.solve(product), 0, FirstOrder.Ranking.VARIANCE, 20);
    }
}
