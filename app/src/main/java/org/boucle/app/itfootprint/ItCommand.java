package org.boucle.app.itfootprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.server.Json;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boucle it}: the footprint of one item, or of an inventory in a CSV or Excel file. */
@Command(
        name = "it",
        mixinStandardHelpOptions = true,
        description = "Footprint of digital equipment",
        footer = {
            "",
            "boucle it server location=FRA cpu_name='Xeon Gold 6134' load=30",
            "boucle it cloud provider=aws instance_type=m5.xlarge location=DEU",
            "boucle it terminal device=laptop-pro years=6",
            "boucle it --inventory equipment.csv"
        })
public final class ItCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "KIND [FIELD=VALUE...]", description = "server, cloud or terminal")
    private List<String> words = List.of();

    @Option(names = "--inventory", paramLabel = "FILE", description = "CSV or Excel: kind, quantity and the fields")
    private Optional<Path> inventory = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            description = "How the result is printed (default: table)")
    private String format = "table";

    @Override
    public Integer call() throws IOException {
        if (inventory.isPresent()) {
            String name = inventory.get().getFileName().toString();
            Inventory read = Inventory.read(name, Files.readAllBytes(inventory.get()), CommandLineHouse.language());
            print(read.weigh(name, ItFootprint.shipped()).totals());
            return 0;
        }
        if (words.isEmpty()) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return 2;
        }
        Map<String, String> fields = new HashMap<>();
        words.stream()
                .skip(1)
                .map(word -> word.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> fields.put(pair[0], pair[1]));
        Setup setup =
                Setup.of(words.getFirst(), name -> Optional.ofNullable(fields.get(name)), CommandLineHouse.language());
        Assessment assessment = setup.assess(ItFootprint.shipped(), false);
        if (format.equals("json")) {
            spec.commandLine().getOut().println(Json.write(ItJson.assessment(assessment, 1, true)));
            return 0;
        }
        Map<Criterion, Estimate> totals = new java.util.EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            assessment.findTotal(criterion).ifPresent(total -> totals.put(criterion, total));
        }
        print(totals);
        return 0;
    }

    private void print(Map<Criterion, Estimate> totals) {
        var out = spec.commandLine().getOut();
        if (format.equals("json")) {
            Map<String, Object> sums = new java.util.LinkedHashMap<>();
            totals.forEach((criterion, sum) -> sums.put(criterion.key(), ItJson.estimate(criterion, sum)));
            out.println(Json.write(sums));
            return;
        }
        boolean csv = format.equals("csv");
        out.println(
                csv
                        ? "criterion,unit,value,min,max"
                        : String.format("%-9s %-20s %12s %12s %12s", "", "", "value", "min", "max"));
        totals.forEach((criterion, sum) -> out.println(String.format(
                Locale.ROOT,
                csv ? "%s,%s,%s,%s,%s" : "%-9s %-20s %12.5g %12.5g %12.5g",
                criterion.key(),
                criterion.unit(),
                sum.value(),
                sum.min(),
                sum.max())));
    }
}
