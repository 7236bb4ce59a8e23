package org.boucle.app.lca;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.boucle.core.impact.lca.Demand;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import picocli.CommandLine.Option;

/** The matrices and the demand that the commands of {@code boucle lca} work on. */
public final class MatrixOptions {
    private static final int SHOWN = 10;

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

    int column() {
        return column;
    }

    double amount() {
        return amount;
    }

    Demand demand(LifeCycleEngine engine) {
        return Demand.of(engine.productOf(column), amount);
    }

    /** Reads and prepares the database; what is wrong is thrown with all its places. */
    LifeCycleEngine engine() {
        LifeCycleDatabase database = read();
        Place place = Place.ofFile(String.valueOf(technosphere.getFileName()));
        return switch (LifeCycleEngine.prepare(database)) {
            case Preparation.Ready ready -> LifeCycleEngine.of(database, ready.system());
            case Preparation.NotSquare n -> throw BadInput.of(place, "lca.notsquare", n.rows(), n.columns());
            case Preparation.Unpaired u -> throw BadInput.of(place, "lca.unpaired", some(u.columns()), some(u.rows()));
            case Preparation.Singular s -> throw BadInput.of(place, "lca.singular", s.column());
            case Preparation.Unsolved u -> throw BadInput.of(place, "lca.unsolved", u.residual());
        };
    }

    private LifeCycleDatabase read() {
        Issues issues = new Issues();
        MatrixFile a = MatrixFile.read(technosphere, issues);
        MatrixFile b = MatrixFile.read(biosphere, issues);
        if (issues.isEmpty() && (column < 0 || column >= a.columns())) {
            issues.add(Place.ofField("--demand"), "lca.demand", column, a.columns() - 1);
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

    private static String some(List<Integer> indices) {
        String first = indices.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return indices.size() > SHOWN ? first + " … (" + indices.size() + ")" : first;
    }
}
