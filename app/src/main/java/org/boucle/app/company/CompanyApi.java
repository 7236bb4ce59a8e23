package org.boucle.app.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.impact.company.CompanyAccount;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.impact.company.Contract;
import org.boucle.core.impact.company.YearComparison;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import tools.jackson.databind.JsonNode;

/** Organisations' accounts for programs, under {@code /api/footprint/accounts}. */
final class CompanyApi {
    private static final String TAG = "footprint";
    private static final String EXAMPLE = "{\"organisation\":\"Works\",\"year\":2025,\"country\":\"FR\",\"activities\":"
            + "[{\"name\":\"Boiler\",\"post\":\"1.1\",\"flow\":\"natural gas\",\"quantity\":\"500 MWh\"}],"
            + "\"contracts\":[{\"name\":\"GO\",\"instrument\":\"GUARANTEE_OF_ORIGIN\",\"share\":\"50 %\",\"grams\":\"24\"}]}";

    private final CompanyStore store;
    private final LiveAccounts live;
    private final HeadReader heads;

    CompanyApi(CompanyStore store, LiveAccounts live, HeadReader heads) {
        this.store = store;
        this.live = live;
        this.heads = heads;
    }

    void routes(Routes routes) {
        routes.post(
                        "/api/footprint/account",
                        Access.SIGNED_IN,
                        ApiDoc.of(
                                        TAG,
                                        "The yearly account of an organisation: scopes 1-3 by location and market, BEGES"
                                                + " posts, ten categories; nothing is stored")
                                .body("application/json", EXAMPLE),
                        exchange -> exchange.json(CompanyResults.json(
                                CompanyFootprint.of(
                                        account(read(exchange)),
                                        live.library(exchange.user().company())),
                                exchange.language())))
                .get("/api/footprint/accounts", Access.SIGNED_IN, ApiDoc.of(TAG, "The stored accounts"), this::list)
                .post(
                        "/api/footprint/accounts",
                        Access.MANAGERS,
                        ApiDoc.of(TAG, "Store an account").body("application/json", EXAMPLE),
                        exchange -> exchange.json(201, Map.of("id", store.add(exchange.user(), read(exchange)))))
                .get(
                        "/api/footprint/accounts/{id}",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "A stored account, its meters read now"),
                        exchange -> exchange.json(
                                CompanyResults.json(footprint(exchange, exchange.path("id")), exchange.language())))
                .get(
                        "/api/footprint/accounts/{id}/compare",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "A year beside an earlier one, line by line, with the probability that it fell")
                                .query("with", "id of the earlier account")
                                .query("view", "location (default) or market"),
                        this::compare);
    }

    private CompanyFootprint footprint(Exchange exchange, String id) {
        if (!id.matches("\\d{1,15}")) {
            throw new NotFound("account " + id);
        }
        StoredAccount stored =
                store.find(Long.parseLong(id), exchange.user()).orElseThrow(() -> new NotFound("account " + id));
        return live.footprint(stored, exchange.language());
    }

    private static CompanyAccount account(StoredAccount stored) {
        return stored.with(
                stored.rows().stream().map(StoredAccount.Row::activity).toList());
    }

    private void list(Exchange exchange) {
        exchange.json(store.list(exchange.user()).stream()
                .map(a -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", a.id());
                    row.put("organisation", a.organisation());
                    row.put("year", a.year());
                    row.put("base", a.base());
                    row.put("closed", a.closed().map(Object::toString).orElse(null));
                    return row;
                })
                .toList());
    }

    private void compare(Exchange exchange) {
        CompanyFootprint after = footprint(exchange, exchange.path("id"));
        CompanyFootprint before = footprint(exchange, exchange.query("with").orElse(""));
        exchange.json(CompanyResults.comparison(new YearComparison(before, after, Selection.view(exchange))));
    }

    private StoredAccount read(Exchange exchange) {
        return read(exchange.json(), heads, live.library(exchange.user().company()), exchange.sites());
    }

    /** An account of JSON: its head, activities and contracts; every issue at once. */
    static StoredAccount read(
            JsonNode json,
            HeadReader heads,
            org.boucle.core.factors.FactorLibrary library,
            List<org.boucle.core.twin.Site> sites) {
        if (!json.isObject()) {
            throw BadInput.of(Place.WHOLE, "company.shape");
        }
        StoredAccount head = heads.read(texts(json, Place.WHOLE), sites);
        Issues issues = new Issues();
        ActivityReader reader =
                new ActivityReader(library, Language.EN, new org.boucle.core.factors.Geography(head.country()), issues);
        Map<String, CompanyActivity> activities = new LinkedHashMap<>();
        int row = 0;
        for (JsonNode node : items(json, "activities")) {
            Place place = new Place("", "activities", ++row, "");
            reader.activity(texts(node, place), place).ifPresent(a -> {
                if (activities.put(a.name(), a) != null) {
                    issues.add(place, "footprint.twice", a.name());
                }
            });
        }
        Map<String, Contract> contracts = new LinkedHashMap<>();
        row = 0;
        for (JsonNode node : items(json, "contracts")) {
            Place place = new Place("", "contracts", ++row, "");
            reader.contract(texts(node, place), place).ifPresent(c -> contracts.put(c.name(), c));
        }
        if (CompanyAccount.covered(List.copyOf(contracts.values())) > 1 + 1e-9) {
            issues.add(
                    Place.ofField("contracts"),
                    "company.contract.sum",
                    100 * CompanyAccount.covered(List.copyOf(contracts.values())));
        }
        issues.throwIfAny();
        return new StoredAccount(
                0,
                "",
                head.organisation(),
                head.year(),
                head.country(),
                head.site(),
                head.consolidation(),
                head.boundary(),
                head.base(),
                Optional.empty(),
                activities.values().stream().map(StoredAccount.Row::entered).toList(),
                new ArrayList<>(contracts.values()));
    }

    private static List<JsonNode> items(JsonNode json, String field) {
        JsonNode list = json.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > ActivityReader.MOST) {
            throw BadInput.of(Place.ofField(field), "company.list", field, ActivityReader.MOST);
        }
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private static Map<String, String> texts(JsonNode json, Place place) {
        if (!json.isObject()) {
            throw BadInput.of(place, "company.shape");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isNumber() || value.isString() || (value.isBoolean() && value.asBoolean())) {
                texts.put(property.getKey(), value.asString());
            }
        });
        return texts;
    }
}
