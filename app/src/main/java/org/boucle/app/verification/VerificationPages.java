package org.boucle.app.verification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.decisions.DecisionBook;
import org.boucle.app.energytwin.SavingsMeter.Boundary;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.NotFound;
import org.boucle.core.decision.InService;
import org.boucle.core.decision.Verification.Measured;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.energytwin.baseline.DailyBaseline;

/** Verify › promised and measured: all accepted decisions, and one with what its figures are made of. */
public final class VerificationPages {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private final House house;
    private final Verifications verifications;

    VerificationPages(House house, Verifications verifications) {
        this.house = house;
        this.verifications = verifications;
    }

    /** One month of a verification, in kWh or m³ as metered. */
    public record Month(YearMonth month, int days, double expected, double measured) {
        public double saved() {
            return expected - measured;
        }
    }

    List<Verified> visible(Exchange exchange) {
        return verifications.of(exchange.scope().sites());
    }

    void list(Exchange exchange) {
        Page page = exchange.page("verification.title");
        List<Verified> all = visible(exchange);
        Map<Long, String> charts = new LinkedHashMap<>();
        all.forEach(one -> one.first()
                .measured()
                .ifPresent(measured -> charts.put(one.decision().sequence(), Charts.intervals(page, measured))));
        exchange.render("verification/list.jte", page, Map.of("all", all, "charts", charts));
    }

    /** The accepted decision that the path names, on a site that the user may see. */
    Verified one(Exchange exchange) {
        String number = exchange.path("number");
        return verifications.of(exchange.sites()).stream()
                .filter(one -> Long.toString(one.decision().sequence()).equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("decision " + number));
    }

    void page(Exchange exchange) {
        Page page = exchange.page("verification.title");
        Verified one = one(exchange);
        Optional<Measured> measured = one.first().measured();
        Optional<DailyBaseline> baseline = baseline(one);
        double factor = measured.isPresent() && baseline.isPresent()
                ? measured.get().saved().expected() / baseline.get().savings().saved()
                : 1;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("one", one);
        model.put("baseline", baseline);
        model.put("months", baseline.map(VerificationPages::months).orElse(List.of()));
        model.put("intervals", measured.map(m -> Charts.intervals(page, m)).orElse(""));
        model.put(
                "growth",
                measured.isPresent() && baseline.isPresent()
                        ? Charts.growth(page, measured.get(), baseline.get(), factor)
                        : "");
        model.put("boundaries", verifications.meter().boundaries(one.site()));
        model.put("boundary", boundary(one));
        exchange.render("verification/one.jte", page, model);
    }

    private Optional<DailyBaseline> baseline(Verified one) {
        return one.accepted()
                .service()
                .flatMap(service -> one.first()
                        .promised()
                        .flatMap(promised -> verifications.meter().baseline(one.site(), promised.category(), service)));
    }

    private String boundary(Verified one) {
        return one.accepted()
                .service()
                .map(InService::boundary)
                .orElseGet(() -> verifications
                        .meter()
                        .boundaryOf(one.site(), one.decision().proposal()));
    }

    private static List<Month> months(DailyBaseline baseline) {
        Map<YearMonth, Month> months = new LinkedHashMap<>();
        for (int i = baseline.learnt(); i < baseline.days().size(); i++) {
            Month day = new Month(
                    YearMonth.from(baseline.days().get(i)), 1, baseline.expected()[i], baseline.measured()[i]);
            months.merge(
                    day.month(),
                    day,
                    (a, b) -> new Month(
                            a.month(), a.days() + b.days(), a.expected() + b.expected(), a.measured() + b.measured()));
        }
        return List.copyOf(months.values());
    }

    /** Day by day, with plain decimal points. */
    void csv(Exchange exchange) {
        DailyBaseline baseline = baseline(one(exchange)).orElseThrow(() -> new NotFound("verification"));
        StringBuilder csv = new StringBuilder("day,period,expected,measured,saved\r\n");
        for (int i = 0; i < baseline.days().size(); i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%.3f,%.3f,%.3f\r\n",
                    baseline.days().get(i),
                    i < baseline.learnt() ? "baseline" : "reported",
                    baseline.expected()[i],
                    baseline.measured()[i],
                    baseline.expected()[i] - baseline.measured()[i]));
        }
        exchange.csv("verification-" + exchange.path("number") + ".csv", csv.toString());
    }

    void serve(Exchange exchange) {
        serve(exchange, exchange.form().text("from"), exchange.form().text("boundary"));
        exchange.redirect("/verify/" + exchange.path("number"));
    }

    /** Keeps since when the decision is in service, and where it is measured. */
    void serve(Exchange exchange, String from, String boundary) {
        Verified one = one(exchange);
        Issues issues = new Issues();
        Optional<LocalDate> date = date(from);
        if (date.isEmpty()) {
            issues.add(Place.ofField("from"), "verification.from", from);
        }
        String asked = boundary.isEmpty() ? boundary(one) : boundary;
        List<Boundary> known = verifications.meter().boundaries(one.site());
        if (known.stream().noneMatch(place -> place.code().equals(asked))) {
            issues.add(Place.ofField("boundary"), "verification.boundary", asked);
        }
        issues.throwIfAny();
        InService service = new InService(date.orElseThrow(), asked);
        house.database().change(sql -> {
            String author = exchange.user().name();
            DecisionBook.serve(sql, house.clock(), author, one.decision(), service);
            house.accounts()
                    .audit(sql, author, "decision.in-service", one.decision().subject(), from + " " + asked);
        });
    }

    private Optional<LocalDate> date(String text) {
        try {
            LocalDate latest = LocalDate.ofInstant(house.clock().instant(), java.time.ZoneOffset.UTC)
                    .plusYears(5);
            return Optional.of(LocalDate.parse(text)).filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(latest));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
