package org.boucle.app.lca;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.boucle.app.cli.ResultFormat;
import org.boucle.core.impact.lca.Demand;
import org.boucle.core.impact.lca.Inventory;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.solver.EliminationPlan;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code boucle lca inventory}: the inventory of one activity's product, from matrices as row, column, value. */
@Command(
        name = "inventory",
        mixinStandardHelpOptions = true,
        description = "Print the life-cycle inventory of one column: row,value for every row of the biosphere matrix")
public final class InventoryCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--technosphere",
            required = true,
            paramLabel = "FILE",
            description = "Matrix A as row,column,value from 0; outputs positive, inputs negative")
    private Path technosphere;

    @Option(
            names = "--biosphere",
            required = true,
            paramLabel = "FILE",
            description = "Matrix B as row,column,value from 0, on the same columns")
    private Path biosphere;

    @Option(
            names = "--demand",
            required = true,
            paramLabel = "COLUMN",
            description = "Column whose reference product is asked for, from 0")
    private int column;

    @Option(names = "--amount", paramLabel = "X", description = "Units of that product (default: 1)")
    private double amount = 1;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: table)")
    private ResultFormat format = ResultFormat.table;

    @Override
    public Integer call() {
        LifeCycleEngine engine = engine(read());
        Inventory inventory = engine.solve(Demand.of(engine.productOf(column), amount));
        print(inventory);
        EliminationPlan plan = engine.system().plan();
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%d unknowns, %d blocks (largest %d), %d by sweeps, residual %.1e%n",
                        plan.size(),
                        plan.blocks(),
                        plan.largestBlock(),
                        plan.iterated(),
                        inventory.residual());
        return 0;
    }

    private LifeCycleDatabase read() {
        Issues issues = new Issues();
        MatrixFile a = MatrixFile.read(technosphere, issues);
        MatrixFile b = MatrixFile.read(biosphere, issues);
        Place here = Place.ofField("--demand");
        if (issues.isEmpty() && (column < 0 || column >= a.columns())) {
            issues.add(here, "lca.demand", column, a.columns() - 1);
        }
        if (issues.isEmpty() && b.columns() > a.columns()) {
            issues.add(Place.ofFile(b.name()), "lca.columns", b.columns(), a.columns());
        }
        if (!Double.isFinite(amount)) {
            issues.add(Place.ofField("--amount"), "lca.number", amount);
        }
        issues.throwIfAny();
        return new LifeCycleDatabase(a.toMatrix(a.rows(), a.columns()), b.toMatrix(b.rows(), a.columns()));
    }

    private LifeCycleEngine engine(LifeCycleDatabase database) {
        Place place = Place.ofFile(String.valueOf(technosphere.getFileName()));
        return switch (LifeCycleEngine.prepare(database)) {
            case Preparation.Ready ready -> LifeCycleEngine.of(database, ready.system());
            case Preparation.NotSquare n -> throw BadInput.of(place, "lca.notsquare", n.rows(), n.columns());
            case Preparation.Unpaired u -> throw BadInput.of(place, "lca.unpaired", some(u.columns()), some(u.rows()));
            case Preparation.Singular s -> throw BadInput.of(place, "lca.singular", s.column());
            case Preparation.Unsolved u -> throw BadInput.of(place, "lca.unsolved", u.residual());
        };
    }

    private static String some(List<Integer> indices) {
        String first = indices.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return indices.size() > SHOWN ? first + " … (" + indices.size() + ")" : first;
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
            out.printf(Locale.ROOT, "{\"demand\": %d, \"amount\": %s, \"inventory\": [%n", column, amount);
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
