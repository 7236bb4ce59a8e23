package org.boucle.app.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.territory.catalog.WasteEntry;
import org.boucle.features.territory.catalog.WasteList;
import org.boucle.features.territory.exchange.Periods;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.life.Stage;
import org.boucle.features.territory.matching.Candidate;
import org.boucle.features.territory.matching.Explanation;
import org.boucle.features.territory.privacy.AnonymousCandidate;

/** The REST API under {@code /api/territory}; the same rules of sight as the pages. */
final class TerritoryApi {
    private static final int MOST = 500;

    private final TerritoryDesk desk;
    private final SynergyDesk synergies;

    TerritoryApi(TerritoryDesk desk, SynergyDesk synergies) {
        this.desk = desk;
        this.synergies = synergies;
    }

    private static ApiDoc doc(String summary) {
        return ApiDoc.of("territory", summary);
    }

    void routes(Routes routes) {
        routes.get(
                        "/api/territory/waste-codes/{code}",
                        Access.SIGNED_IN,
                        doc("A code of the European list of waste on a date")
                                .query("date", "ISO date, today if left out"),
                        this::wasteCode)
                .get("/api/territory/flows", Access.SIGNED_IN, doc("The flows that you may see"), this::flows)
                .post(
                        "/api/territory/workbooks",
                        TerritoryRoom.COORDINATORS,
                        doc("Import a company's workbook")
                                .query("replace", "1 to replace a company that exists")
                                .body("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ""),
                        this::take)
                .get(
                        "/api/territory/candidates",
                        TerritoryRoom.COORDINATORS,
                        doc("Ranked candidates").query("most", "how many, 100 if left out"),
                        this::candidates)
                .get(
                        "/api/territory/explanation",
                        TerritoryRoom.COORDINATORS,
                        doc("Every factor of one pair").query("out", "flow").query("in", "flow"),
                        this::explanation)
                .post(
                        "/api/territory/matches",
                        TerritoryRoom.COORDINATORS,
                        doc("Keep the best candidates as ideas"),
                        exchange -> {
                            OverviewPages.insider(exchange);
                            exchange.json(Map.of(
                                    "new", desk.refreshIdeas(exchange.user().name())));
                        })
                .get(
                        "/api/territory/plan",
                        TerritoryRoom.COORDINATORS,
                        doc("The plan that earns most, with its bound")
                                .query("periods", "year, seasons, quarters or months; year if left out"),
                        this::plan)
                .get("/api/territory/synergies", Access.SIGNED_IN, doc("Synergies as you may see them"), this::list)
                .get(
                        "/api/territory/synergies/{token}",
                        Access.SIGNED_IN,
                        doc("One synergy as you may see it"),
                        this::one)
                .post(
                        "/api/territory/synergies/{token}/consent",
                        TerritoryRoom.PARTIES,
                        doc("Your company agrees to be named to the other side"),
                        this::consent)
                .post(
                        "/api/territory/synergies/{token}/stage",
                        TerritoryRoom.PARTIES,
                        doc("Move a synergy on").body("application/json", "{\"stage\":\"STUDIED\"}"),
                        this::stage);
    }

    private void wasteCode(Exchange exchange) {
        String code = exchange.path("code");
        java.time.LocalDate date =
                exchange.query("date").map(TerritoryApi::date).orElse(desk.today());
        switch (desk.catalog().wastes().lookup(code, date)) {
            case WasteList.Lookup.InForce(WasteEntry entry) -> exchange.json(entry(entry, "in force"));
            case WasteList.Lookup.Withdrawn(WasteEntry entry) -> exchange.json(entry(entry, "withdrawn"));
            case WasteList.Lookup.NotYet(WasteEntry entry) -> exchange.json(entry(entry, "not yet in force"));
            case WasteList.Lookup.Unknown none -> throw new NotFound("waste code");
        }
    }

    private static java.time.LocalDate date(String text) {
        try {
            return java.time.LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException malformed) {
            throw BadInput.of(Place.ofField("date"), "territory.date", text);
        }
    }

    private Map<String, Object> entry(WasteEntry entry, String status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", entry.code());
        json.put("written", entry.written());
        json.put("status", status);
        json.put("hazardous", entry.hazardous());
        json.put("entry", entry.entry());
        json.put("en", entry.english());
        json.put("fr", entry.french());
        json.put("validFrom", entry.validFrom().toString());
        json.put("validTo", entry.validTo().map(Object::toString).orElse(""));
        json.put("source", entry.source());
        return json;
    }

    private void flows(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        Inventory inventory = desk.inventory();
        exchange.json(inventory.flows().stream()
                .filter(flow -> viewer.sees(inventory, flow))
                .map(flow -> flow(inventory, flow))
                .toList());
    }

    private static Map<String, Object> flow(Inventory inventory, Flow flow) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", flow.id());
        json.put("company", inventory.siteOf(flow).company());
        json.put("site", inventory.siteOf(flow).name());
        json.put("direction", flow.direction());
        json.put("kind", flow.kind());
        json.put("code", flow.wasteCode());
        json.put("resource", flow.resource());
        json.put("label", flow.label());
        json.put("amount", flow.perYear());
        json.put("unit", flow.kind().unit().symbol() + "/a");
        json.put("status", flow.status());
        json.put("confidence", flow.confidence());
        json.put("origin", flow.origin());
        return json;
    }

