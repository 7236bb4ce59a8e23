package org.boucle.app.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.life.Ledger;
import tools.jackson.databind.JsonNode;

/** Meters of flows and running exchanges by the API. */
final class MeterApi {
    private static final String BODY =
            "{\"flow\":\"biscuiterie:oven-heat\",\"series\":\"biscuiterie/oven-2/gas\",\"factor\":0.3}";

    private final TerritoryDesk desk;
    private final SynergyDesk synergies;
    private final MeterDesk meters;

    MeterApi(TerritoryDesk desk, SynergyDesk synergies, MeterDesk meters) {
        this.desk = desk;
        this.synergies = synergies;
        this.meters = meters;
    }

    private static ApiDoc doc(String summary) {
        return ApiDoc.of("territory", summary);
    }

    void routes(Routes routes) {
        routes.get("/api/territory/meters", TerritoryRoom.PARTIES, doc("Metered flows that you may see"), this::list)
                .post(
                        "/api/territory/meters",
                        TerritoryRoom.PARTIES,
                        doc("Let a series tell a flow").body("application/json", BODY),
                        this::link)
                .delete(
                        "/api/territory/meters",
                        TerritoryRoom.PARTIES,
                        doc("Take the meter off a flow").query("flow", "id of the flow"),
                        this::unlink)
                .post(
                        "/api/territory/meters/refresh",
                        TerritoryRoom.PARTIES,
                        doc("Bring metered flows and exchanges up to date"),
                        exchange -> exchange.json(Map.of("changed", meters.refresh())))
                .post(
                        "/api/territory/synergies/{token}/meter",
                        TerritoryRoom.PARTIES,
                        doc("Let a series tell a running exchange")
                                .body("application/json", "{\"series\":\"biscuiterie/site/water\",\"factor\":1}"),
                        this::linkSynergy)
                .get(
                        "/api/territory/synergies/{token}/months",
                        Access.SIGNED_IN,
                        doc("Promised against measured, month by month"),
                        this::months);
    }

    private void list(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        Inventory inventory = desk.inventory();
        exchange.json(meters.list().stream()
                .filter(link -> link.subject().startsWith("flow:"))
                .filter(link -> inventory.hasFlow(id(link)) && viewer.sees(inventory, inventory.flow(id(link))))
                .map(link -> json(link, inventory.flow(id(link))))
                .toList());
    }

    private static String id(MeterStore.Link link) {
        return link.subject().substring("flow:".length());
    }

    private static Map<String, Object> json(MeterStore.Link link, Flow flow) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("flow", flow.id());
        json.put("series", link.site() + "/" + link.series());
        json.put("factor", link.factor());
        json.put("days", link.days());
        json.put("updated", link.updated().toString());
        json.put("amount", flow.perYear());
        json.put("min", flow.amount().min());
        json.put("max", flow.amount().max());
        json.put("unit", flow.kind().unit().symbol() + "/a");
        json.put("months", flow.profile().shares());
        json.put("hours", link.hours());
        json.put("confidence", flow.confidence());
        json.put("origin", flow.origin());
        return json;
    }

    private void link(Exchange exchange) {
        JsonNode body = exchange.json();
        Flow flow = MeterPages.visible(desk, exchange, body.path("flow").asString(""));
        meters.linkFlow(
                flow,
                Viewer.of(exchange.user()).sites(exchange),
                body.path("series").asString(""),
                body.path("factor").asDouble(1),
                exchange.user().name());
        Optional<MeterStore.Link> link = meters.find(MeterStore.ofFlow(flow.id()));
        exchange.json(201, json(link.orElseThrow(), desk.inventory().flow(flow.id())));
    }

    private void unlink(Exchange exchange) {
        Flow flow = MeterPages.visible(desk, exchange, exchange.query("flow").orElse(""));
        meters.unlink(MeterStore.ofFlow(flow.id()), exchange.user().name());
        exchange.json(Map.of("flow", flow.id()));
    }

    private SynergyDesk.Open open(Exchange exchange) {
        return synergies
                .get(Viewer.of(exchange.user()), exchange.path("token"))
                .open()
                .orElseThrow(() -> new NotFound("synergy"));
    }

    private void linkSynergy(Exchange exchange) {
        SynergyDesk.Open open = open(exchange);
        JsonNode body = exchange.json();
        meters.linkSynergy(
                exchange.path("token"),
                open.out().kind(),
                Viewer.of(exchange.user()).sites(exchange),
                body.path("series").asString(""),
                body.path("factor").asDouble(1),
                exchange.user().name());
        months(exchange);
    }

    private void months(Exchange exchange) {
        SynergyDesk.Open open = open(exchange);
        Ledger ledger =
                MeterPages.ledger(desk, synergies.kept(exchange.path("token")).synergy());
        List<Map<String, Object>> months =
                ledger.lines().stream().map(MeterApi::line).toList();
        exchange.json(
                Map.of("unit", open.out().kind().unit().symbol(), "months", months, "whole", line(ledger.whole())));
    }

    private static Map<String, Object> line(Ledger.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", line.month().toString());
        json.put("promised", line.promised());
        json.put("measured", line.measured());
        json.put("share", line.share());
        json.put("status", line.status());
        return json;
    }
}
