package org.boucle.app.energyindex;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.PerformanceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boucle iee enpi}: the ISO 50006 indicator by regression on relevant variables, from a CSV file. */
@Command(
        name = "enpi",
        mixinStandardHelpOptions = true,
        description = "Energy performance indicator (ISO 50006): baseline by regression, then savings and their sum")
final class EnpiCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.csv", description = "One row a period, one column the energy, others the variables")
    private Path file;

    @Option(names = "--energy", required = true, paramLabel = "COLUMN")
    private String energy;

    @Option(names = "--variables", required = true, split = ",", paramLabel = "COLUMN[,COLUMN]")
    private List<String> variables;

    @Option(names = "--baseline", required = true, paramLabel = "N", description = "The first N rows are the baseline")
    private int baseline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw BadInput.of(Place.ofFile(file.toString()), "energyindex.no-file");
        }
        SheetTable table = TextTables.csv(file.getFileName().toString(), Files.readString(file), Limits.DEFAULT);
        double[] y = column(table, energy);
        double[][] x = new double[y.length][variables.size()];
        for (int k = 0; k < variables.size(); k++) {
            double[] values = column(table, variables.get(k));
            for (int t = 0; t < y.length; t++) {
                x[t][k] = values[t];
            }
        }
        int rows = Math.min(baseline, y.length);
        PerformanceModel model = PerformanceModel.fit(
                        java.util.Arrays.copyOf(y, rows), java.util.Arrays.copyOf(x, rows), variables)
                .orElseThrow(() -> BadInput.of(table.place(), "energyindex.no-fit", Integer.toString(rows)));
        print(model, model.assess(y, x), spec.commandLine().getOut());
        return 0;
    }

    private static double[] column(SheetTable table, String name) {
        Issues issues = new Issues();
        List<String> titles = table.header().stream().map(Cell::text).toList();
        int position = titles.indexOf(name);
        if (position < 0) {
            issues.add(table.place().withRow(1), "energyindex.column-missing", name, String.join(", ", titles));
        }
        issues.throwIfAny();
        List<Double> values = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            String text = position < row.size() ? row.get(position).text() : "";
            OptionalDouble value = RowReader.number(text);
            if (value.isEmpty()) {
                issues.add(
                        row.getFirst().place().withColumn(name),
                        text.isEmpty() ? "energyindex.missing" : "energyindex.not-a-number",
                        text);
            }
            values.add(value.orElse(0));
        }
        issues.throwIfAny();
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void print(PerformanceModel model, List<PerformanceModel.Assessed> periods, PrintWriter out) {
        out.printf(
                "R2 %.4f  adjusted %.4f  CV(RMSE) %.2f %%  p(F) %.2g  n %d%n",
                model.r2(), model.adjustedR2(), 100 * model.cvRmse(), model.fProbability(), model.observations());
        for (PerformanceModel.Term term : model.terms()) {
            out.printf(
                    "%-20s %14.6g  se %10.4g  t %8.3f  p %.3g%n",
                    term.name().isEmpty() ? "(constant)" : term.name(),
                    term.coefficient(),
                    term.standardError(),
                    term.t(),
                    term.probability());
        }
        out.println("period       real   expected     EnPI     saving  cumulated");
        for (int t = 0; t < periods.size(); t++) {
            PerformanceModel.Assessed p = periods.get(t);
            out.printf(
                    "%6d %10.2f %10.2f %8.4f %10.2f %10.2f%n",
                    t + 1, p.real(), p.expected(), p.indicator(), p.saving(), p.cumulated());
        }
    }
}
