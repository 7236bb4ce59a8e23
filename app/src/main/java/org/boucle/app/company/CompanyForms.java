package org.boucle.app.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.company.CompanyAccount;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.Contract;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Messages;

/** The pages by which an account is made, filled from forms, files and meters, closed and deleted. */
final class CompanyForms {
    private static final long LONGEST_FILE = 8_000_000;

    private final CompanyStore store;
    private final CompanyPages pages;
    private final LiveAccounts live;
    private final HeadReader heads;
    private final Messages messages;
    private final CompanySample sample;

    CompanyForms(
            CompanyStore store,
            CompanyPages pages,
            LiveAccounts live,
            HeadReader heads,
            Messages messages,
            CompanySample sample) {
        this.store = store;
        this.pages = pages;
        this.live = live;
        this.heads = heads;
        this.messages = messages;
        this.sample = sample;
    }

    void routes(Routes routes) {
        routes.page("/company/new", Access.MANAGERS, e -> blank(e, 200, List.of(), Map.of()))
                .form("/company/new", Access.MANAGERS, this::create)
                .form("/company/sample", Access.MANAGERS, this::addSample)
                .page("/company/{id}/activities", Access.SIGNED_IN, e -> edit(e, 200, List.of(), edited(e)))
                .form("/company/{id}/activities", Access.MANAGERS, e -> guarded(e, this::saveActivity))
                .form("/company/{id}/import", Access.MANAGERS, e -> guarded(e, this::importFile))
                .form("/company/{id}/meters", Access.MANAGERS, e -> guarded(e, this::saveMeters))
                .form("/company/{id}/contract", Access.MANAGERS, e -> guarded(e, this::saveContract))
                .form("/company/{id}/remove", Access.MANAGERS, e -> guarded(e, this::remove))
                .form("/company/{id}/head", Access.MANAGERS, e -> guarded(e, this::saveHead))
                .form("/company/{id}/close", Access.MANAGERS, e -> guarded(e, this::close))
                .form("/company/{id}/delete", Access.MANAGERS, this::delete);
    }

    private interface Change {
        void run(Exchange exchange, StoredAccount stored);
    }

    /** Refuses changes of a closed account; bad input comes back with the form. */
    private void guarded(Exchange exchange, Change change) {
        StoredAccount stored = pages.stored(exchange);
        if (stored.closed().isPresent()) {
            throw new Conflict("company.closed");
        }
        try {
            change.run(exchange, stored);
        } catch (BadInput bad) {
            edit(exchange, 400, bad.issues(), fields(exchange.form()));
        }
    }

    private static void back(Exchange exchange, StoredAccount stored) {
        exchange.redirect("/company/" + stored.id() + "/activities");
    }

    private void blank(Exchange exchange, int status, List<Issue> issues, Map<String, String> fields) {
        Page page = exchange.page("company.new");
        exchange.render(
                status,
                "company/new.jte",
                page,
                Map.of("issues", texts(exchange, issues), "fields", fields, "year", heads.year()));
    }

    private void create(Exchange exchange) {
        Map<String, String> fields = fields(exchange.form());
        try {
            StoredAccount head = heads.read(fields, exchange.sites());
            long id = store.add(exchange.user(), head);
            exchange.redirect("/company/" + id + "/activities");
        } catch (BadInput bad) {
            blank(exchange, 400, bad.issues(), fields);
        }
    }

    private void addSample(Exchange exchange) {
        long id = sample.add(exchange.user(), Optional.empty());
        exchange.redirect("/company/" + id);
    }

    private void edit(Exchange exchange, int status, List<Issue> issues, Map<String, String> fields) {
        StoredAccount stored = pages.stored(exchange);
        Page page = exchange.page("company.activities");
        exchange.render(
                status,
                "company/activities.jte",
                page,
                Map.of(
                        "stored",
                        stored,
                        "view",
                        new CompanyView(page, stored, live.footprint(stored, page.language()), live.silent(stored)),
                        "kinds",
                        live.known(stored),
                        "library",
                        live.library(stored.company()),
                        "issues",
                        texts(exchange, issues),
                        "fields",
                        fields,
                        "from",
                        from(exchange)));
    }

