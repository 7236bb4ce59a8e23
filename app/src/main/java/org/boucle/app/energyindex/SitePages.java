package org.boucle.app.energyindex;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.boucle.app.accounts.Access;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;

/** A site: its curve, its posts, table 5 of a year as an editable grid, its reports. */
final class SitePages {
    static final String SITE = "/energy-index/{agreement}/{site}";
    private static final String YEAR = SITE + "/years/{year}";

    private final Desk desk;

    SitePages(Desk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.page(SITE, Access.SIGNED_IN, this::overview)
                .page(SITE + "/posts", Access.SIGNED_IN, e -> posts(e, 200, List.of()))
                .form(SITE + "/posts", Access.MANAGERS, e -> editPosts(e, "energyindex.post", f -> f::addPost))
                .form(SITE + "/stop", Access.MANAGERS, e -> editPosts(e, "energyindex.stop", f -> f::stop))
                .page(YEAR, Access.SIGNED_IN, e -> year(e, 200, List.of()))
                .form(YEAR, Access.MANAGERS, this::saveYear)
                .page(SITE + "/year", Access.SIGNED_IN, this::chooseYear)
                .page(YEAR + "/report", Access.SIGNED_IN, this::report)
                .file(YEAR + "/report.pdf", Access.SIGNED_IN, this::pdf)
                .file(YEAR + "/table5.xlsx", Access.SIGNED_IN, this::table5)
                .file(SITE + "/index.csv", Access.SIGNED_IN, this::csv);
    }

    static String address(SiteVersion at) {
        return "/energy-index/" + at.agreement().id() + "/" + at.site().id();
    }

    private YearReport report(SiteVersion at, int year) {
        return YearReport.of(at.agreement(), at.site(), year, desk.conversions(), trail(at));
    }

    private List<ChainEntry> trail(SiteVersion at) {
        return desk.store().trail(at.agreement().id()).stream()
                .filter(e -> e.subject().startsWith(at.site().id() + "/"))
                .toList();
    }

    private void overview(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        Wording words = desk.words(exchange);
        Site site = at.site();
        int year = exchange.query("year")
                .filter(y -> y.matches("[12][0-9]{3}"))
                .map(Integer::parseInt)
                .orElseGet(() -> lastIndexed(at));
        YearReport report = report(at, year);
        exchange.render(
                "energyindex/site.jte",
                exchange.page("energyindex.title"),
                Map.of(
                        "w",
                        words,
                        "report",
                        report,
                        "chart",
                        report.years().isEmpty() ? "" : Charts.site(words, site, report.years()),
                        "fall",
                        report.waterfall().map(f -> Charts.waterfall(words, f)).orElse("")));
    }

    private int lastIndexed(SiteVersion at) {
        return SiteYears.of(at.agreement(), at.site(), desk.conversions()).stream()
                .filter(y -> y.index().percent().isPresent())
                .mapToInt(SiteYear::year)
                .max()
                .orElse(at.site().referenceYear());
    }

    private void chooseYear(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        String year =
                exchange.query("year").filter(y -> y.matches("[12][0-9]{3}")).orElse("");
        exchange.redirect(address(at) + (year.isEmpty() ? "" : "/years/" + year));
    }

    private void posts(Exchange exchange, int status, List<Issue> issues) {
        SiteVersion at = desk.site(exchange);
        exchange.render(
                status,
                "energyindex/posts.jte",
                exchange.page("energyindex.posts"),
                Map.of(
                        "w", desk.words(exchange),
                        "agreement", at.agreement(),
                        "site", at.site(),
                        "version", at.version(),
                        "from", from(exchange, at.site().posts().size()),
                        "issues", texts(exchange, issues)));
    }