    private void take(Exchange exchange) {
        OverviewPages.insider(exchange);
        desk.take(
                Workbook.read("workbook.xlsx", exchange.body(), desk.catalog(), desk.today(), exchange.language()),
                exchange.query("replace").isPresent(),
                exchange.user().name());
        exchange.json(201, Map.of("flows", desk.inventory().flows().size()));
    }

    private void candidates(Exchange exchange) {
        OverviewPages.insider(exchange);
        int most = exchange.query("most")
                .filter(t -> t.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(100);
        List<Candidate> ranked = desk.matched().matching().ranked();
        exchange.json(ranked.subList(0, Math.min(Math.min(most, MOST), ranked.size())));
    }

    private void explanation(Exchange exchange) {
        OverviewPages.insider(exchange);
        TerritoryDesk.Matched now = desk.matched();
        String out = exchange.query("out").orElse("");
        String in = exchange.query("in").orElse("");
        if (!now.inventory().hasFlow(out) || !now.inventory().hasFlow(in)) {
            throw new NotFound("pair");
        }
        switch (now.matcher().explain(out, in)) {
            case Explanation.Refused(var gate) -> exchange.json(Map.of("refused", gate));
            case Explanation.Scored scored ->
                exchange.json(Map.of(
                        "score", scored.score(),
                        "basis", scored.basis(),
                        "factors", scored.factors(),
                        "ratio", scored.ratio(),
                        "km", scored.km(),
                        "toBeTested", scored.toBeTested(),
                        "rule",
                                scored.rule()
                                        .map(rule -> rule.donor() + " → " + rule.resources())
                                        .orElse("")));
        }
    }

    private void plan(Exchange exchange) {
        OverviewPages.insider(exchange);
        String asked = exchange.query("periods").orElse("YEAR");
        Periods periods = Periods.find(asked)
                .orElseThrow(() ->
                        BadInput.of(Place.ofField("periods"), "territory.choice", asked, List.of(Periods.values())));
        TerritoryDesk.Planned planned = desk.planned(periods);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("found", planned.plan().isPresent());
        json.put("outcome", planned.outcome());
        planned.plan().ifPresent(plan -> {
            json.put("eurPerYear", plan.eur());
            json.put("eurBound", plan.eurBound());
            json.put("gap", plan.gap());
            json.put("kgCo2ePerYear", plan.kgCo2e());
            json.put("exchanges", TerritoryDesk.exchanges(planned.exchange(), plan));
            json.put("periods", periods);
            json.put(
                    "perPeriod",
                    plan.runs().stream().map(run -> run.perPeriod()).toList());
            json.put("indicators", planned.indicators());
        });
        exchange.json(json);
    }

    private void list(Exchange exchange) {
        exchange.json(synergies.list(Viewer.of(exchange.user())).stream()
                .map(TerritoryApi::seen)
                .toList());
    }

    private void one(Exchange exchange) {
        exchange.json(seen(synergies.get(Viewer.of(exchange.user()), exchange.path("token"))));
    }

    /** Amounts and places of the other side only where the desk has opened them. */
    static Map<String, Object> seen(SynergyDesk.Seen seen) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("token", seen.token());
        json.put("stage", seen.stage());
        json.put("open", seen.isOpen());
        json.put("ownConsent", seen.ownConsent());
        seen.anonymous().ifPresent(anonymous -> json.put("candidate", anonymous(anonymous)));
        seen.open().ifPresent(open -> {
            json.put("giver", open.giver());
            json.put("taker", open.taker());
            json.put("out", open.out().label());
            json.put("in", open.in().label());
            json.put("outPerYear", open.out().perYear());
            json.put("inPerYear", open.in().perYear());
            json.put("unit", open.out().kind().unit().symbol() + "/a");
            json.put("km", open.km());
            json.put("score", open.score());
        });
        return json;
    }

    private static Map<String, Object> anonymous(AnonymousCandidate candidate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ownFlow", candidate.ownFlow());
        json.put("partner", candidate.partnerDirection());
        json.put("kind", candidate.kind());
        json.put("chapter", candidate.chapter());
        json.put("amountFrom", candidate.amount().from());
        json.put("amountTo", candidate.amount().to());
        json.put("kmFrom", candidate.distance().from());
        json.put(
                "kmTo",
                Double.isInfinite(candidate.distance().to())
                        ? ""
                        : candidate.distance().to());
        json.put("grade", candidate.grade());
        return json;
    }

    private void consent(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        synergies.consent(viewer, exchange.path("token"));
        exchange.json(seen(synergies.get(viewer, exchange.path("token"))));
    }

    private void stage(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        if (synergies.get(viewer, exchange.path("token")).open().isEmpty()) {
            throw new NotFound("synergy");
        }
        String text = exchange.json().path("stage").asString("");
        synergies.advance(viewer, exchange.path("token"), SynergyPages.choice(Stage.class, text, "stage"));
        exchange.json(seen(synergies.get(viewer, exchange.path("token"))));
    }
}
