package org.boucle.app.energyindex;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.boucle.app.Wiring;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.GeneratedSector;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;
import org.boucle.features.energyindex.Waterfall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that compute. */
final class IndexCommands {
    private IndexCommands() {}

    @Command(name = "index", mixinStandardHelpOptions = true, description = "The index of each site, year by year")
    static final class Index implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--site", description = "Only this site")
        private Optional<String> site = Optional.empty();

        @Option(names = "--format", description = "json, csv or table (default)")
        private ResultFormat format = ResultFormat.table;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Conversions conversions = Conversions.shipped();
            Agreement agreement = AgreementFiles.read(file, conversions);
            List<Site> sites = agreement.sites().stream()
                    .filter(s -> site.isEmpty() || site.get().equals(s.id()))
                    .toList();
            PrintWriter out = spec.commandLine().getOut();
            if (format == ResultFormat.json) {
                out.println(Json.write(sites.stream()
                        .map(s -> Results.site(agreement, s, conversions))
                        .toList()));
                return 0;
            }
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("site", "year", "E", "R", "IEE", "unadjusted", "target"));
            for (Site one : sites) {
                for (SiteYear year : SiteYears.of(agreement, one, conversions)) {
                    rows.add(List.of(
                            one.id(),
                            Integer.toString(year.year()),
                            number(year.energy(), 0),
                            number(OptionalDouble.of(year.theoretical()), 0),
                            number(year.index().percent(), 1),
                            number(year.unadjusted().percent(), 1),
                            one.target()
                                    .map(t -> number(OptionalDouble.of(t.at(year.year())), 1))
                                    .orElse("")));
                }
            }
            print(out, format, rows);
            return 0;
        }
    }

    @Command(
            name = "sector",
            mixinStandardHelpOptions = true,
            description = "Consolidate all sites of an agreement, year by year, with the causes of each change")
    static final class Sector implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", arity = "0..1")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--generate", paramLabel = "CxPxY", description = "A made-up sector instead, e.g. 300x40x12")
        private Optional<String> generate = Optional.empty();

        @Option(names = "--seed", description = "Seed of the made-up sector (default: 1)")
        private long seed = 1;

        @Option(names = "--members", description = "Also the index of each member (json)")
        private boolean members;

        @Option(names = "--format", description = "json, csv or table (default)")
        private ResultFormat format = ResultFormat.table;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Conversions conversions = Conversions.shipped();
            Agreement shell;
            List<Consolidation> years;
            if (generate.isPresent()) {
                GeneratedSector sector = FileCommands.size(generate.get(), seed);
                shell = sector.shell();
                Consolidation.Accumulator sums = new Consolidation.Accumulator(shell.name());
                for (int i = 0; i < sector.companies(); i++) {
                    Site site = sector.site(i);
                    sums.add(site, SiteYears.of(shell, site, conversions));
                }
                years = sums.years();
            } else {
                Path path = file.orElseThrow(() -> BadInput.of(Place.WHOLE, "energyindex.no-file"));
                shell = AgreementFiles.read(path, conversions);
                years = Consolidation.sector(shell, conversions);
            }
            PrintWriter out = spec.commandLine().getOut();
            if (format == ResultFormat.json) {
                out.println(Json.write(Results.sector(shell, years, members)));
            } else {
                print(out, format, rows(years));
            }
            return 0;
        }

        private static List<List<String>> rows(List<Consolidation> years) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(
                    "year", "sites", "E", "R", "IEE", "unadjusted", "d activity", "d structure", "d intensity"));
            for (int i = 0; i < years.size(); i++) {
                Consolidation year = years.get(i);
                Optional<Waterfall> fall = i == 0 ? Optional.empty() : Waterfall.of(years.get(i - 1), year);
                rows.add(List.of(
                        Integer.toString(year.year()),
                        Integer.toString(year.members().size()),
                        number(OptionalDouble.of(year.real()), 0),
                        number(OptionalDouble.of(year.theoretical()), 0),
                        number(year.index().percent(), 1),
                        number(year.unadjusted().percent(), 1),
                        fall.map(f -> number(OptionalDouble.of(f.activity()), 2))
                                .orElse(""),
                        fall.map(f -> number(OptionalDouble.of(f.structure()), 2))
                                .orElse(""),
                        fall.map(f -> number(OptionalDouble.of(f.intensity()), 2))
                                .orElse("")));
            }
            return rows;
        }
    }

    @Command(name = "report", mixinStandardHelpOptions = true, description = "The yearly report of a site")
    static final class Report implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE")
        private Path file;

        @Parameters(index = "1", paramLabel = "REPORT", description = ".pdf, or .xlsx laid out as table 5 of the note")
        private Path target;

        @Option(names = "--site", description = "Default: the first one")
        private Optional<String> site = Optional.empty();

        @Option(names = "--year", description = "Default: the last one recorded")
        private Optional<Integer> year = Optional.empty();

        @Option(names = "--language", paramLabel = "fr|en")
        private Optional<String> language = Optional.empty();

        @Override
        public Integer call() throws IOException {
            Conversions conversions = Conversions.shipped();
            Agreement agreement = AgreementFiles.read(file, conversions);
            Site chosen = site.map(id -> agreement
                            .findSite(id)
                            .orElseThrow(
                                    () -> BadInput.of(Place.ofFile(file.toString()), "energyindex.site-unknown", id)))
                    .orElseGet(() -> agreement.sites().getFirst());
            int shown = year.orElseGet(() -> chosen.years().isEmpty()
                    ? chosen.referenceYear()
                    : chosen.years().getLast().year());
            Wording wording = new Wording(Wiring.messages(), FileCommands.language(language));
            boolean workbook =
                    target.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx");
            byte[] content = workbook
                    ? Table5Workbook.of(agreement, chosen, shown, conversions, wording)
                    : YearReportPdf.of(YearReport.of(agreement, chosen, shown, conversions, List.of()), wording);
            Files.write(target, content);
            return 0;
        }
    }

    private static String number(OptionalDouble value, int decimals) {
        return value.isEmpty()
                ? ""
                : Wording.halfUp(value.getAsDouble(), decimals).toPlainString();
    }

    private static void print(PrintWriter out, ResultFormat format, List<List<String>> rows) {
        if (format == ResultFormat.csv) {
            rows.forEach(row -> out.println(String.join(",", row)));
            return;
        }
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(row.get(i))
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
