package org.boucle.app.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.core.decision.Verification.Measured;
import org.boucle.core.decision.Verification.NotYet;
import org.boucle.core.scenario.IndicatorChange;
import tools.jackson.databind.JsonNode;

/** Verify › promised and measured. */
public final class VerificationRoom implements Room {
    private static final String TAG = "decisions";
    private final VerificationPages pages;

    public VerificationRoom(House house, Verifications verifications) {
        this.pages = new VerificationPages(house, verifications);
    }

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Stage.VERIFY, "/verify", "verification.nav", 5, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        routes.page("/verify", Access.SIGNED_IN, pages::list)
                .page("/verify/{number}", Access.SIGNED_IN, pages::page)
                .file("/verify/{number}/days.csv", Access.SIGNED_IN, pages::csv)
                .form("/verify/{number}/service", Access.MANAGERS, pages::serve)
                .get(
                        "/api/verifications",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Accepted decisions: promised beside measured, or what is missing to measure")
                                .query(
                                        "scope",
                                        "territory:<name>, company:<name> or site:<id>; the last one chosen where left out"),
                        this::json)
                .post(
                        "/api/decisions/{number}/service",
                        Access.MANAGERS,
                        ApiDoc.of(TAG, "Say since when an accepted decision is in service, and where it is measured")
                                .body(
                                        "application/json",
                                        "{\"from\":\"2026-03-02\",\"boundary\":\"meter/oven-1/power\"}"),
                        this::serve);
    }

    private void serve(Exchange exchange) {
        JsonNode body = exchange.json();
        pages.serve(
                exchange, body.path("from").asString(""), body.path("boundary").asString(""));
        exchange.json(json(pages.one(exchange)));
    }

    private void json(Exchange exchange) {
        exchange.json(
                pages.visible(exchange).stream().map(VerificationRoom::json).toList());
    }

    private static Map<String, Object> json(Verified one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decision", one.decision().sequence());
        json.put("hash", one.decision().hash());
        json.put("site", one.site().id());
        json.put("proposal", one.decision().proposal());
        one.accepted().service().ifPresent(service -> {
            json.put("inServiceSince", service.from().toString());
            json.put("boundary", service.boundary());
        });
        List<Object> lines = new ArrayList<>();
        one.lines().forEach(line -> lines.add(json(line)));
        json.put("indicators", lines);
        return json;
    }

    private static Map<String, Object> json(Verified.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        line.promised().ifPresent(promised -> {
            json.put("indicator", promised.category().code());
            json.put("unit", promised.category().unit().symbol());
            json.put("promisedPerYear", interval(promised));
        });
        switch (line.verification()) {
            case NotYet lack -> {
                json.put("status", "not yet measurable");
                json.put("missing", lack.lack().name().toLowerCase(Locale.ROOT));
                lack.from().ifPresent(from -> json.put("from", from.toString()));
                if (lack.needed() > 0) {
                    json.put("days", lack.found());
                    json.put("daysNeeded", lack.needed());
                }
            }
            case Measured measured -> {
                json.put("status", measured.judgement().name().toLowerCase(Locale.ROOT));
                json.put("from", measured.from().toString());
                json.put("to", measured.to().toString());
                json.put("days", measured.days());
                json.put("promised", interval(measured.promisedSoFar()));
                json.put("measured", interval(measured.saved()));
                json.put("measuredPerYear", interval(measured.savedPerYear()));
                if (Double.isFinite(measured.uncertainty())) {
                    json.put("fractionalUncertainty", measured.uncertainty());
                }
            }
        }
        return json;
    }

    private static Map<String, Object> interval(IndicatorChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("low", change.low());
        json.put("expected", change.expected());
        json.put("high", change.high());
        return json;
    }
}
