package org.boucle.app.lca;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.boucle.app.cli.ResultFormat;
import org.boucle.core.impact.lca.Inventory;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.solver.DenseElimination;
import org.boucle.core.impact.solver.EliminationPlan;
import org.boucle.core.impact.solver.SparseMatrix;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code boucle lca inventory}: the inventory of one activity's product, from matrices as row, column, value. */
@Command(
        name = "inventory",
        mixinStandardHelpOptions = true,
        description = "Print the life-cycle inventory of one column: row,value for every row of the biosphere matrix")
public final class InventoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private MatrixOptions matrices = new MatrixOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: table)")
    private ResultFormat format = ResultFormat.table;

    @Option(
            names = "--solver",
            paramLabel = "KIND",
            description =
                    "${COMPLETION-CANDIDATES}: sparse, the engine's own; dense, elimination in the file's order as"
                            + " openLCA's Java solver does it, to its last bit; auto (default), dense up to "
                            + DenseElimination.LARGEST
                            + " unknowns, with the engine's own beside it and their distance told")
    private Kind solver = Kind.auto;

    /** How the system is solved. */
    enum Kind {
        auto,
        sparse,
        dense
    }

    @Override
    public Integer call() {
        LifeCycleEngine engine = matrices.engine();
        Inventory inventory = switch (solver) {
            case sparse -> engine.solve(matrices.demand(engine));
            case dense -> dense(engine);
            case auto -> compared(engine);
        };
        print(inventory);
        EliminationPlan plan = engine.system().plan();
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%d unknowns, %d blocks (largest %d), %d by sweeps, largest residual of an equation %.1e of its terms%n",
                        plan.size(),
                        plan.blocks(),
                        plan.largestBlock(),
                        plan.iterated(),
                        inventory.residual());
        return 0;
    }

    /** The dense answer, whose digits other tools show too, held against the engine's own; only the latter where it is large. */
    private Inventory compared(LifeCycleEngine engine) {
        Inventory own = engine.solve(matrices.demand(engine));
        if (engine.database().technosphere().rows() > DenseElimination.LARGEST) {
            return own;
        }
        Inventory dense = dense(engine);
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "the engine's own answer lies within %.1e of the largest entry%n",
                        distance(own.interventions(), dense.interventions()));
        return dense;
    }

    private static double distance(double[] one, double[] other) {
        double largest = 0;
        double distance = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(other[i]));
            distance = Math.max(distance, Math.abs(one[i] - other[i]));
        }
        return largest == 0 ? distance : distance / largest;
    }

    private Inventory dense(LifeCycleEngine engine) {
        SparseMatrix a = engine.database().technosphere();
        if (a.rows() > DenseElimination.LARGEST) {
            throw BadInput.of(Place.ofField("--solver"), "lca.dense", a.rows(), DenseElimination.LARGEST);
        }
        double[] demand = matrices.demand(engine).toVector(a.rows());
        double[] scaling = DenseElimination.of(a).solve(demand);
        return new Inventory(
                scaling,
                engine.database().biosphere().times(scaling),
                engine.system().residual(scaling, demand));
    }

    private void print(Inventory inventory) {
        PrintWriter out = spec.commandLine().getOut();
        double[] values = inventory.interventions();
        String line = switch (format) {
            case csv -> "%d,%s%n";
            case json -> "  {\"row\": %d, \"value\": %s}";
            case table -> "%8d  %s%n";
        };
        if (format == ResultFormat.csv) {
            out.println("row,value");
        } else if (format == ResultFormat.json) {
            out.printf(
                    Locale.ROOT,
                    "{\"demand\": %d, \"amount\": %s, \"inventory\": [%n",
                    matrices.column(),
                    matrices.amount());
        }
        for (int i = 0; i < values.length; i++) {
            if (format != ResultFormat.table || values[i] != 0) {
                out.printf(Locale.ROOT, line, i, Double.toString(values[i]));
            }
            if (format == ResultFormat.json) {
                out.println(i + 1 < values.length ? "," : "");
            }
        }
        if (format == ResultFormat.json) {
            out.printf(Locale.ROOT, "], \"residual\": %s}%n", inventory.residual());
        }
        out.flush();
    }
}
