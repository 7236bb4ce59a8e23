package org.boucle.app.footprint;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.company.AccountCommand;
import org.boucle.app.server.Json;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Interval;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boucle footprint product.yaml}: the footprint of a product model, or what a variant changes. */
@Command(
        name = "footprint",
        mixinStandardHelpOptions = true,
        subcommands = {MethodsCommand.class, AccountCommand.class, DatabaseCommand.class},
        description = "Footprint of a product model (YAML, JSON, Excel or CSV) / Empreinte d'un modèle de produit")
public final class FootprintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "Product model")
    private Path model;

    @Option(names = "--compare", paramLabel = "VARIANT", description = "Compare with this variant of the product")
    private Path variant;

    @Option(names = "--format", description = "table, csv or json (default: table)")
    private ResultFormat format = ResultFormat.table;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        if (model == null) {
            throw new ParameterException(spec.commandLine(), "MODEL is missing / il manque le modèle");
        }
        ProductFootprint result = compute(model);
        Language language = CommandLineHouse.language();
        if (variant != null) {
            compare(result.footprint(), compute(variant).footprint(), language);
            return 0;
        }
        switch (format) {
            case json -> out.println(Json.write(Results.json(result, language)));
            case csv -> out.print(Results.csv(result.footprint()));
            case table -> table(result, language);
        }
        return 0;
    }

    private static ProductFootprint compute(Path file) throws IOException {
        FactorLibrary library = FactorLibrary.shipped();
        return ProductFootprint.of(
                ProductFiles.read(file.getFileName().toString(), Files.readAllBytes(file), library), library);
    }

    private void table(ProductFootprint result, Language language) {
        Footprint footprint = result.footprint();
        out.println(result.product().name() + " (" + result.product().functionalUnit() + ")");
        for (ImpactCategory category : footprint.categories()) {
            Interval interval = footprint.interval(category);
            out.printf(
                    "%-28s %12s %-9s [%s; %s]%n",
                    category.label(language),
                    Quantity.number(footprint.total(category), language),
                    category.unit().symbol(),
                    Quantity.number(interval.low(), language),
                    Quantity.number(interval.high(), language));
        }
        out.println();
        for (FootprintLine line : footprint.hotSpots(IndicatorCategory.GHG, 8)) {
            out.printf(
                    "%-34s %10s kg CO2e = %s %s × %s (%s)%n",
                    line.id(),
                    Quantity.number(line.value(), language),
                    Quantity.number(line.activity().quantity().value(), language),
                    line.activity().quantity().unit().symbol(),
                    Quantity.number(line.factor().value(), language),
                    line.factor().source().title());
        }
        result.missing().forEach(m -> out.println("? " + m.item() + ": " + m.flow()));
    }

    private void compare(Footprint before, Footprint after, Language language) {
        FootprintComparison comparison = new FootprintComparison(before, after);
        if (format == ResultFormat.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("before", before.subject());
            json.put("after", after.subject());
            json.put("categories", Results.comparison(comparison, language, 1_000, 20_260_101));
            out.println(Json.write(json));
            return;
        }
        String separator = format == ResultFormat.csv ? "," : "  ";
        out.println(String.join(separator, "category", "unit", "before", "after", "difference", "probability_lower"));
        for (ImpactCategory category : before.categories()) {
            out.println(String.join(
                    separator,
                    category.code(),
                    category.unit().symbol(),
                    String.valueOf(before.total(category)),
                    String.valueOf(after.total(category)),
                    String.valueOf(comparison.difference(category)),
                    String.valueOf(comparison.probabilityLower(category, 1_000, 20_260_101))));
        }
    }
}
