package org.boucle.app.footprint;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.boucle.app.Wiring;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import org.boucle.core.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boucle footprint methods cff ev=2 r1=0.4}: the calculators of the accounting methods. */
@Command(
        name = "methods",
        mixinStandardHelpOptions = true,
        description = "Circular Footprint Formula, MCI, ISO 14083, ISO 59020 / Calculs de méthode")
public final class MethodsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "METHOD", description = "cff, mci, iso14083 or iso59020")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FIELD=VALUE",
            description = "Inputs; none lists those of the method")
    private List<String> inputs = List.of();

    @Option(names = "--format", description = "table, csv or json (default: table)")
    private ResultFormat format = ResultFormat.table;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() {
        Method method = Method.find(name)
                .orElseThrow(() -> BadInput.of(Place.ofField("METHOD"), "footprint.methods.unknown", name));
        Language language = CommandLineHouse.language();
        Messages messages = Wiring.messages();
        if (inputs.isEmpty()) {
            method.fields()
                    .forEach(f -> out.printf("%-20s %-14s %s%n", f.name(), f.unit(), label(messages, method, f)));
            return 0;
        }
        Map<String, String> texts = texts();
        switch (format) {
            case json -> out.println(Json.write(MethodPages.answer(method, texts, language, language, messages)));
            case csv -> {
                out.println("name,value,unit");
                method.compute(texts, language)
                        .forEach(r -> out.println(r.name() + "," + r.value() + "," + Results.cell(r.unit())));
            }
            case table -> table(method, texts, language, messages);
        }
        return 0;
    }

    private static String label(Messages messages, Method method, MethodField field) {
        return messages.get(CommandLineHouse.language(), "footprint.methods." + method.code() + "." + field.name());
    }

    private void table(Method method, Map<String, String> texts, Language language, Messages messages) {
        for (Method.Result result : method.compute(texts, language)) {
            out.printf(
                    "%-48s %12s %s%n",
                    messages.get(language, "footprint.methods." + result.name()),
                    Quantity.number(result.value(), language),
                    result.unit());
        }
        out.println(method.formula());
        out.println(method.source());
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals < 1) {
                throw BadInput.of(Place.ofField(input), "footprint.methods.pair", input);
            }
            if (texts.put(input.substring(0, equals), input.substring(equals + 1)) != null) {
                throw BadInput.of(Place.ofField(input.substring(0, equals)), "footprint.methods.twice");
            }
        }
        return texts;
    }
}
