package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.DeclaredFootprints;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Explanation;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Stage;
import org.boucle.features.itfootprint.Uncertainty;

/** Configurators of server, cloud instance and terminal; comparison of up to four; a number opened down to its sources. */
final class ItPages {
    private static final int MOST_COMPARED = 4;
    private static final int MOST_PRODUCTS = 20;

    private ItPages() {}

    static void register(Routes routes, Access access) {
        routes.page("/it", access, exchange -> exchange.redirect("/it/configure/server"))
                .page("/it/configure/{kind}", access, ItPages::configure)
                .page("/it/explain", access, ItPages::explain)
                .page("/it/compare", access, ItPages::compare)
                .page("/it/declared", access, ItPages::declared)
                .page("/it/cpu-names", access, ItPages::cpuNames)
                .page("/it/instances", access, ItPages::instances)
                .file("/it/result.csv", access, ItPages::csv);
    }

    private static Setup setup(Exchange exchange, String kind) {
        return Setup.of(kind, exchange::query, exchange.language());
    }

    /** The form and its result; htmx asks for the result alone while one changes fields. */
    private static void configure(Exchange exchange) {
        Setup setup = setup(exchange, exchange.path("kind"));
        Map<String, Object> model = new HashMap<>();
        model.put("setup", setup);
        model.put("fields", SetupField.of(setup.kind()));
        model.put("compared", compared(exchange));
        model.put("issues", List.<String>of());
        model.put("rows", List.<ImpactRow>of());
        model.put("spread", Optional.empty());
        model.put("warnings", List.<String>of());
        model.put("gauge", Optional.empty());
        model.put("recovery", setup.recovery());
        try {
            Assessment assessment = setup.assess(ItFootprint.shipped(), false);
            boolean all = exchange.query("criteria").filter("all"::equals).isPresent();
            model.put("rows", ImpactRow.of(assessment, all ? Criterion.all() : ImpactRow.SHOWN));
            model.put("spread", Optional.of(Uncertainty.ofTotal(assessment, Criterion.GWP)));
            model.put("warnings", assessment.warnings());
            model.put("gauge", gauge(setup, assessment));
        } catch (BadInput bad) {
            model.put("issues", texts(exchange, bad));
        } catch (Faults.Found faults) {
            model.put("issues", List.of(faults.getMessage()));
        }
        boolean refused = !((List<?>) model.get("issues")).isEmpty();
        String template = exchange.isPart() ? "itfootprint/result.jte" : "itfootprint/configure.jte";
        // htmx swaps answers of success only, so a part with issues is one
        exchange.render(
                refused && !exchange.isPart() ? 400 : 200,
                template,
                exchange.page("itfootprint." + setup.kind() + ".title"),
                model);
    }

    /** Where a bottom-up figure lies among the declarations of manufacturers, where there are some of its kind. */
    private static Optional<Gauge> gauge(Setup setup, Assessment assessment) {
        String category = switch (setup.kind()) {
            case "server" -> "Server";
            case "terminal" -> Gauge.category(setup.fields().get("device"));
            default -> "";
        };
        return DeclaredFootprints.shipped()
                .distribution(category)
                .flatMap(distribution -> assessment
                        .find(Criterion.GWP, Stage.EMBEDDED)
                        .map(Estimate::value)
                        .map(value -> new Gauge(distribution, value)));
    }

    private static List<String> texts(Exchange exchange, BadInput bad) {
        return bad.issues().stream()
                .map(issue -> issue.place().path() + " : "
                        + exchange.text(
                                "issue." + issue.code(), issue.arguments().toArray()))
                .toList();
    }

    private static List<String> compared(Exchange exchange) {
        return exchange.queries("c").stream()
                .filter(address -> address.length() < 1_000)
                .limit(MOST_COMPARED)
                .toList();
    }

