package org.boucle.app.footprint;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.footprint.imports.Allocated;
import org.boucle.app.footprint.imports.Allocation;
import org.boucle.app.footprint.imports.ImportOptions;
import org.boucle.app.footprint.imports.ImportReport;
import org.boucle.app.footprint.imports.ImportedFile;
import org.boucle.app.footprint.imports.Importers;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boucle footprint database FILE}: a life-cycle database read and asked without a server. */
@Command(
        name = "database",
        mixinStandardHelpOptions = true,
        description = "Read an openLCA JSON-LD, EcoSpold or ILCD file, and ask it / Lire et interroger une base d'ACV")
public final class DatabaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The database as one file")
    private Path file;

    @Option(names = "--find", paramLabel = "WORDS", description = "List the processes that hold these words")
    private String words = "";

    @Option(names = "--process", paramLabel = "N", description = "Number of the process asked for, from the list")
    private Optional<Integer> process = Optional.empty();

    @Option(names = "--amount", paramLabel = "X", description = "Units of its product (default: 1)")
    private double amount = 1;

    @Option(names = "--category", paramLabel = "CODE", description = "Category that is explained (default: ghg)")
    private String category = "ghg";

    @Option(
            names = "--allocation",
            paramLabel = "HOW",
            description = "stated, physical, economic, causal, substitution" + " or cut_off (default: stated)")
    private String allocation = "stated";

    @Option(names = "--parameter", paramLabel = "NAME=VALUE", description = "Sets a parameter of the file; may repeat")
    private Map<String, Double> parameters = Map.of();

    @Option(names = "--format", description = "table, csv or json (default: table)")
    private ResultFormat format = ResultFormat.table;

    @Override
    public Integer call() throws IOException {
        ImportedFile read = Importers.read(String.valueOf(file.getFileName()), content(), Set.of(), options());
        PrintWriter out = spec.commandLine().getOut();
        if (read.database().isEmpty()) {
            throw BadInput.of(Place.ofFile(String.valueOf(file.getFileName())), "import.format");
        }
        Databases.Prepared database = Databases.Prepared.of(read.database().get());
        if (process.isPresent()) {
            study(out, database, process.get());
        } else {
            report(out, read.report());
            StudyPages.find(database, words)
                    .forEach(found -> out.printf(
                            "%6d  %s · %s (%s) %s%n",
                            found.index(),
                            found.activity().process(),
                            found.activity().product(),
                            found.activity().unit(),
                            found.activity().location()));
        }
        out.flush();
        return 0;
    }

    private byte[] content() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw BadInput.of(Place.ofFile(String.valueOf(file.getFileName())), "lca.missing");
        }
    }

    private ImportOptions options() {
        Map<String, Double> lower = new HashMap<>();
        parameters.forEach((name, value) -> lower.put(name.strip().toLowerCase(Locale.ROOT), value));
        return new ImportOptions(
                Allocation.find(allocation)
                        .orElseThrow(
                                () -> BadInput.of(Place.ofField("--allocation"), "footprint.allocation", allocation)),
                lower);
    }

    private void report(PrintWriter out, ImportReport report) {
        if (format == ResultFormat.json) {
            out.println(Json.write(report));
            return;
        }
        out.printf(
                "%s: %d processes, %d exchanges linked, %d without a supplier%n",
                report.format(), report.read(), report.linked(), report.unlinked());
        for (Allocated one : report.allocated()) {
            out.printf(
                    "%s: %s%s %s%n",
                    one.process(), one.method().key(), one.stated() ? "" : " (chosen here)", shares(one.shares()));
        }
        report.counts().forEach((what, count) -> out.println(what + ": " + count));
        report.notes().forEach(out::println);
    }

    private static String shares(List<Allocated.Share> shares) {
        StringBuilder text = new StringBuilder();
        for (Allocated.Share share : shares) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "%s %.1f %%", share.product(), 100 * share.share()));
        }
        return text.toString();
    }

    private void study(PrintWriter out, Databases.Prepared database, int number) {
        Language language = CommandLineHouse.language();
        int explained = database.data().categories().indexOf(category);
        if (explained < 0) {
            throw BadInput.of(Place.ofField("--category"), "footprint.lca.category", category);
        }
        if (number < 0 || number >= database.data().activities().size() || !Double.isFinite(amount)) {
            throw BadInput.of(Place.ofField("--process"), "footprint.lca.number", number);
        }
        Study study = new Study(database, number, amount, explained);
        switch (format) {
            case json -> out.println(Json.write(StudyText.json(study, language)));
            case csv -> out.print(StudyText.csv(study, language));
            case table -> table(out, study, language);
        }
    }

    private static void table(PrintWriter out, Study study, Language language) {
        out.println(study.activity().process() + " · " + Quantity.number(study.amount(), language) + " "
                + study.activity().unit());
        for (Study.Impact impact : study.impacts()) {
            String interval = impact.interval()
                    .map(i -> "[" + Quantity.number(i[0], language) + "; " + Quantity.number(i[1], language) + "]")
                    .orElse("");
            out.printf(
                    "%-34s %12s %-16s %s%n",
                    impact.category().label(language),
                    Quantity.number(impact.value(), language),
                    impact.category().unit().symbol(),
                    interval);
        }
        out.println();
        for (Study.Branch branch : study.tree(20)) {
            out.printf(
                    Locale.ROOT,
                    "%5.1f %%  %s%s%n",
                    100 * branch.share(),
                    "  ".repeat(branch.depth()),
                    study.of(branch.activity()).process());
        }
    }
}
