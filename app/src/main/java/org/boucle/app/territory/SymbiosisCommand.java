package org.boucle.app.territory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.StoreOptions;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.demo.Kalundborg;
import org.boucle.features.territory.exchange.Periods;
import org.boucle.features.territory.intake.Batch;
import org.boucle.features.territory.matching.Candidate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boucle symbiosis …}: workbooks, matching and plans of a territory on the command line. */
@Command(
        name = "symbiosis",
        mixinStandardHelpOptions = true,
        description = "Industrial symbiosis: workbooks, candidates, exchange plan",
        subcommands = {
            SymbiosisCommand.Template.class,
            SymbiosisCommand.Check.class,
            SymbiosisCommand.Import.class,
            SymbiosisCommand.Match.class,
            SymbiosisCommand.Plan.class,
            SymbiosisCommand.Sample.class,
            MeterCommand.class,
            CalculatorCommand.Pinch.class,
            CalculatorCommand.Water.class,
            CalculatorCommand.Exchanges.class,
            CalculatorCommand.Transport.class,
            CalculatorCommand.Game.class
        })
public final class SymbiosisCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static Batch read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Workbook.read(
                    file.getFileName().toString(), in, Catalog.shipped(), today(), CommandLineHouse.language());
        }
    }

    /** Writes an empty workbook to fill. */
    @Command(name = "template", description = "Write an empty workbook to fill")
    static final class Template implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Override
        public Integer call() throws IOException {
            Files.write(file, Workbook.template(CommandLineHouse.language()));
            return 0;
        }
    }

    /** Reads workbooks and tells what is wrong in them, without keeping anything. */
    @Command(name = "check", description = "Tell what is wrong in workbooks")
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", arity = "1..*")
        private List<Path> files;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            for (Path file : files) {
                Batch batch = read(file);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: %s, %d sites, %d flows, %d hubs%n",
                                file,
                                batch.company(),
                                batch.sites().size(),
                                batch.flows().size(),
                                batch.hubs().size());
            }
            return 0;
        }
    }

    /** Imports workbooks into the store. */
    @Command(name = "import", description = "Import companies' workbooks into the store")
    static final class Import implements Callable<Integer> {
        @Mixin
        private StoreOptions store = new StoreOptions();

        @Option(names = "--replace", description = "Replace companies that exist")
        private boolean replace;

        @Parameters(paramLabel = "FILE", arity = "1..*")
        private List<Path> files;

        @Override
        public Integer call() throws IOException {
            List<Batch> batches = new java.util.ArrayList<>();
            for (Path file : files) {
                batches.add(read(file));
            }
            try (OpenTerritory open = OpenTerritory.of(store)) {
                open.desk().take(batches, replace, "command line");
            }
            return 0;
        }
    }

    /** Prints the ranked candidates as CSV. */
    @Command(name = "match", description = "Print the ranked candidates as CSV")
    static final class Match implements Callable<Integer> {
        @Mixin
        private StoreOptions store = new StoreOptions();

        @Option(names = "--most", defaultValue = "100", description = "How many (default: ${DEFAULT-VALUE})")
        private int most;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (OpenTerritory open = OpenTerritory.of(store)) {
                spec.commandLine().getOut().println("out,in,score");
                for (Candidate candidate : open.desk().matched().matching().ranked().stream()
                        .limit(Math.max(0, most))
                        .toList()) {
                    StringBuilder line = new StringBuilder();
                    Csv.line(line, candidate.out(), candidate.in(), candidate.score());
                    spec.commandLine().getOut().print(line);
                }
                spec.commandLine().getOut().flush();
            }
            return 0;
        }
    }

    /** Prints the plan that earns most, with its proven bound. */
    @Command(name = "plan", description = "Print the exchange plan that earns most, with its proven bound")
    static final class Plan implements Callable<Integer> {
        @Mixin
        private StoreOptions store = new StoreOptions();

        @Option(
                names = "--periods",
                defaultValue = "YEAR",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
        private Periods periods;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (OpenTerritory open = OpenTerritory.of(store)) {
                TerritoryDesk.Planned planned = open.desk().planned(periods);
                if (planned.plan().isEmpty()) {
                    spec.commandLine().getErr().println(planned.outcome());
                    return 1;
                }
                var plan = planned.plan().get();
                spec.commandLine()
                        .getOut()
                        .printf(
                                Locale.ROOT,
                                "# %.0f EUR/a, bound %.0f, gap %.4f %%, %.0f kg CO2e/a%n",
                                plan.eur(),
                                plan.eurBound(),
                                100 * plan.gap(),
                                plan.kgCo2e());
                spec.commandLine().getOut().println("out,in,amount,eur_per_year,kg_co2e_per_year,amounts_by_period");
                StringBuilder lines = new StringBuilder();
                PlanPages.rows(planned)
                        .forEach(row -> Csv.line(
                                lines,
                                row.out().id(),
                                row.in().id(),
                                row.amount(),
                                row.eur(),
                                row.kg(),
                                row.perPeriod().stream().map(Svg::plain).collect(Collectors.joining(" "))));
                spec.commandLine().getOut().print(lines);
                spec.commandLine().getOut().flush();
            }
            return 0;
        }
    }

    /** Loads the sample, and says how many of its documented exchanges are found. */
    @Command(name = "kalundborg", description = "Load the sample of Kalundborg and report its documented exchanges")
    static final class Sample implements Callable<Integer> {
        @Mixin
        private StoreOptions store = new StoreOptions();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (OpenTerritory open = OpenTerritory.of(store)) {
                Samples.kalundborg(open.desk(), "command line");
                List<Kalundborg.Exchange> found = Kalundborg.found(Catalog.shipped());
                found.forEach(e -> spec.commandLine()
                        .getOut()
                        .printf("%s → %s (%d): rank %d%n", e.out(), e.in(), e.since(), e.rank()));
                long top = found.stream()
                        .filter(e -> e.rank() >= 1 && e.rank() <= 3)
                        .count();
                spec.commandLine().getOut().printf("%d of %d among the top 3%n", top, found.size());
                spec.commandLine().getOut().flush();
            }
            return 0;
        }
    }
}
