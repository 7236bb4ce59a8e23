package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.features.territory.catalog.Operation;
import org.boucle.features.territory.exchange.ExchangePlan;
import org.boucle.features.territory.exchange.Periods;
import org.boucle.features.territory.indicators.Indicators;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.matching.Candidate;

/** The optimised plan: today and with it as Sankey diagrams, the front of money and CO2, indicators, who gains what. */
public final class PlanPages {
    private static final int MOST_RIBBONS = 40;
    private static final int ROWS = 20;

    private final TerritoryDesk desk;

    PlanPages(TerritoryDesk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.page("/territory/plan", TerritoryRoom.COORDINATORS, this::plan)
                .file("/territory/plan.csv", TerritoryRoom.COORDINATORS, this::csv);
    }

    /** One exchange of the plan as a row. */
    public record Row(
            Flow out,
            Flow in,
            String giver,
            String taker,
            double amount,
            double eur,
            double kg,
            List<Double> perPeriod) {
        public Row {
            perPeriod = List.copyOf(perPeriod);
        }
    }

    static List<Row> rows(TerritoryDesk.Planned planned) {
        Inventory inventory = planned.inventory();
        return planned.plan().map(ExchangePlan::runs).orElse(List.of()).stream()
                .filter(run -> run.link() < planned.exchange().candidates().size())
                .map(run -> row(inventory, planned.exchange().candidates().get(run.link()), run))
                .sorted(Comparator.comparingDouble(Row::eur).reversed())
                .toList();
    }

    private static Row row(Inventory inventory, Candidate candidate, ExchangePlan.Run run) {
        Flow out = inventory.flow(candidate.out());
        Flow in = inventory.flow(candidate.in());
        return new Row(
                out,
                in,
                inventory.siteOf(out).company(),
                inventory.siteOf(in).company(),
                run.total(),
                run.eur(),
                run.kgCo2e(),
                run.perPeriod());
    }

    static Periods periods(Exchange exchange) {
        return exchange.query("periods").flatMap(Periods::find).orElse(Periods.YEAR);
    }

    private void plan(Exchange exchange) {
        OverviewPages.insider(exchange);
        Periods periods = periods(exchange);
        TerritoryDesk.Planned planned = desk.planned(periods);
        FlowKind kind = exchange.query("kind")
                .flatMap(text -> java.util.Arrays.stream(FlowKind.values())
                        .filter(k -> k.name().equals(text))
                        .findFirst())
                .orElse(FlowKind.MATERIAL);
        List<Row> rows = rows(planned);
        Map<String, Object> model = new HashMap<>();
        model.put("planned", planned);
        model.put("rows", rows.subList(0, Math.min(ROWS, rows.size())));
        model.put("count", rows.size());
        model.put("kind", kind);
        model.put("kinds", List.of(FlowKind.MATERIAL, FlowKind.WATER, FlowKind.HEAT, FlowKind.GAS));
        model.put("today", sankey(exchange, planned.inventory(), kind, List.of()));
        model.put("with", sankey(exchange, planned.inventory(), kind, rows));
        model.put("front", front(exchange, planned.front()));
        model.put("tiles", OverviewPages.tiles(planned.indicators()));
        model.put("names", OverviewPages.names(desk, exchange));
        model.put("worst", worst(planned));
        model.put("periods", periods);
        List<String> periodNames = PlanPeriods.names(periods, exchange);
        model.put("periodNames", periodNames);
        model.put(
                "periodChart",
                periods == Periods.YEAR
                        ? ""
                        : PlanPeriods.chart(rows, kind, periodNames, exchange, OverviewPages.names(desk, exchange)));
        exchange.render("territory/plan.jte", exchange.page("territory.plan"), model);
    }

    private static String worst(TerritoryDesk.Planned planned) {
        Indicators indicators = planned.indicators();
        return indicators.worstSite().isEmpty()
                ? ""
                : planned.inventory().site(indicators.worstSite()).name();
    }

    private String sankey(Exchange exchange, Inventory inventory, FlowKind kind, List<Row> rows) {
        List<SankeyChart.Ribbon> ribbons = new ArrayList<>();
        Map<String, Double> given = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.out().kind() == kind) {
                given.merge(row.out().id(), row.amount(), Double::sum);
                ribbons.add(ribbon(exchange, row.giver(), row.taker(), row.amount(), kind, "var(--c1)"));
            }
        }
        for (Flow flow : inventory.flows(Direction.OUT)) {
            double rest = flow.perYear() - given.getOrDefault(flow.id(), 0.0);
            if (flow.kind() == kind && rest > 1e-6 * flow.perYear()) {
                Optional<Operation> operation =
                        desk.catalog().findOperation(flow.terms().operation());
                String to = operation
                        .map(o -> exchange.text("territory.route." + o.family()))
                        .orElseGet(() -> exchange.text("territory.route.unused"));
                String colour = operation.map(Operation::isDisposal).orElse(true) ? "var(--c2)" : "var(--c5)";
                ribbons.add(ribbon(exchange, inventory.siteOf(flow).company(), to, rest, kind, colour));
            }
        }
        ribbons.sort(Comparator.comparingDouble(SankeyChart.Ribbon::amount).reversed());
        List<SankeyChart.Ribbon> shown = ribbons.subList(0, Math.min(MOST_RIBBONS, ribbons.size()));
        String title = exchange.text(rows.isEmpty() ? "territory.sankey.today" : "territory.sankey.with");
        return ribbons.isEmpty() ? "" : SankeyChart.of(shown, title);
    }

    private static SankeyChart.Ribbon ribbon(
            Exchange exchange, String from, String to, double amount, FlowKind kind, String colour) {
        String title = from + " → " + to + " : " + Quantity.number(amount, exchange.language()) + " "
                + kind.unit().symbol() + "/a";
        return new SankeyChart.Ribbon(from, to, amount, title, colour);
    }

    private static String front(Exchange exchange, List<ExchangePlan> front) {
        List<double[]> points = front.stream()
                .map(plan -> new double[] {plan.kgCo2e() / 1000, plan.eur() / 1000})
                .toList();
        Language language = exchange.language();
        return LineChart.of(
                List.of(new LineChart.Line(exchange.text("territory.front.line"), "var(--c1)", points, true)),
                exchange.text("territory.front.x"),
                exchange.text("territory.front.y"),
                exchange.text("territory.front.title"),
                value -> Quantity.number(value, language));
    }

    private void csv(Exchange exchange) {
        OverviewPages.insider(exchange);
        Periods periods = periods(exchange);
        List<String> names = PlanPeriods.names(periods, exchange);
        StringBuilder out = new StringBuilder("giver,out,taker,in,period,amount,unit,eur_per_year,kg_co2e_per_year\n");
        for (Row row : rows(desk.planned(periods))) {
            for (int t = 0; t < names.size(); t++) {
                Csv.line(
                        out,
                        row.giver(),
                        row.out().id(),
                        row.taker(),
                        row.in().id(),
                        names.get(t),
                        row.perPeriod().get(t),
                        row.out().kind().unit().symbol(),
                        row.eur(),
                        row.kg());
            }
        }
        exchange.csv("plan.csv", out.toString());
    }
}
