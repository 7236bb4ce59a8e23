package org.boucle.app.energyindex;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.EnergyUnit;
import org.boucle.features.energyindex.NoteExamples;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.Waterfall;

/** The list of agreements, how one is made or imported, and the sector's page. */
final class AgreementPages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Desk desk;

    AgreementPages(Desk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.page("/energy-index", Access.SIGNED_IN, exchange -> list(exchange, 200, List.of()))
                .form("/energy-index", Access.MANAGERS, this::create)
                .form("/energy-index/import", Access.MANAGERS, this::read)
                .form("/energy-index/sample", Access.MANAGERS, this::sample)
                .file("/energy-index/template.xlsx", Access.SIGNED_IN, this::template)
                .page("/energy-index/{agreement}", Access.SIGNED_IN, exchange -> sector(exchange, 200, List.of()))
                .form("/energy-index/{agreement}/sites", Access.MANAGERS, this::addSite)
                .file("/energy-index/{agreement}/agreement.xlsx", Access.MANAGERS, this::workbook)
                .file("/energy-index/{agreement}/sector.csv", Access.SIGNED_IN, this::csv);
    }

    private void list(Exchange exchange, int status, List<Issue> issues) {
        exchange.render(
                status,
                "energyindex/list.jte",
                exchange.page("energyindex.title"),
                Map.of(
                        "w", desk.words(exchange),
                        "agreements", desk.store().list(),
                        "schemes", desk.conversions().schemes(),
                        "issues", texts(exchange, issues)));
    }

    private List<String> texts(Exchange exchange, List<Issue> issues) {
        return issues.stream()
                .map(i -> i.text(desk.house().messages(), exchange.language()))
                .toList();
    }

    private void create(Exchange exchange) {
        try {
            Form form = exchange.form();
            Issues issues = new Issues();
            String id = form.text("id");
            if (!id.matches(AgreementReader.ID)) {
                issues.add(Place.ofField("id"), id.isEmpty() ? "energyindex.missing" : "energyindex.id", id);
            }
            Optional<EnergyUnit> unit = Vocabulary.energyUnit(form.text("unit"));
            if (unit.isEmpty()) {
                issues.add(Place.ofField("unit"), "energyindex.energy-unit", form.text("unit"), "GJp, MWhp");
            }
            String scheme = form.text("scheme");
            if (!scheme.equals("primary") && !desk.conversions().schemes().contains(scheme)) {
                issues.add(
                        Place.ofField("scheme"),
                        "energyindex.scheme-unknown",
                        scheme,
                        "primary, " + String.join(", ", desk.conversions().schemes()));
            }
            issues.throwIfAny();
            Agreement agreement = new Agreement(
                    id, form.text("name"), form.text("federation"), scheme, unit.orElseThrow(), List.of());
            if (!desk.store().addAgreement(agreement, exchange.user().name())) {
                throw BadInput.of(Place.ofField("id"), "energyindex.taken", id);
            }
            exchange.redirect("/energy-index/" + id);
        } catch (BadInput bad) {
            list(exchange, 400, bad.issues());
        }
    }

    /** Takes a file over, or shows all its issues and changes nothing. */
    private void read(Exchange exchange) {
        try {
            Form form = exchange.form();
            byte[] content = Desk.upload(form, "file")
                    .orElseThrow(() -> BadInput.of(Place.ofField("file"), "energyindex.missing"));
            String name = form.file("file").orElseThrow().name();
            Agreement agreement = AgreementFiles.read(name, content, desk.conversions());
            requireOwn(exchange, agreement);
            desk.store().save(agreement, exchange.user().name());
            exchange.redirect("/energy-index/" + agreement.id());
        } catch (BadInput bad) {
            list(exchange, 400, bad.issues());
        }
    }

    /** Who sees a part of an agreement only must not replace the whole of it. */
    private void requireOwn(Exchange exchange, Agreement agreement) {
        boolean all = desk.store().find(agreement.id()).stream()
                .flatMap(a -> a.sites().stream())
                .allMatch(s -> Desk.sees(exchange.user(), s));
        if (!all) {
            throw new Conflict("energyindex.not-yours", agreement.id());
        }
    }

    private void sample(Exchange exchange) {
        Agreement sample = NoteExamples.example1();
        if (desk.store().find(sample.id()).isEmpty()) {
            desk.store().save(sample, exchange.user().name());
        }
        exchange.redirect("/energy-index/" + sample.id());
    }

    private void template(Exchange exchange) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AgreementTemplate.write(exchange.language(), desk.house().messages(), bytes);
        exchange.download(XLSX, exchange.text("energyindex.template.file") + ".xlsx", bytes.toByteArray());
    }

    private void workbook(Exchange exchange) {
        Agreement agreement = visible(exchange, desk.agreement(exchange));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AgreementFiles.workbook(SheetRows.of(agreement, exchange.language()), Optional.empty(), bytes);
        exchange.download(XLSX, agreement.id() + ".xlsx", bytes.toByteArray());
    }

    private static Agreement visible(Exchange exchange, Agreement agreement) {
        return agreement.withSites(agreement.sites().stream()
                .filter(s -> Desk.sees(exchange.user(), s))
                .toList());
    }

    private void addSite(Exchange exchange) {
        Agreement agreement = desk.agreement(exchange);
        try {
            Site site = new SiteForms(exchange.form(), desk.words(exchange)).site();
            if (!desk.store().addSite(agreement.id(), site, exchange.user().name())) {
                throw BadInput.of(Place.ofField("site"), "energyindex.site-twice", site.id());
            }
            exchange.redirect("/energy-index/" + agreement.id() + "/" + site.id() + "/posts");
        } catch (BadInput bad) {
            sector(exchange, 400, bad.issues());
        }
    }

    private void sector(Exchange exchange, int status, List<Issue> issues) {
        Agreement agreement = desk.agreement(exchange);
        Wording words = desk.words(exchange);
        List<Consolidation> years = Consolidation.sector(agreement, desk.conversions());
        SectorView view = SectorView.of(agreement, years, exchange.user(), exchange.query("from"));
        exchange.render(
                status,
                "energyindex/sector.jte",
                exchange.page("energyindex.title"),
                Map.of(
                        "w",
                        words,
                        "view",
                        view,
                        "chart",
                        years.isEmpty() ? "" : Charts.sector(words, years),
                        "fall",
                        lastWaterfall(years)
                                .map(f -> Charts.waterfall(words, f))
                                .orElse(""),
                        "issues",
                        texts(exchange, issues)));
    }

    private static Optional<Waterfall> lastWaterfall(List<Consolidation> years) {
        return years.size() < 2 ? Optional.empty() : Waterfall.of(years.get(years.size() - 2), years.getLast());
    }

    private void csv(Exchange exchange) {
        Agreement agreement = desk.agreement(exchange);
        StringBuilder text =
                new StringBuilder("year,sites,real " + agreement.energyUnit().symbol() + ",theoretical "
                        + agreement.energyUnit().symbol() + ",IEE %,unadjusted %\n");
        for (Consolidation year : Consolidation.sector(agreement, desk.conversions())) {
            text.append(year.year()).append(',').append(year.members().size()).append(',');
            text.append(year.real()).append(',').append(year.theoretical()).append(',');
            text.append(csv(year.index().percent())).append(',');
            text.append(csv(year.unadjusted().percent())).append('\n');
        }
        exchange.csv(agreement.id() + "-sector.csv", text.toString());
    }

    static String csv(java.util.OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }
}