    static int from(Exchange exchange, int count) {
        return exchange.query("from")
                .filter(f -> f.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .map(f -> Math.min(f, Math.max(0, count - 1)))
                .orElse(0);
    }

    private List<String> texts(Exchange exchange, List<Issue> issues) {
        return issues.stream()
                .map(i -> i.text(desk.house().messages(), exchange.language()))
                .toList();
    }

    private void editPosts(Exchange exchange, String what, Function<SiteForms, Function<Site, Site>> edit) {
        SiteVersion at = desk.site(exchange);
        try {
            requireVersion(exchange, at);
            SiteForms forms = new SiteForms(exchange.form(), desk.words(exchange));
            desk.store()
                    .change(
                            at,
                            edit.apply(forms).apply(at.site()),
                            exchange.user().name(),
                            what);
            exchange.redirect(address(at) + "/posts");
        } catch (BadInput bad) {
            posts(exchange, 400, bad.issues());
        }
    }

    /** The page that sent the form must have shown what is stored now. */
    static void requireVersion(Exchange exchange, SiteVersion at) {
        if (!exchange.form().text("version").equals(Long.toString(at.version()))) {
            throw new Conflict("energyindex.changed-meanwhile");
        }
    }

    private void year(Exchange exchange, int status, List<Issue> issues) {
        SiteVersion at = desk.site(exchange);
        YearReport report = report(at, Desk.year(exchange));
        exchange.render(
                status,
                "energyindex/year.jte",
                exchange.page("energyindex.table5"),
                Map.of(
                        "w", desk.words(exchange),
                        "view", YearView.of(at, report, exchange.query("from"), desk.conversions()),
                        "issues", texts(exchange, issues)));
    }

    private void saveYear(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        int year = Desk.year(exchange);
        try {
            requireVersion(exchange, at);
            Site after = new SiteForms(exchange.form(), desk.words(exchange))
                    .year(at.agreement(), at.site(), year, desk.conversions());
            desk.store().change(at, after, exchange.user().name(), "energyindex.year." + year);
            String next = exchange.form().text("then").equals("next") ? "/years/" + (year + 1) : "/years/" + year;
            exchange.redirect(address(at) + next);
        } catch (BadInput bad) {
            year(exchange, 400, bad.issues());
        }
    }

    private void report(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        YearReport report = report(at, Desk.year(exchange));
        Wording words = desk.words(exchange);
        exchange.render(
                "energyindex/report.jte",
                exchange.page("energyindex.report"),
                Map.of(
                        "w", words,
                        "report", report,
                        "chart", report.years().isEmpty() ? "" : Charts.site(words, at.site(), report.years())));
    }

    private void pdf(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        int year = Desk.year(exchange);
        byte[] pdf = YearReportPdf.of(report(at, year), desk.words(exchange));
        exchange.download("application/pdf", "iee-" + at.site().id() + "-" + year + ".pdf", pdf);
    }

    private void table5(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        int year = Desk.year(exchange);
        byte[] workbook = Table5Workbook.of(at.agreement(), at.site(), year, desk.conversions(), desk.words(exchange));
        exchange.download(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "table5-" + at.site().id() + "-" + year + ".xlsx",
                workbook);
    }

    private void csv(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        Agreement agreement = at.agreement();
        String unit = agreement.energyUnit().symbol();
        StringBuilder text =
                new StringBuilder("year,real " + unit + ",theoretical " + unit + ",IEE %,unadjusted %,target %\n");
        for (SiteYear year : SiteYears.of(agreement, at.site(), desk.conversions())) {
            text.append(year.year())
                    .append(',')
                    .append(AgreementPages.csv(year.energy()))
                    .append(',');
            text.append(year.theoretical()).append(',');
            text.append(AgreementPages.csv(year.index().percent())).append(',');
            text.append(AgreementPages.csv(year.unadjusted().percent())).append(',');
            Optional<Double> target = at.site().target().map(t -> t.at(year.year()));
            text.append(target.map(String::valueOf).orElse("")).append('\n');
        }
        exchange.csv(at.site().id() + "-index.csv", text.toString());
    }
}
