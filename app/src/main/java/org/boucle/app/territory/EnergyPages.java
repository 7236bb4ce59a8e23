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
import org.boucle.features.territory.water.Pipes;

/** Heat of the territory: composite curves and pinch, total-site target with the loss of the mains. */
public final class EnergyPages {
    private static final double LEAST_DIFFERENCE = 10;
    private static final double HOURS = 8760;
    /** Where a flow does not say to which temperature it returns, °C below the supply. */
    private static final double USUAL_DROP = 30;

    private static final double COLDEST = 10;
    /** W/(m²·K), an insulated buried pipe. */
    private static final double USUAL_COEFFICIENT = 0.5;

    private static final double USUAL_DIAMETER = 0.2;
    private static final double GROUND = 10;
    private static final double FARTHEST_HEAT = 30;
    private static final int MOST_STREAMS = 400;

    private final TerritoryDesk desk;

    EnergyPages(TerritoryDesk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.page("/territory/heat", TerritoryRoom.COORDINATORS, this::show);
    }

    /**
     * What the mains between the sites cost in heat.
     *
     * @param km length of the shortest tree, by road
     * @param kilowatts lost
     */
    public record Mains(double km, double coefficient, double diameter, double kilowatts) {}

    private void show(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        double difference = PoolPages.number(exchange, "dt", LEAST_DIFFERENCE, 200);
        Map<String, List<HeatStream>> bySite = streams(inventory);
        List<HeatStream> all = bySite.values().stream()
                .flatMap(List::stream)
                .limit(MOST_STREAMS)
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("streams", all);
        model.put("difference", difference);
        model.put("curves", "");
        model.put("cascade", Optional.empty());
        model.put("target", Optional.empty());
        model.put("mains", Optional.empty());
        if (!all.isEmpty()) {
            Cascade cascade = Cascade.of(all, difference);
            model.put("cascade", Optional.of(cascade));
            model.put("curves", curves(exchange, all, cascade));
            List<TotalSite.SiteStreams> sites = bySite.entrySet().stream()
                    .map(entry -> new TotalSite.SiteStreams(entry.getKey(), entry.getValue()))
                    .toList();
            Mains mains = mains(exchange, inventory, bySite);
            model.put("mains", Optional.of(mains));
            model.put("target", Optional.of(TotalSite.of(sites, difference, mains.kilowatts())));
        }
        exchange.render("territory/heat.jte", exchange.page("territory.heat"), model);
    }

    /** The mains that join all sites with heat, 10 K above the mean temperature that is needed. */
    private Mains mains(Exchange exchange, Inventory inventory, Map<String, List<HeatStream>> bySite) {
        double coefficient = PoolPages.number(exchange, "u", USUAL_COEFFICIENT, 50);
        double diameter = PoolPages.number(exchange, "d", USUAL_DIAMETER, 5);
        double km = desk.catalog().economics().get("detour")
                * Pipes.shortestTree(bySite.keySet().stream()
                        .map(site -> inventory.site(site).place())
                        .filter(place -> isNear(inventory, bySite, place))
                        .toList());
        List<HeatStream> hot = bySite.values().stream()
                .flatMap(List::stream)
                .filter(HeatStream::isHot)
                .toList();
        double duty = hot.stream().mapToDouble(HeatStream::duty).sum();
        double celsius = duty > 0
                ? hot.stream()
                                .mapToDouble(stream -> stream.supply() * stream.duty())
                                .sum()
                        / duty
                : GROUND;
        double kilowatts = TotalSite.pipeLoss(coefficient, diameter, km * 1000, Math.max(celsius, GROUND), GROUND);
        return new Mains(km, coefficient, diameter, kilowatts);
    }

    /** Heat travels so far at most: a site alone out there needs no main. */
    private static boolean isNear(
            Inventory inventory,
            Map<String, List<HeatStream>> bySite,
            org.boucle.features.territory.inventory.Place place) {
        return bySite.keySet().stream()
                .map(site -> inventory.site(site).place().kmTo(place))
                .anyMatch(km -> km > 0 && km <= FARTHEST_HEAT);
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
}
