package org.boucle.app.energyindex;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.features.energyindex.YearToDate;

/** The year to date from the site's meters and counters, and the drifts of its posts. */
final class LivePages {
    private static final String LIVE = SitePages.SITE + "/live";
    private static final int MOST_OFFERED = 60;

    private final Desk desk;
    private final LiveLinks links;

    LivePages(Desk desk, LiveLinks links) {
        this.desk = desk;
        this.links = links;
    }

    void routes(Routes routes) {
        routes.page(LIVE, Access.SIGNED_IN, e -> show(e, 200, List.of()))
                .form(LIVE + "/link", Access.MANAGERS, this::link)
                .form(LIVE + "/unlink", Access.MANAGERS, this::unlink)
                .get(
                        "/api/iee/agreements/{agreement}/sites/{site}/live",
                        Access.SIGNED_IN,
                        ApiDoc.of("energy index", "The year to date from telemetry, with drifts")
                                .query("year", "Default: the current one"),
                        this::answer);
    }

    private int year(Exchange exchange, SiteVersion at) {
        return exchange.query("year")
                .filter(y -> y.matches("[12][0-9]{3}"))
                .map(Integer::parseInt)
                .orElseGet(() -> links.currentYear(at));
    }

    private void show(Exchange exchange, int status, List<Issue> issues) {
        SiteVersion at = desk.site(exchange);
        Wording words = desk.words(exchange);
        int year = year(exchange, at);
        LiveView view = LiveView.of(at, year, links.of(at), links.yearToDate(at, year));
        exchange.render(
                status,
                "energyindex/live.jte",
                exchange.page("energyindex.live"),
                Map.of(
                        "w", words,
                        "view", view,
                        "chart", view.worst().map(d -> Charts.cusum(words, d)).orElse(""),
                        "series",
                                links.series(exchange.user()).stream()
                                        .limit(MOST_OFFERED)
                                        .map(LiveLinks::name)
                                        .toList(),
                        "vectors", desk.conversions().vectors(at.agreement().scheme()),
                        "issues",
                                issues.stream()
                                        .map(i -> i.text(desk.house().messages(), exchange.language()))
                                        .toList()));
    }

    private void link(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        try {
            var form = exchange.form();
            links.link(at, exchange.user(), form.text("post"), form.text("series"), form.text("vector"));
            exchange.redirect(SitePages.address(at) + "/live");
        } catch (BadInput bad) {
            show(exchange, 400, bad.issues());
        }
    }

    private void unlink(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        String series = exchange.form().text("series");
        if (!series.matches("[0-9]{1,18}")) {
            throw new NotFound("series");
        }
        links.unlink(at, exchange.form().text("post"), Long.parseLong(series));
        exchange.redirect(SitePages.address(at) + "/live");
    }

    private void answer(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        int year = year(exchange, at);
        Optional<YearToDate> now = links.yearToDate(at, year);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("year", year);
        now.ifPresent(ytd -> {
            all.put("days", ytd.days());
            all.put("table", Results.table5(at.agreement(), at.site(), ytd.table()));
            all.put("drifts", ytd.drifts().stream().map(d -> drift(d, year)).toList());
        });
        exchange.json(all);
    }

    private static Map<String, Object> drift(YearToDate.PostDrift drift, int year) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("post", drift.post());
        map.put("usual", drift.usual());
        map.put("now", drift.now().name());
        if (drift.since() >= 0) {
            map.put("since", LocalDate.of(year, 1, 1).plusDays(drift.since()).toString());
        }
        return map;
    }
}
