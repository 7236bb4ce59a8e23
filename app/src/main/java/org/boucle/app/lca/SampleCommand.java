package org.boucle.app.lca;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.boucle.core.impact.lca.Characterisation;
import org.boucle.core.impact.lca.Demand;
import org.boucle.core.impact.lca.DemandComparison;
import org.boucle.core.impact.lca.FirstOrder;
import org.boucle.core.impact.lca.Intensities;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.lca.MonteCarlo;
import org.boucle.core.impact.lca.Samples;
import org.boucle.core.impact.lca.Sensitivity;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.lca.UncertainData;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code boucle lca uncertainty}: how sure an impact is, what makes it unsure, and whether it is below another one. */
@Command(
        name = "uncertainty",
        mixinStandardHelpOptions = true,
        description = "Print the spread of a column's impact, the data that cause it, and the comparison with another")
public final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private MatrixOptions matrices = new MatrixOptions();

    @Option(
            names = "--factors",
            required = true,
            paramLabel = "FILE",
            description = "Matrix C as category,intervention,value from 0")
    private Path factorFile;

    @Option(names = "--category", paramLabel = "ROW", description = "Row of C (default: 0)")
    private int category;

    @Option(names = "--against", paramLabel = "COLUMN", description = "Another column to compare with")
    private Optional<Integer> against = Optional.empty();

    @Option(names = "--gsd", paramLabel = "X", description = "Geometric standard deviation of inputs (default: 1.1)")
    private double gsd = 1.1;

    @Option(names = "--runs", paramLabel = "N", description = "Monte Carlo runs (default: 200)")
    private int runs = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Start of the random numbers (default: 1)")
    private long seed = 1;

    @Override
    public Integer call() {
        LifeCycleEngine engine = matrices.engine();
        Characterisation factors = factors(engine);
        UncertainData data =
                UncertainData.technosphereOnly(engine.database(), factors, Spreads.inputs(engine, Math.log(gsd)));
        Demand demand = matrices.demand(engine);
        Demand other =
                against.map(column -> Demand.of(engine.productOf(column), 1)).orElse(demand);
        Intensities intensities = engine.adjoint(factors);
        FirstOrder first = FirstOrder.of(
                engine.database(), intensities, data, engine.solve(demand), category, FirstOrder.Ranking.VARIANCE, 10);
        List<Samples> samples = sample(new MonteCarlo(engine, data, seed), List.of(demand, other));
        print(first, samples.getFirst());
        if (against.isPresent()) {
            DemandComparison comparison = DemandComparison.of(engine, intensities, data, demand, other, category);
            line("probability,%s", comparison.probabilityFirstLower());
            line("probability by runs,%s", samples.getFirst().probabilityBelow(samples.getLast()));
        }
        return 0;
    }

    private Characterisation factors(LifeCycleEngine engine) {
        Issues issues = new Issues();
        MatrixFile c = MatrixFile.read(factorFile, issues);
        int interventions = engine.database().interventions();
        if (issues.isEmpty() && c.columns() > interventions) {
            issues.add(Place.ofFile(c.name()), "lca.columns", c.columns(), interventions);
        }
        check(issues, "--category", category, c.rows() - 1);
        check(issues, "--against", against.orElse(0), engine.database().activities() - 1);
        check(issues, "--runs", runs, 1_000_000);
        if (!(gsd >= 1 && gsd <= 100)) {
            issues.add(Place.ofField("--gsd"), "lca.gsd", gsd);
        }
        issues.throwIfAny();
        return new Characterisation(c.toMatrix(c.rows(), interventions));
    }

    private static void check(Issues issues, String option, int value, int largest) {
        if (issues.isEmpty() && (value < 0 || value > largest)) {
            issues.add(Place.ofField(option), "lca.demand", value, largest);
        }
    }

    private List<Samples> sample(MonteCarlo monteCarlo, List<Demand> demands) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Monte Carlo")
                .setInitialMax(runs)
                .build()) {
            return monteCarlo.run(demands, category, runs, done -> bar.step());
        }
    }

    private void print(FirstOrder first, Samples samples) {
        line("impact,%s", first.value());
        line("standard deviation,%s", first.standardDeviation());
        line("mean of runs,%s", samples.mean());
        line("standard deviation of runs,%s", samples.standardDeviation());
        line("2.5 %% of runs,%s", samples.quantile(0.025));
        line("97.5 %% of runs,%s", samples.quantile(0.975));
        for (Sensitivity s : first.sensitivities()) {
            line(
                    "share of variance of %s row %d column %d,%s",
                    s.place().name().toLowerCase(Locale.ROOT), s.row(), s.column(), s.variance() / first.variance());
        }
    }

    private void line(String format, Object... arguments) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format + "%n", arguments);
        out.flush();
    }
}
