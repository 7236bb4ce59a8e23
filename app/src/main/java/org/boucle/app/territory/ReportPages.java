package org.boucle.app.territory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.features.territory.exchange.Benefit;
import org.boucle.features.territory.exchange.ExchangePlan;
import org.boucle.features.territory.heat.HeatStream;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.life.Stage;
import org.boucle.features.territory.life.Synergy;
import org.boucle.features.territory.matching.Explanation;
import org.boucle.features.territory.matching.FactorName;

/** Reports to print, of the territory and of one synergy, and the tables of the pages as CSV. */
final class ReportPages {
    private static final int ROWS = 25;

    private final TerritoryDesk desk;
    private final SynergyDesk synergies;

    ReportPages(TerritoryDesk desk, SynergyDesk synergies) {
        this.desk = desk;
        this.synergies = synergies;
    }

    void routes(Routes routes) {
        routes.page("/territory/report", TerritoryRoom.COORDINATORS, this::territory)
                .page("/territory/synergies/{token}/report", TerritoryRoom.PARTIES, this::synergy)
                .file("/territory/sites.csv", TerritoryRoom.COORDINATORS, this::sites)
                .file("/territory/indicators.csv", TerritoryRoom.COORDINATORS, this::indicators)
                .file("/territory/front.csv", TerritoryRoom.COORDINATORS, this::front)
                .file("/territory/heat.csv", TerritoryRoom.COORDINATORS, this::heat)
                .file("/territory/synergies.csv", TerritoryRoom.PARTIES, this::list);
    }

    private void territory(Exchange exchange) {
        OverviewPages.insider(exchange);
        TerritoryDesk.Planned planned = desk.planned();
        List<PlanPages.Row> rows = PlanPages.rows(planned);
        List<SynergyDesk.Seen> seen = synergies.list(Viewer.of(exchange.user()));
        Map<Stage, Long> stages = new java.util.EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, seen.stream().filter(s -> s.stage() == stage).count());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("planned", planned);
        model.put("rows", rows.subList(0, Math.min(ROWS, rows.size())));
        model.put("count", rows.size());
        model.put("tiles", OverviewPages.tiles(planned.indicators()));
        model.put("stages", stages);
        model.put(
                "going",
                seen.stream()
                        .filter(s -> s.stage() != Stage.IDEA && s.stage() != Stage.STOPPED)
                        .limit(15)
                        .toList());
        model.put("today", desk.today());
        model.put("list", desk.catalog().wastes().versionOn(desk.today()));
        model.put("names", OverviewPages.names(desk, exchange));
        exchange.render("territory/report.jte", exchange.page("territory.report"), model);
    }

    /** One synergy with all that both sides must agree on; only for who may know both sides. */
    private void synergy(Exchange exchange) {
        SynergyDesk.Seen seen = synergies.get(Viewer.of(exchange.user()), exchange.path("token"));
        SynergyDesk.Open open = seen.open().orElseThrow(() -> new NotFound("synergy"));
        Synergy synergy = synergies.kept(seen.token()).synergy();
        TerritoryDesk.Matched now = desk.matched();
        Optional<Explanation.Scored> scored = Optional.of(
                        now.matcher().explain(open.out().id(), open.in().id()))
                .filter(Explanation.Scored.class::isInstance)
                .map(Explanation.Scored.class::cast);
        Map<String, Object> model = new HashMap<>();
        model.put("open", open);
        model.put("synergy", synergy);
        model.put("asked", synergies.asked(synergy));
        model.put("ledger", MeterPages.ledger(desk, synergy));
        model.put("scored", scored);
        model.put("order", List.of(FactorName.values()));
        model.put("benefit", scored.map(s -> Benefit.of(open.out(), open.in(), s.ratio(), s.km(), desk.catalog())));
        model.put(
                "amount",
                scored.map(s -> Math.min(open.out().perYear(), open.in().perYear() / s.ratio()))
                        .orElse(0.0));
        model.put("today", desk.today());
        model.put("names", OverviewPages.names(desk, exchange));
        exchange.render("territory/synergyreport.jte", exchange.page("territory.synergy.report"), model);
    }

    private void sites(Exchange exchange) {
        OverviewPages.insider(exchange);
        StringBuilder out = new StringBuilder("company,id,name,latitude,longitude,activity,employees,social,permits\n");
        for (Site site : desk.inventory().sites()) {
            Csv.line(
                    out,
                    site.company(),
                    site.id(),
                    site.name(),
                    site.place().latitude(),
                    site.place().longitude(),
                    site.activity(),
                    site.employees(),
                    site.socialEconomy() ? 1 : 0,
                    String.join(" ", site.permits()));
        }
        exchange.csv("sites.csv", out.toString());
    }

    private void indicators(Exchange exchange) {
        OverviewPages.insider(exchange);
        StringBuilder out = new StringBuilder("indicator,value,unit\n");
        OverviewPages.tiles(desk.planned().indicators())
                .forEach(tile ->
                        Csv.line(out, exchange.text("territory.indicator." + tile.key()), tile.value(), tile.unit()));
        exchange.csv("indicators.csv", out.toString());
    }

    private void front(Exchange exchange) {
        OverviewPages.insider(exchange);
        StringBuilder out = new StringBuilder("kg_co2e_per_year,eur_per_year,eur_bound\n");
        for (ExchangePlan plan : desk.planned(PlanPages.periods(exchange)).front()) {
            Csv.line(out, plan.kgCo2e(), plan.eur(), plan.eurBound());
        }
        exchange.csv("front.csv", out.toString());
    }

    private void heat(Exchange exchange) {
        OverviewPages.insider(exchange);
        StringBuilder out = new StringBuilder("site,flow,supply_c,target_c,kw_per_k,kw\n");
        EnergyPages.streams(desk.inventory()).forEach((site, streams) -> {
            for (HeatStream stream : streams) {
                Csv.line(out, site, stream.id(), stream.supply(), stream.target(), stream.capacity(), stream.duty());
            }
        });
        exchange.csv("heat.csv", out.toString());
    }

    /** What the viewer may see of each synergy: names where open, classes where not. */
    private void list(Exchange exchange) {
        Inventory inventory = desk.inventory();
        Names names = OverviewPages.names(desk, exchange);
        StringBuilder out = new StringBuilder("token,stage,open,what,giver,taker,amount,unit,km,score_or_grade\n");
        for (SynergyDesk.Seen seen : synergies.list(Viewer.of(exchange.user()))) {
            seen.open()
                    .ifPresentOrElse(
                            open -> Csv.line(
                                    out,
                                    seen.token(),
                                    seen.stage(),
                                    seen.isOpen(),
                                    names.of(open.out()),
                                    open.giver(),
                                    open.taker(),
                                    inventory.flow(open.out().id()).perYear(),
                                    open.out().kind().unit().symbol() + "/a",
                                    open.km(),
                                    open.score()),
                            () -> seen.anonymous()
                                    .ifPresent(a -> Csv.line(
                                            out,
                                            seen.token(),
                                            seen.stage(),
                                            false,
                                            names.chapter(a.chapter()),
                                            "",
                                            "",
                                            a.amount().from() + "–" + a.amount().to(),
                                            a.kind().unit().symbol() + "/a",
                                            a.distance().from() + "–",
                                            a.grade())));
        }
        exchange.csv("synergies.csv", out.toString());
    }
}
