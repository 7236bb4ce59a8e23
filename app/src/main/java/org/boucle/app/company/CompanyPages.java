package org.boucle.app.company;

import java.util.List;
import java.util.Map;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.impact.company.YearComparison;

/** The pages that show accounts: list, one year, what a number is made of, two years, report, lines. */
final class CompanyPages {
    private final CompanyStore store;
    private final LiveAccounts live;

    CompanyPages(CompanyStore store, LiveAccounts live) {
        this.store = store;
        this.live = live;
    }

    void routes(Routes routes) {
        routes.page("/company", Access.SIGNED_IN, this::list)
                .page("/company/{id}", Access.SIGNED_IN, this::one)
                .page("/company/{id}/explain", Access.SIGNED_IN, this::explain)
                .page("/company/{id}/compare", Access.SIGNED_IN, this::compare)
                .page("/company/{id}/report", Access.SIGNED_IN, this::report)
                .file("/company/{id}/lines.csv", Access.SIGNED_IN, this::csv);
    }

    StoredAccount stored(Exchange exchange) {
        return find(exchange, exchange.path("id"));
    }

    private StoredAccount find(Exchange exchange, String id) {
        if (!id.matches("\\d{1,15}")) {
            throw new NotFound("account " + id);
        }
        return store.find(Long.parseLong(id), exchange.user()).orElseThrow(() -> new NotFound("account " + id));
    }

    private CompanyView view(Page page, StoredAccount stored) {
        return new CompanyView(page, stored, live.footprint(stored, page.language()), live.silent(stored));
    }

    private void list(Exchange exchange) {
        Page page = exchange.page("company.title");
        List<CompanyView> rows = store.list(exchange.user()).stream()
                .map(stored -> view(page, stored))
                .toList();
        exchange.render("company/list.jte", page, Map.of("rows", rows));
    }

    /** The other years of the same organisation, the base year first. */
    private List<StoredAccount> years(Exchange exchange, StoredAccount stored) {
        return store.list(exchange.user()).stream()
                .filter(a -> a.id() != stored.id() && a.organisation().equals(stored.organisation()))
                .sorted(java.util.Comparator.comparing((StoredAccount a) -> !a.base())
                        .thenComparing(a -> -a.year()))
                .limit(8)
                .toList();
    }

    private void one(Exchange exchange) {
        StoredAccount stored = stored(exchange);
        Page page = exchange.page("company.account");
        exchange.render(
                "company/account.jte", page, Map.of("view", view(page, stored), "years", years(exchange, stored)));
    }

    private void explain(Exchange exchange) {
        StoredAccount stored = stored(exchange);
        Page page = exchange.page("footprint.explain");
        exchange.render(
                exchange.isPart() ? "company/explain.jte" : "company/explainpage.jte",
                page,
                Map.of("view", view(page, stored), "selection", Selection.of(exchange)));
    }

    private void compare(Exchange exchange) {
        StoredAccount one = stored(exchange);
        StoredAccount other = find(exchange, exchange.query("with").orElse(""));
        boolean first = one.year() < other.year() || (one.year() == other.year() && one.id() < other.id());
        StoredAccount before = first ? one : other;
        StoredAccount after = first ? other : one;
        Page page = exchange.page("company.compare");
        YearComparison comparison = new YearComparison(
                live.footprint(before, page.language()),
                live.footprint(after, page.language()),
                Selection.view(exchange));
        exchange.render(
                "company/compare.jte",
                page,
                Map.of("view", new YearView(page, before, after, comparison, live.library(after.company()))));
    }

    private void report(Exchange exchange) {
        StoredAccount stored = stored(exchange);
        Page page = exchange.page("company.report");
        exchange.render("company/report.jte", page, Map.of("view", view(page, stored)));
    }

    private void csv(Exchange exchange) {
        StoredAccount stored = stored(exchange);
        exchange.csv(stored.title() + ".csv", CompanyResults.csv(live.footprint(stored, exchange.language())));
    }
}