    private static int from(Exchange exchange) {
        return exchange.query("from")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private Map<String, String> edited(Exchange exchange) {
        StoredAccount stored = pages.stored(exchange);
        return exchange.query("edit")
                .flatMap(name -> stored.rows().stream()
                        .filter(r -> r.activity().name().equals(name))
                        .findFirst())
                .map(row -> ActivityWords.fields(row.activity(), exchange.language()))
                .orElse(Map.of());
    }

    private void saveActivity(Exchange exchange, StoredAccount stored) {
        Map<String, String> fields = fields(exchange.form());
        String was = fields.getOrDefault("was", "");
        fields.remove("was");
        Optional<MeterKind> meter = MeterKind.find(fields.getOrDefault("meter", ""));
        fields.remove("meter");
        Issues issues = new Issues();
        CompanyActivity activity =
                reader(exchange, stored, issues).activity(fields, Place.WHOLE).orElse(null);
        issues.throwIfAny();
        if (!was.isEmpty() && !was.equals(activity.name())) {
            store.remove(exchange.user(), stored.id(), "activity", was);
        }
        requireRoom(stored, 1);
        store.put(exchange.user(), stored.id(), List.of(new StoredAccount.Row(activity, meter)));
        back(exchange, stored);
    }

    private ActivityReader reader(Exchange exchange, StoredAccount stored, Issues issues) {
        return new ActivityReader(
                live.library(stored.company()), exchange.language(), new Geography(stored.country()), issues);
    }

    private static void requireRoom(StoredAccount stored, int more) {
        if (stored.rows().size() + more > ActivityReader.MOST) {
            throw BadInput.of(Place.WHOLE, "company.many", stored.rows().size() + more, ActivityReader.MOST);
        }
    }

    private void importFile(Exchange exchange, StoredAccount stored) {
        Form.Upload upload =
                exchange.form().file("file").orElseThrow(() -> BadInput.of(Place.ofField("file"), "footprint.file"));
        List<CompanyActivity> activities = ActivityReader.file(
                upload.name(),
                content(upload),
                live.library(stored.company()),
                exchange.language(),
                new Geography(stored.country()));
        requireRoom(stored, activities.size());
        store.put(
                exchange.user(),
                stored.id(),
                activities.stream().map(StoredAccount.Row::entered).toList());
        back(exchange, stored);
    }

    private static byte[] content(Form.Upload upload) {
        try {
            long size = Files.size(upload.path());
            if (size > LONGEST_FILE) {
                throw BadInput.of(Place.ofFile(upload.name()), "footprint.long", size, LONGEST_FILE);
            }
            return Files.readAllBytes(upload.path());
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the upload", failure);
        }
    }

    /** Links the chosen kinds of meters, each as an activity in its usual post. */
    private void saveMeters(Exchange exchange, StoredAccount stored) {
        List<StoredAccount.Row> rows = exchange.form().all("meter").stream()
                .flatMap(name -> MeterKind.find(name).stream())
                .distinct()
                .map(kind -> ActivityWords.metered(
                        kind,
                        messages.get(exchange.language(), "company.meter." + kind.name()),
                        new Geography(stored.country())))
                .toList();
        store.put(exchange.user(), stored.id(), rows);
        back(exchange, stored);
    }

    private void saveContract(Exchange exchange, StoredAccount stored) {
        Issues issues = new Issues();
        Map<String, String> fields = fields(exchange.form());
        Contract contract =
                reader(exchange, stored, issues).contract(fields, Place.WHOLE).orElse(null);
        issues.throwIfAny();
        List<Contract> all = new java.util.ArrayList<>(stored.contracts());
        all.removeIf(c -> c.name().equals(contract.name()));
        all.add(contract);
        if (CompanyAccount.covered(all) > 1 + 1e-9) {
            throw BadInput.of(Place.ofField("share"), "company.contract.sum", 100 * CompanyAccount.covered(all));
        }
        store.put(exchange.user(), stored.id(), contract);
        back(exchange, stored);
    }

    private void remove(Exchange exchange, StoredAccount stored) {
        store.remove(
                exchange.user(),
                stored.id(),
                exchange.form().text("what"),
                exchange.form().text("item"));
        back(exchange, stored);
    }

    private void saveHead(Exchange exchange, StoredAccount stored) {
        store.head(exchange.user(), stored.id(), heads.read(fields(exchange.form()), exchange.sites()));
        back(exchange, stored);
    }

    private void close(Exchange exchange, StoredAccount stored) {
        store.close(exchange.user(), stored.id(), live.activities(stored, exchange.language()));
        exchange.redirect("/company/" + stored.id());
    }

    private void delete(Exchange exchange) {
        store.delete(exchange.user(), pages.stored(exchange).id());
        exchange.redirect("/company");
    }

    private List<String> texts(Exchange exchange, List<Issue> issues) {
        return issues.stream()
                .map(i -> i.text(messages, exchange.language()))
                .limit(30)
                .toList();
    }

    private static Map<String, String> fields(Form form) {
        Map<String, String> fields = new HashMap<>();
        form.names().forEach(name -> fields.put(name, form.text(name)));
        fields.remove("_csrf");
        fields.values().removeIf(String::isBlank);
        return fields;
    }
}
