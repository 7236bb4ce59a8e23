package org.boucle.app.energytwin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.production.Batch;
import tools.jackson.databind.JsonNode;

/** What programs tell the energy twin: batches made, quantities announced, alerts seen. */
final class EnergyWrites {
    private static final String TAG = "energy twin";
    private final Parts parts;
    private final AlertPages alertPages;

    EnergyWrites(Parts parts, AlertPages alertPages) {
        this.parts = parts;
        this.alertPages = alertPages;
    }

    void routes(Routes routes) {
        routes.post(
                        "/api/energy/{site}/alerts/acknowledge",
                        Access.OPERATORS,
                        ApiDoc.of(TAG, "Acknowledge a group of alerts")
                                .body("application/json", "{\"key\":\"PEAK|Site|1760000000\",\"note\":\"seen\"}"),
                        this::acknowledge)
                .post(
                        "/api/energy/{site}/batches",
                        Access.OPERATORS,
                        ApiDoc.of(TAG, "Declare what was made")
                                .body(
                                        "application/json",
                                        "[{\"id\":\"B1\",\"product\":\"sablé\",\"family\":\"biscuits\","
                                                + "\"line\":1,\"from\":\"2026-03-02T06:00:00Z\",\"to\":\"2026-03-02T09:00:00Z\","
                                                + "\"quantity\":1800,\"unit\":\"kg\"}]"),
                        this::batches)
                .post(
                        "/api/energy/{site}/plan",
                        Access.OPERATORS,
                        ApiDoc.of(TAG, "Announce quantities of coming days (plan, weather forecast, closed=1)")
                                .body(
                                        "application/json",
                                        "[{\"day\":\"2026-03-02\",\"name\":\"tonnes\",\"value\":12.5}]"),
                        this::plan);
    }

    private void acknowledge(Exchange exchange) {
        JsonNode body = exchange.json();
        String key = body.path("key").asString("");
        if (key.isBlank()) {
            throw AlertPages.missing("key");
        }
        alertPages.acknowledge(
                exchange, parts.site(exchange), key, body.path("note").asString(""));
        exchange.json(Map.of("acknowledged", key));
    }

    private void batches(Exchange exchange) {
        Site site = parts.site(exchange);
        List<Plans.Made> made = new ArrayList<>();
        Issues issues = new Issues();
        int row = 0;
        for (JsonNode one : array(exchange)) {
            row++;
            try {
                made.add(new Plans.Made(
                        one.path("line").asInt(0),
                        new Batch(
                                one.path("id").asString(""),
                                one.path("product").asString(""),
                                one.path("family").asString(""),
                                Instant.parse(one.path("from").asString("")),
                                Instant.parse(one.path("to").asString("")),
                                one.path("quantity").asDouble(Double.NaN),
                                one.path("unit").asString(""))));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                issues.add(new Place("JSON", "", row, ""), "energytwin.batch", String.valueOf(wrong.getMessage()));
            }
        }
        issues.throwIfAny();
        parts.plans().made(site.id(), made);
        exchange.json(Map.of("kept", made.size()));
    }

    private void plan(Exchange exchange) {
        Site site = parts.site(exchange);
        List<Plans.Entry> entries = new ArrayList<>();
        Issues issues = new Issues();
        int row = 0;
        for (JsonNode one : array(exchange)) {
            row++;
            double value = one.path("value").asDouble(Double.NaN);
            String name = one.path("name").asString("");
            try {
                if (!Double.isFinite(value) || !name.matches("[A-Za-z][A-Za-z0-9_ -]{0,40}")) {
                    throw new IllegalArgumentException("name '" + name + "', value " + value);
                }
                entries.add(new Plans.Entry(LocalDate.parse(one.path("day").asString("")), name, value));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                issues.add(new Place("JSON", "", row, ""), "energytwin.plan", String.valueOf(wrong.getMessage()));
            }
        }
        issues.throwIfAny();
        parts.plans().announce(site.id(), entries);
        parts.outlooks().forget(site.id());
        exchange.json(Map.of("kept", entries.size()));
    }

    private static JsonNode array(Exchange exchange) {
        JsonNode body = exchange.json();
        if (!body.isArray()) {
            throw BadInput.of(Place.WHOLE, "energytwin.array");
        }
        return body;
    }
}