    private static void compare(Exchange exchange) {
        List<ComparedSetup> columns = new ArrayList<>();
        List<String> issues = new ArrayList<>();
        for (String address : compared(exchange)) {
            try {
                Setup setup = Setup.parse(address, exchange.language());
                Assessment assessment = setup.assess(ItFootprint.shipped(), false);
                columns.add(new ComparedSetup(setup, ImpactRow.of(assessment, ImpactRow.SHOWN)));
            } catch (BadInput bad) {
                issues.addAll(texts(exchange, bad));
            }
        }
        exchange.render(
                "itfootprint/compare.jte",
                exchange.page("itfootprint.compare.title"),
                Map.of("columns", columns, "issues", issues, "criteria", ImpactRow.SHOWN));
    }

    private static void explain(Exchange exchange) {
        Setup setup = setup(exchange, exchange.query("kind").orElse(""));
        Criterion criterion =
                exchange.query("criterion").flatMap(Criterion::find).orElse(Criterion.GWP);
        Assessment assessment = setup.assess(ItFootprint.shipped(), true);
        Page page = exchange.page("itfootprint.explain.title");
        Explanation explanation = assessment.explanation().orElseThrow();
        Map<String, Object> model = Map.of(
                "setup", setup,
                "criterion", criterion,
                "whole", ExplainedPart.of(explanation, criterion, page),
                "parts",
                        explanation.parts().stream()
                                .map(part -> ExplainedPart.of(part, criterion, page))
                                .toList(),
                "source",
                        ItFootprint.shipped()
                                .catalogue()
                                .electricitySource(setup.fields().getOrDefault("location", ""), criterion)
                                .orElse(""));
        exchange.render(exchange.isPart() ? "itfootprint/explain.jte" : "itfootprint/explained.jte", page, model);
    }

    private static void declared(Exchange exchange) {
        String search = exchange.query("search").orElse("");
        Optional<String> category = exchange.query("category");
        DeclaredFootprints catalogue = DeclaredFootprints.shipped();
        exchange.render(
                "itfootprint/declared.jte",
                exchange.page("itfootprint.declared.title"),
                Map.of(
                        "search", search,
                        "category", category.orElse(""),
                        "rows", DeclaredRow.all(),
                        "found", catalogue.count(search, category),
                        "products", catalogue.search(search, category, MOST_PRODUCTS)));
    }

    private static void cpuNames(Exchange exchange) {
        String text = exchange.query("cpu_name").orElse("");
        options(
                exchange,
                text.length() < 3
                        ? List.of()
                        : ItFootprint.shipped().catalogue().cpuNames(text, 12));
    }

    private static void instances(Exchange exchange) {
        String text = exchange.query("instance_type").orElse("").toLowerCase(java.util.Locale.ROOT);
        String provider = exchange.query("provider").orElse("aws");
        options(
                exchange,
                ItFootprint.shipped().catalogue().cloudInstances(provider).stream()
                        .filter(id -> id.contains(text))
                        .limit(12)
                        .toList());
    }

    private static void options(Exchange exchange, List<String> names) {
        exchange.render("itfootprint/options.jte", exchange.page("itfootprint.title"), Map.of("names", names));
    }

    private static void csv(Exchange exchange) {
        Setup setup = setup(exchange, exchange.query("kind").orElse(""));
        StringBuilder csv = new StringBuilder("criterion,unit,stage,value,min,max\n");
        for (ImpactRow row : ImpactRow.of(setup.assess(ItFootprint.shipped(), false), Criterion.all())) {
            row.embedded().ifPresent(estimate -> line(csv, row.criterion(), "embedded", estimate));
            row.use().ifPresent(estimate -> line(csv, row.criterion(), "use", estimate));
        }
        exchange.csv("footprint-" + setup.kind() + ".csv", csv.toString());
    }

    private static void line(StringBuilder csv, Criterion criterion, String stage, Estimate estimate) {
        csv.append(criterion.key())
                .append(',')
                .append(criterion.unit())
                .append(',')
                .append(stage);
        for (double value : new double[] {estimate.value(), estimate.min(), estimate.max()}) {
            csv.append(',').append(value);
        }
        csv.append('\n');
    }
}
