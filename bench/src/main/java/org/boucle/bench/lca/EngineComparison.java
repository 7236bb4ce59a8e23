package org.boucle.bench.lca;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.boucle.core.impact.lca.Characterisation;
import org.boucle.core.impact.lca.Demand;
import org.boucle.core.impact.lca.DirectImpacts;
import org.boucle.core.impact.lca.FirstOrder;
import org.boucle.core.impact.lca.Intensities;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.lca.MonteCarlo;
import org.boucle.core.impact.lca.Samples;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.lca.UncertainData;
import org.boucle.core.impact.solver.LinearSystem;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * The life-cycle engine end to end, against its targets and beside its peers, in one run. The argument is the folder of
 * the USLCI matrices; without it that part is skipped, and says so.
 */
public final class EngineComparison {
    private static final int CATEGORIES = 16;

    private EngineComparison() {}

    /** Runs everything; about two minutes on an idle machine. */
    public static void main(String[] arguments) throws IOException {
        say("CPU milliseconds, least of several repetitions after warm-up; java %s", Runtime.version());
        targets();
        SparseMatrix plain = GeneratedDatabase.technosphere(1, 0);
        peers("generated", plain, 6, Peer.BOUCLE, Peer.KLU, Peer.EJML);
        hard(0.1);
        peers("10 %% rewired", GeneratedDatabase.technosphere(1, 0.1), 2, Peer.BOUCLE, Peer.KLU);
        hard(0.4);
        if (arguments.length == 0 || !Files.isDirectory(Path.of(arguments[0]))) {
            say("SKIPPED: USLCI, whose matrices were not found (give their folder as argument)");
        } else {
            SparseMatrix uslci = read(Path.of(arguments[0], "uslci_A.csv"));
            peers("USLCI", uslci, 40, Peer.BOUCLE, Peer.KLU, Peer.EJML);
            peers("USLCI", uslci, 2, Peer.OPENLCA);
        }
    }

    private static void targets() {
        LifeCycleDatabase database = GeneratedDatabase.database(1, 0);
        SparseMatrix a = database.technosphere();
        say("## Generated database: n %d, %d entries", a.rows(), a.entries());
        double before = Meter.reachableMegabytes();
        LifeCycleEngine engine = LifeCycleEngine.of(database);
        double kept = Meter.reachableMegabytes() - before;
        say(
                "blocks %d, largest %d, factors %d entries, predicted work %.3g",
                engine.system().plan().blocks(),
                engine.system().plan().largestBlock(),
                engine.system().plan().predictedEntries(),
                engine.system().plan().predictedWork());
        long start = System.nanoTime();
        LifeCycleEngine.prepare(database);
        say("preparation, second call, wall %.0f ms", (System.nanoTime() - start) / 1e6);
        target("preparation", 1500, Meter.milliseconds(8, () -> LifeCycleEngine.prepare(database)));
        target("factorisation", 15, Meter.milliseconds(40, () -> engine.system().withValues(a)));
        DirectImpacts direct = new DirectImpacts(CATEGORIES, GeneratedDatabase.direct(2, a.columns(), CATEGORIES));
        target("adjoint, 16 categories", 10, Meter.processMilliseconds(25, () -> engine.adjoint(direct)));
        Intensities intensities = engine.adjoint(direct);
        say("adjoint residual %.1e", intensities.residual());
        Demand product = Demand.of(0, 3.5);
        for (int component = 1; component < 40; component++) {
            product = product.plus(Demand.of(component * 131, 0.1 * component));
        }
        Demand asked = product;
        target("footprint, 16 categories", 0.5, Meter.milliseconds(2000, () -> intensities.footprint(asked)));
        say("inventory with refinement %.2f ms", Meter.milliseconds(40, () -> engine.solve(asked)));
        double peak = Math.max(
                Meter.allocatedMegabytes(() -> LifeCycleEngine.prepare(database)),
                Meter.allocatedMegabytes(() -> engine.adjoint(direct)));
        say("memory: %.1f MB kept by the prepared engine, %.1f MB allocated by the largest step", kept, peak);
        monteCarlo(engine, database, asked);
    }

