package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.app.server.Scope;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.energytwin.baseline.DailyBaseline;
import org.boucle.features.energytwin.baseline.MeasuredDays;
import org.boucle.features.energytwin.prediction.Outlook;
import org.boucle.features.energytwin.prediction.Scores;
import org.boucle.features.energytwin.production.ProductEnergy;

/** The same figures for programs, under {@code /api/energy}. */
final class EnergyApi {
    private static final String TAG = "energy twin";
    private final Parts parts;
    private final AlertPages alertPages;

    EnergyApi(Parts parts, AlertPages alertPages) {
        this.parts = parts;
        this.alertPages = alertPages;
    }

    void routes(Routes routes) {
        routes.get(
                        "/api/energy/{site}/curve",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Load curve of the site in kW")
                                .query("period", "DAY, WEEK, MONTH or YEAR before the newest reading"),
                        this::curve)
                .get(
                        "/api/energy/{site}/prediction",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Coming days with intervals, the two plain lines, and their scores"),
                        this::prediction)
                .get(
                        "/api/energy/{site}/states",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Hours and energy of each machine in each power state, last 24 h"),
                        this::states)
                .get(
                        "/api/energy/{site}/products",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Energy by line and product").query("period", "DAY, WEEK, MONTH or YEAR"),
                        this::products)
                .get(
                        "/api/energy/{site}/cost",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Cost and carbon by tariff period").query("period", "DAY, WEEK, MONTH or YEAR"),
                        this::cost)
                .get(
                        "/api/energy/{site}/baseline",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Daily baseline with its statistics and the saving since"),
                        this::baseline)
                .get(
                        "/api/energy/{site}/alerts",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Alerts in groups, newest first"),
                        this::alerts)
                .get(
                        "/api/energy/alerts",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Alerts of all sites of a territory or company in groups, newest first")
                                .query("scope", "territory:<name>, company:<name> or site:<id>"),
                        this::allAlerts);
        new EnergyWrites(parts, alertPages).routes(routes);
    }

    private View view(Exchange exchange) {
        Site site = parts.site(exchange);
        Scope.Period period = exchange.query("period")
                .map(name -> Arrays.stream(Scope.Period.values())
                        .filter(p -> p.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> BadInput.of(Place.ofField("period"), "energytwin.period", name)))
                .orElse(Scope.Period.WEEK);
        return View.of(parts.house(), parts.meters(), parts.readings(), site, period)
                .orElseThrow(() -> new NotFound("readings"));
    }

    private void curve(Exchange exchange) {
        View view = view(exchange);
        LoadCurve curve = view.whole(parts.readings()).orElseThrow(() -> new NotFound("readings"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("site", view.site().id());
        answer.put("unit", "kW");
        answer.put("start", curve.start().toString());
        answer.put("stepSeconds", curve.step().toSeconds());
        answer.put("values", numbers(curve.kW()));
        exchange.json(answer);
    }

    /** Numbers with null for the unknown ones: JSON has no NaN. */
    private static List<Object> numbers(double[] values) {
        List<Object> list = new ArrayList<>();
        for (double value : values) {
            list.add(Double.isFinite(value) ? (Object) (Math.rint(value * 1000) / 1000) : null);
        }
        return list;
    }

    private void prediction(Exchange exchange) {
        Site site = parts.site(exchange);
        Outlook outlook = parts.outlooks()
                .ready(site.id())
                .flatMap(Outlooks.Made::outlook)
                .orElseThrow(() -> new NotFound("prediction"));
        exchange.json(answer(site, outlook));
    }

    static Map<String, Object> answer(Site site, Outlook outlook) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("site", site.id());
        answer.put("unit", "kWh per quarter-hour");
        answer.put("coverage", outlook.coverage());
        answer.put("learnt", outlook.learnt());
        answer.put("replayedDays", outlook.replayed());
        answer.put(
                "scores",
                Map.of(
                        "model", score(outlook.model()),
                        "weeklyNaive", score(outlook.naive()),
                        "fourWeekProfile", score(outlook.profile())));
        List<Object> days = new ArrayList<>();
        for (Outlook.Day day : outlook.days()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("date", day.date().toString());
            one.put(
                    "predicted",
                    numbers(Arrays.stream(day.bands())
                            .mapToDouble(b -> b.value())
                            .toArray()));
            one.put(
                    "low",
                    numbers(Arrays.stream(day.bands()).mapToDouble(b -> b.low()).toArray()));
            one.put(
                    "high",
                    numbers(Arrays.stream(day.bands())
                            .mapToDouble(b -> b.high())
                            .toArray()));
            one.put("weeklyNaive", numbers(day.naive()));
            one.put("fourWeekProfile", numbers(day.profile()));
            days.add(one);
        }
        answer.put("days", days);
        return answer;
    }

    private static Map<String, Object> score(Scores scores) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rmse", numbers(new double[] {scores.rmse()}).getFirst());
        one.put("mae", numbers(new double[] {scores.mae()}).getFirst());
        one.put("wape", numbers(new double[] {scores.wape()}).getFirst());
        one.put("r2", numbers(new double[] {scores.r2()}).getFirst());
        return one;
    }

