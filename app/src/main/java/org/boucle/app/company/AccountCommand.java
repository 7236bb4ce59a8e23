package org.boucle.app.company;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.server.Json;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.impact.company.YearComparison;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boucle footprint account activities.csv}: an organisation's year, or what changed since an earlier one. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Yearly account of an organisation: scopes 1-3, BEGES / Bilan annuel d'une organisation")
public final class AccountCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "CSV or Excel (name, post, flow, quantity…), or a whole account in JSON")
    private Path file;

    @Option(names = "--organisation", description = "Name (default: the file's)")
    private String organisation;

    @Option(names = "--year", description = "Year of the activities (default: the last)")
    private Integer year;

    @Option(names = "--country", description = "Country of the activities (default: FR)")
    private String country = "FR";

    @Option(names = "--compare", paramLabel = "EARLIER", description = "Compare with this earlier year")
    private Path earlier;

    @Option(names = "--view", description = "location (default) or market")
    private String view = "location";

    @Option(names = "--format", description = "table, csv or json (default: table)")
    private ResultFormat format = ResultFormat.table;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final HeadReader heads = new HeadReader(Clock.systemUTC());

    @Override
    public Integer call() throws IOException {
        Language language = CommandLineHouse.language();
        CompanyFootprint result = compute(file, Optional.ofNullable(year), language);
        Basis basis = view.equalsIgnoreCase("market") ? Basis.MARKET : Basis.LOCATION;
        if (earlier != null) {
            CompanyFootprint before = compute(earlier, Optional.ofNullable(year).map(y -> y - 1), language);
            compare(new YearComparison(before, result, basis), language);
            return 0;
        }
        switch (format) {
            case json -> out.println(Json.write(CompanyResults.json(result, language)));
            case csv -> out.print(CompanyResults.csv(result));
            case table -> table(result, language);
        }
        return 0;
    }

    private CompanyFootprint compute(Path path, Optional<Integer> wanted, Language language) throws IOException {
        String name = path.getFileName().toString();
        byte[] content = Files.readAllBytes(path);
        FactorLibrary library = FactorLibrary.shipped();
        if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            StoredAccount stored =
                    CompanyApi.read(Json.read(new String(content, StandardCharsets.UTF_8)), heads, library, List.of());
            return CompanyFootprint.of(
                    stored.with(stored.rows().stream()
                            .map(StoredAccount.Row::activity)
                            .toList()),
                    library);
        }
        StoredAccount head = heads.read(
                Map.of(
                        "organisation",
                        organisation == null ? name : organisation,
                        "year",
                        String.valueOf(wanted.orElseGet(heads::year)),
                        "country",
                        country),
                List.of());
        Geography place = new Geography(head.country());
        return CompanyFootprint.of(head.with(ActivityReader.file(name, content, library, language, place)), library);
    }

    private void table(CompanyFootprint result, Language language) {
        out.println(result.footprint().subject() + ", t CO2e");
        for (Basis basis : List.of(Basis.LOCATION, Basis.MARKET)) {
            var interval = result.view(basis).interval(IndicatorCategory.GHG);
            out.printf(
                    "%-9s  1: %s  2: %s  3: %s  total: %s [%s; %s]%n",
                    basis.name().toLowerCase(Locale.ROOT),
                    tonnes(result.inventory().scope(Scope.SCOPE_1, basis), language),
                    tonnes(result.inventory().scope(Scope.SCOPE_2, basis), language),
                    tonnes(result.inventory().scope(Scope.SCOPE_3, basis), language),
                    tonnes(result.inventory().total(basis), language),
                    tonnes(interval.low(), language),
                    tonnes(interval.high(), language));
        }
        result.inventory()
                .posts()
                .forEach((post, value) ->
                        out.printf("%-4s %-44s %12s%n", post.number(), post.label(language), tonnes(value, language)));
        result.missing().forEach(m -> out.println("? " + m.activity() + ": " + m.flow() + " (" + m.unit() + ")"));
    }

    private void compare(YearComparison comparison, Language language) {
        if (format == ResultFormat.json) {
            out.println(Json.write(CompanyResults.comparison(comparison)));
            return;
        }
        String separator = format == ResultFormat.csv ? "," : "  ";
        out.println(String.join(separator, "line", "before", "after", "difference", "by_activity", "by_factor"));
        comparison
                .rows()
                .forEach(r -> out.println(String.join(
                        separator,
                        org.boucle.app.footprint.Results.cell(r.id()),
                        String.valueOf(r.before()),
                        String.valueOf(r.after()),
                        String.valueOf(r.difference()),
                        String.valueOf(r.byActivity()),
                        String.valueOf(r.byFactor()))));
        if (format == ResultFormat.table) {
            out.println("P = " + comparison.probabilityFell(CompanyResults.RUNS, CompanyResults.SEED) + ", "
                    + tonnes(comparison.difference(), language) + " t CO2e");
        }
    }

    private static String tonnes(double kilograms, Language language) {
        return Quantity.number(kilograms / 1000, language);
    }
}