    private static void monteCarlo(LifeCycleEngine engine, LifeCycleDatabase database, Demand asked) {
        Characterisation one = GeneratedDatabase.characterisation();
        UncertainData data =
                UncertainData.technosphereOnly(database, one, Spreads.offDiagonal(database.technosphere(), 0.1));
        target(
                "Monte Carlo run",
                20,
                Meter.processMilliseconds(1, () -> new MonteCarlo(engine, data, 5).run(List.of(asked), 0, 25, r -> {}))
                        / 25);
        Samples samples = new MonteCarlo(engine, data, 5)
                .run(List.of(asked), 0, 400, r -> {})
                .getFirst();
        Intensities intensities = engine.adjoint(one);
        FirstOrder first =
                FirstOrder.of(database, intensities, data, engine.solve(asked), 0, FirstOrder.Ranking.VARIANCE, 20);
        say(
                "spread: %.3f %% by 400 runs, %.3f %% to first order",
                100 * samples.standardDeviation() / samples.mean(), 100 * first.standardDeviation() / first.value());
    }

    private static void hard(double rewired) {
        SparseMatrix a = GeneratedDatabase.technosphere(1, rewired);
        say("## %.0f %% rewired: n %d, %d entries", 100 * rewired, a.rows(), a.entries());
        double[] f = new double[a.rows()];
        f[7] = 1;
        target(
                "preparation and one solution",
                3000,
                Meter.milliseconds(2, () -> prepared(a).solve(f)));
        LinearSystem system = prepared(a);
        say(
                "%d unknowns by sweeps, factors %d entries, %d sweeps, residual %.1e",
                system.plan().iterated(),
                system.plan().predictedEntries(),
                system.solve(f).sweeps(),
                system.solve(f).residual());
        say("one more solution %.1f ms", Meter.milliseconds(3, () -> system.solve(f)));
    }

    private static LinearSystem prepared(SparseMatrix a) {
        return LinearSystem.prepare(a) instanceof Preparation.Ready ready
                ? ready.system()
                : LinearSystem.prepare(a).orThrow();
    }

    private static void peers(String name, SparseMatrix a, int repetitions, Peer... peers) {
        double[] f = new double[a.rows()];
        f[7] = 1;
        for (Peer peer : peers) {
            double prepare = Meter.milliseconds(repetitions, () -> peer.prepare(a));
            Peer.Prepared prepared = peer.prepare(a);
            double factorise = Meter.milliseconds(repetitions, prepared::factorise);
            double solve = Meter.milliseconds(10 * repetitions, () -> prepared.solve(f));
            double[] x = a.times(prepared.solve(f));
            double miss = 0;
            for (int i = 0; i < x.length; i++) {
                miss = Math.max(miss, Math.abs(x[i] - f[i]));
            }
            say(
                    "| " + name + " | %s | %.2f | %.2f | %.3f | %.1e |",
                    peer.name().toLowerCase(Locale.ROOT),
                    prepare,
                    factorise,
                    solve,
                    miss);
        }
    }

    private static SparseMatrix read(Path file) throws IOException {
        List<String[]> cells =
                Files.readAllLines(file).stream().map(line -> line.split(",")).toList();
        int[] rows = cells.stream().mapToInt(cell -> Integer.parseInt(cell[0])).toArray();
        int[] columns =
                cells.stream().mapToInt(cell -> Integer.parseInt(cell[1])).toArray();
        double[] values =
                cells.stream().mapToDouble(cell -> Double.parseDouble(cell[2])).toArray();
        return SparseMatrix.of(1022, 1022, rows, columns, values);
    }

    private static void target(String name, double limit, double measured) {
        say("| %s | %.4g | %.4g | %s |", name, limit, measured, measured <= limit ? "met" : "MISSED");
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
