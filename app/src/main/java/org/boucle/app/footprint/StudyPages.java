package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.footprint.imports.LinkedDatabase;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.lca.Samples;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import tools.jackson.databind.JsonNode;

/** Imported life-cycle databases asked: pick a process and an amount, read its impacts and where they come from. */
public final class StudyPages {
    private static final String TAG = "footprint";
    private static final int MOST_FOUND = 30;
    private static final int MOST_RUNS = 2_000;

    private final Databases databases;

    StudyPages(Databases databases) {
        this.databases = databases;
    }

    void routes(Routes routes) {
        routes.page("/lca", Access.SIGNED_IN, this::list)
                .page("/lca/{id}", Access.SIGNED_IN, this::search)
                .page("/lca/{id}/{process}", Access.SIGNED_IN, this::one)
                .file("/lca/{id}/{process}/impacts.csv", Access.SIGNED_IN, this::csv)
                .get(
                        "/api/footprint/databases",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "The imported life-cycle databases that can be asked"),
                        this::listJson)
                .get(
                        "/api/footprint/databases/{id}/processes",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Processes of a database by words of their name")
                                .query("q", "words"),
                        exchange -> exchange.json(
                                find(prepared(exchange), exchange.query("q").orElse("")).stream()
                                        .map(Found::json)
                                        .toList()))
                .get(
                        "/api/footprint/databases/{id}/processes/{process}",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "All impacts of an amount of a process's product, with their explanation")
                                .query("amount", "in the product's unit, 1 by default")
                                .query("category", "code of the category explained, the first by default")
                                .query("runs", "Monte Carlo runs, none by default, at most 2000"),
                        this::oneJson)
                .post(
                        "/api/footprint/databases/{id}/processes/{process}/whatif",
                        Access.SIGNED_IN,
                        ApiDoc.of(
                                        TAG,
                                        "All impacts with one input of the process at another amount per unit of product")
                                .body("application/json", "{\"input\":12,\"per\":0.8,\"amount\":1}"),
                        this::whatIfJson);
    }

    private void list(Exchange exchange) {
        Page page = exchange.page("footprint.lca");
        exchange.render("footprint/databases.jte", page, Map.of("databases", databases.list(exchange.user())));
    }

    private Databases.Prepared prepared(Exchange exchange) {
        return databases.prepared(databases.entry(exchange.user(), exchange.path("id")));
    }

    /** A process found by its name. */
    public record Found(int index, LinkedDatabase.Activity activity) {
        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("process", index);
            json.put("name", activity.process());
            json.put("product", activity.product());
            json.put("unit", activity.unit());
            json.put("location", activity.location());
            json.put("year", activity.year());
            json.put("dataset", activity.id());
            return json;
        }
    }

    static List<Found> find(Databases.Prepared database, String words) {
        String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < database.data().activities().size() && found.size() < MOST_FOUND; i++) {
            LinkedDatabase.Activity activity = database.data().activities().get(i);
            String text = (activity.process() + " " + activity.product() + " " + activity.location())
                    .toLowerCase(Locale.ROOT);
            boolean all = true;
            for (String word : wanted) {
                all &= text.contains(word);
            }
            if (all) {
                found.add(new Found(i, activity));
            }
        }
        return found;
    }

    private void search(Exchange exchange) {
        ImportedFactors.Import entry = databases.entry(exchange.user(), exchange.path("id"));
        String words = exchange.query("q").orElse("");
        Databases.Prepared database = databases.prepared(entry);
        exchange.render(
                "footprint/database.jte",
                exchange.page("footprint.lca"),
                Map.of(
                        "entry",
                        entry,
                        "words",
                        words,
                        "count",
                        database.data().activities().size(),
                        "found",
                        find(database, words)));
    }

    private Study study(Exchange exchange, Databases.Prepared database) {
        return study(exchange, database, number(exchange.query("amount"), "amount", 1));
    }

    private static Study study(Exchange exchange, Databases.Prepared database, double amount) {
        String text = exchange.path("process");
        int index = text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
        if (index < 0 || index >= database.data().activities().size()) {
            throw new NotFound("process " + text);
        }
        return new Study(database, index, amount, category(exchange, database));
    }

    private static int category(Exchange exchange, Databases.Prepared database) {
        List<String> codes = database.data().categories();
        Optional<String> asked = exchange.query("category").filter(c -> !c.isEmpty());
        int index = codes.indexOf(asked.orElse(IndicatorCategory.GHG.code()));
        if (index < 0 && asked.isPresent()) {
            throw BadInput.of(Place.ofField("category"), "footprint.lca.category", asked.get());
        }
        return Math.max(0, index);
    }

    private static double number(Optional<String> text, String field, double otherwise) {
        if (text.isEmpty() || text.get().isBlank()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text.get().strip().replace(',', '.'));
            if (Double.isFinite(value) && Math.abs(value) <= 1e15) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            // told below
        }
        throw BadInput.of(Place.ofField(field), "footprint.lca.number", text.get());
    }

    /** An answered what-if: which input, its amount per unit before and after, and what it does. */
    public record Answer(Study.Input input, double per, Optional<List<Study.Change>> changes) {}

    private void one(Exchange exchange) {
        ImportedFactors.Import entry = databases.entry(exchange.user(), exchange.path("id"));
        Databases.Prepared database = databases.prepared(entry);
        Study study = study(exchange, database);
        Page page = exchange.page("footprint.lca");
        Optional<Samples> samples = exchange.query("runs").map(runs -> study.samples(runs(runs)));
        exchange.render(
                "footprint/study.jte",
                page,
                Map.of(
                        "entry", entry,
                        "study", study,
                        "chart", StudyChart.of(study, page),
                        "samples", samples,
                        "answer", answer(exchange, study)));
    }

    private static Optional<Answer> answer(Exchange exchange, Study study) {
        Optional<String> input = exchange.query("input").filter(text -> !text.isEmpty());
        if (input.isEmpty()) {
            return Optional.empty();
        }
        double per = number(exchange.query("per"), "per", Double.NaN);
        return Optional.of(answer(study, input.get(), per));
    }

    private static Answer answer(Study study, String input, double per) {
        Study.Input found = study.inputs(Integer.MAX_VALUE).stream()
                .filter(i -> String.valueOf(i.row()).equals(input))
                .findFirst()
                .orElseThrow(() -> BadInput.of(Place.ofField("input"), "footprint.lca.input", input));
        double wanted = Double.isNaN(per) ? found.amount() : per;
        return new Answer(found, wanted, study.whatIf(found.row(), wanted));
    }

    private static int runs(String text) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 2 || Integer.parseInt(text) > MOST_RUNS) {
            throw BadInput.of(Place.ofField("runs"), "footprint.lca.runs", text, MOST_RUNS);
        }
        return Integer.parseInt(text);
    }

    private void csv(Exchange exchange) {
        Study study = study(exchange, prepared(exchange));
        exchange.csv("impacts.csv", StudyText.csv(study, exchange.language()));
    }

    private void listJson(Exchange exchange) {
        exchange.json(databases.list(exchange.user()).stream()
                .map(entry -> Map.of(
                        "id", entry.id(),
                        "name", entry.name(),
                        "format", entry.format(),
                        "shared", entry.shared(),
                        "created", entry.created().toString()))
                .toList());
    }

    private void oneJson(Exchange exchange) {
        Study study = study(exchange, prepared(exchange));
        Map<String, Object> json = StudyText.json(study, exchange.language());
        exchange.query("runs").ifPresent(runs -> json.put("samples", StudyText.samples(study.samples(runs(runs)))));
        exchange.json(json);
    }

    private void whatIfJson(Exchange exchange) {
        JsonNode body = exchange.json();
        Optional<String> amount = Optional.of(body.path("amount").asString("1"));
        Study study = study(exchange, prepared(exchange), number(amount, "amount", 1));
        double per = number(Optional.of(body.path("per").asString("")), "per", Double.NaN);
        Answer answer = answer(study, body.path("input").asString(""), per);
        exchange.json(StudyText.whatIf(study, answer, exchange.language()));
    }
}
