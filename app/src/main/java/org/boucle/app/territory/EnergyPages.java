package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.territory.heat.Cascade;
import org.boucle.features.territory.heat.CompositeCurve;
import org.boucle.features.territory.heat.HeatStream;
import org.boucle.features.territory.heat.TotalSite;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;
import org.boucle.features.territory.water.FixedFlow;

/** Heat and water of the territory: composite curves and pinch, total-site target, least fresh water. */
public final class EnergyPages {
    private static final double LEAST_DIFFERENCE = 10;
    private static final double HOURS = 8760;
    /** Where a flow does not say to which temperature it returns, °C below the supply. */
    private static final double USUAL_DROP = 30;

    private static final double COLDEST = 10;
    private static final int MOST_STREAMS = 400;

    private final TerritoryDesk desk;

    EnergyPages(TerritoryDesk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.page("/territory/heat", TerritoryRoom.COORDINATORS, this::show);
    }

    /** Fresh and waste water, t/h, or why there is no answer. */
    public record Water(double fresh, double waste, double freshToday, String outcome) {}

    private void show(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        Map<String, List<HeatStream>> bySite = streams(inventory);
        List<HeatStream> all = bySite.values().stream()
                .flatMap(List::stream)
                .limit(MOST_STREAMS)
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("streams", all);
        model.put("curves", "");
        model.put("cascade", Optional.empty());
        model.put("target", Optional.empty());
        if (!all.isEmpty()) {
            Cascade cascade = Cascade.of(all, LEAST_DIFFERENCE);
            model.put("cascade", Optional.of(cascade));
            model.put("curves", curves(exchange, all, cascade));
            List<TotalSite.SiteStreams> sites = bySite.entrySet().stream()
                    .map(entry -> new TotalSite.SiteStreams(entry.getKey(), entry.getValue()))
                    .toList();
            model.put("target", Optional.of(TotalSite.of(sites, LEAST_DIFFERENCE, 0)));
        }
        model.put("water", water(inventory));
        exchange.render("territory/heat.jte", exchange.page("territory.heat"), model);
    }

    static Map<String, List<HeatStream>> streams(Inventory inventory) {
        Map<String, List<HeatStream>> bySite = new LinkedHashMap<>();
        for (Flow flow : inventory.flows()) {
            Optional<Double> celsius = flow.findProperty(Property.TEMPERATURE).flatMap(p -> in(p, Units.CELSIUS));
            if (flow.kind() == FlowKind.HEAT && celsius.isPresent()) {
                double supply = celsius.get();
                double back = flow.findProperty("return-temperature")
                        .flatMap(p -> in(p, Units.CELSIUS))
                        .filter(t -> t < supply)
                        .orElse(Math.max(Math.min(COLDEST, supply - 5), supply - USUAL_DROP));
                double kilowatts = flow.perYear() * 1000 / HOURS;
                boolean hot = flow.direction() == Direction.OUT;
                bySite.computeIfAbsent(flow.site(), site -> new ArrayList<>())
                        .add(new HeatStream(
                                flow.id(), hot ? supply : back, hot ? back : supply, kilowatts / (supply - back)));
            }
        }
        return bySite;
    }

    private static Optional<Double> in(Property property, Unit unit) {
        return Units.find(property.unit())
                .filter(own -> own.isCompatible(unit))
                .map(own -> own.convert(property.typical(), unit));
    }

    private static String curves(Exchange exchange, List<HeatStream> streams, Cascade cascade) {
        List<double[]> hot = CompositeCurve.of(streams, true, 0).stream()
                .map(p -> new double[] {p.kilowatts(), p.celsius()})
                .toList();
        List<double[]> cold = CompositeCurve.of(streams, false, cascade.coldUtility()).stream()
                .map(p -> new double[] {p.kilowatts(), p.celsius()})
                .toList();
        return LineChart.of(
                List.of(
                        new LineChart.Line(exchange.text("territory.heat.hot"), "var(--c2)", hot, false),
                        new LineChart.Line(exchange.text("territory.heat.cold"), "var(--c3)", cold, false)),
                "kW",
                "°C",
                exchange.text("territory.heat.curves"),
                value -> Quantity.number(Math.rint(value), exchange.language()));
    }

    private Water water(Inventory inventory) {
        List<FixedFlow.Stream> sinks = new ArrayList<>();
        List<FixedFlow.Stream> sources = new ArrayList<>();
        for (Flow flow : inventory.flows()) {
            Optional<Property> quality = flow.findProperty(Property.CONTAMINANT);
            boolean used = flow.kind() == FlowKind.WATER && quality.isPresent();
            if (used && flow.direction() == Direction.IN && sinks.size() < MOST_STREAMS) {
                sinks.add(new FixedFlow.Stream(
                        flow.id(),
                        flow.perYear() / HOURS,
                        Math.max(0, quality.get().max())));
            } else if (used && !flow.terms().operation().isEmpty() && sources.size() < MOST_STREAMS) {
                sources.add(new FixedFlow.Stream(
                        flow.id(),
                        flow.perYear() / HOURS,
                        Math.max(0, quality.get().typical())));
            }
        }
        double today =
                sinks.stream().mapToDouble(FixedFlow.Stream::tonnesPerHour).sum();
        if (sinks.isEmpty() || sources.isEmpty()) {
            return new Water(today, 0, today, "empty");
        }
        return switch (desk.solver().solve(FixedFlow.model(sinks, sources), Limits.USUAL)) {
            case Outcome.Solved solved ->
                new Water(solved.value(), FixedFlow.waste(sinks, sources, solved.value()), today, "");
            case Outcome.Infeasible none -> new Water(today, 0, today, "infeasible");
            case Outcome.Unbounded none -> new Water(today, 0, today, "unbounded");
            case Outcome.OutOfTime none -> new Water(today, 0, today, "time");
            case Outcome.Failed failed -> new Water(today, 0, today, failed.reason());
        };
    }
}