    private void states(Exchange exchange) {
        View view = view(exchange);
        List<Object> machines = new ArrayList<>();
        new Dashboard(parts)
                .lastDay(view)
                .forEach((meter, history) -> machines.add(Map.of(
                        "machine", meter.label(),
                        "hours", history.balance().hours(),
                        "kWh", history.balance().energy(),
                        "levelsKW", numbers(history.levels().levels()),
                        "states", history.levels().states())));
        exchange.json(Map.of("site", view.site().id(), "machines", machines));
    }

    private void products(Exchange exchange) {
        View view = view(exchange);
        List<Object> lines = new ArrayList<>();
        for (int line : view.lines()) {
            Optional<ProductEnergy> energy = parts.figures().products(view, line, false);
            energy.ifPresent(e -> lines.add(
                    Map.of("line", line, "products", e.batches(), "outsideKWh", e.outside(), "totalKWh", e.total())));
        }
        exchange.json(Map.of("site", view.site().id(), "lines", lines));
    }

    private void cost(Exchange exchange) {
        View view = view(exchange);
        LoadCurve curve = view.quarters(parts.readings()).orElseThrow(() -> new NotFound("readings"));
        exchange.json(Map.of(
                "site", view.site().id(),
                "currency", "EUR",
                "ownPrices", view.settings().hasPrices(),
                "lines", parts.figures().cost(view, curve).lines(),
                "gridSource",
                        parts.figures()
                                .intensity(view, curve.start(), curve.end())
                                .source()));
    }

    private void baseline(Exchange exchange) {
        Site site = parts.site(exchange);
        DailyBaseline baseline = parts.outlooks()
                .ready(site.id())
                .flatMap(made -> DailyBaseline.of(
                        MeasuredDays.of(made.history(), parts.plans().drivers(site.id()))))
                .orElseThrow(() -> new NotFound("baseline"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("site", site.id());
        answer.put("drivers", baseline.model().names());
        answer.put("coefficients", baseline.model().coefficients());
        answer.put("standardErrors", baseline.model().errors());
        answer.put("fit", baseline.model().fit());
        answer.put("checks", baseline.model().checks());
        answer.put("savings", baseline.savings());
        answer.put("savedKWh", baseline.savings().saved());
        exchange.json(answer);
    }

    private void alerts(Exchange exchange) {
        Site site = parts.site(exchange);
        exchange.json(Map.of("site", site.id(), "alerts", alerts(List.of(site))));
    }

    private void allAlerts(Exchange exchange) {
        Scope scope = exchange.scope();
        exchange.json(Map.of("scope", scope.code(), "alerts", alerts(scope.sites())));
    }

    private List<Object> alerts(List<Site> sites) {
        List<Object> groups = new ArrayList<>();
        for (AlertPages.OfSite one : alertPages.all(sites)) {
            Alert alert = one.group().alert();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("site", one.site().id());
            json.put("key", one.group().key());
            json.put("kind", alert.kind());
            json.put("subject", alert.subject());
            json.put("from", alert.from().toString());
            json.put("to", alert.to().toString());
            json.put("value", alert.value());
            json.put("expected", alert.expected());
            json.put("unit", alert.unit());
            json.put("episodes", one.group().episodes());
            json.put("open", one.group().isOpen());
            groups.add(json);
        }
        return groups;
    }

    /** How long ago a site's newest reading may be for it to count as live. */
    static boolean isLive(Instant newest, Instant clock) {
        return Duration.between(newest, clock).compareTo(Duration.ofMinutes(10)) < 0;
    }
}
