package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.features.territory.demo.Kalundborg;
import org.boucle.features.territory.indicators.Indicators;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.life.Stage;

/** The first page of the territory: all of it for the coordinator, the own part for a company. */
public final class OverviewPages {
    private final TerritoryDesk desk;
    private final SynergyDesk synergies;

    OverviewPages(TerritoryDesk desk, SynergyDesk synergies) {
        this.desk = desk;
        this.synergies = synergies;
    }

    void routes(Routes routes) {
        routes.page("/territory", Access.SIGNED_IN, this::overview)
                .form("/territory/sample", TerritoryRoom.COORDINATORS, this::sample)
                .page("/territory/kalundborg", TerritoryRoom.COORDINATORS, this::kalundborg);
    }

    static Viewer insider(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        if (!viewer.isInsider()) {
            throw new NotFound("territory");
        }
        return viewer;
    }

    static Names names(TerritoryDesk desk, Exchange exchange) {
        return new Names(desk.catalog(), desk.today(), exchange.language());
    }

    private void overview(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        if (viewer.isInsider()) {
            coordinator(exchange);
        } else {
            company(exchange, viewer);
        }
    }

    private void coordinator(Exchange exchange) {
        Inventory inventory = desk.inventory();
        if (inventory.sites().isEmpty()) {
            exchange.render("territory/empty.jte", exchange.page("territory.title"), Map.of());
            return;
        }
        List<SynergyDesk.Seen> seen = synergies.list(Viewer.of(exchange.user()));
        List<SynergyDesk.Seen> running = seen.stream()
                .filter(s -> s.stage() == Stage.RUNNING || s.stage() == Stage.NEGOTIATED)
                .toList();
        List<MapChart.Arc> arcs = new ArrayList<>();
        for (SynergyDesk.Seen each : running) {
            each.open()
                    .ifPresent(open -> arcs.add(new MapChart.Arc(
                            inventory.siteOf(open.out()).place(),
                            inventory.siteOf(open.in()).place(),
                            0.4,
                            open.giver() + " → " + open.taker())));
        }
        Map<Stage, Long> stages = new java.util.EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, seen.stream().filter(s -> s.stage() == stage).count());
        }
        List<List<Site>> regions = Regions.of(inventory.sites());
        int region = region(exchange, regions);
        exchange.render(
                "territory/overview.jte",
                exchange.page("territory.title"),
                Map.of(
                        "regions",
                        regions.stream().limit(8).map(Regions::name).toList(),
                        "region",
                        region,
                        "sites",
                        regions.get(region),
                        "inventory",
                        inventory,
                        "map",
                        MapChart.of(regions.get(region), arcs, exchange.text("territory.map.title")),
                        "stages",
                        stages,
                        "list",
                        desk.catalog().wastes().versionOn(desk.today())));
    }

    /** The region asked for, else that of the site chosen above, else the largest. */
    private static int region(Exchange exchange, List<List<Site>> regions) {
        int asked = exchange.query("region")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(-1);
        if (asked >= 0 && asked < regions.size()) {
            return asked;
        }
        String company = exchange.scope().site().map(site -> site.company()).orElse("");
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).stream().anyMatch(site -> site.company().equals(company))) {
                return i;
            }
        }
        return 0;
    }

    private void company(Exchange exchange, Viewer viewer) {
        Inventory inventory = desk.inventory();
        List<Flow> own = inventory.flows().stream()
                .filter(flow -> viewer.owns(inventory, flow))
                .toList();
        exchange.render(
                "territory/company.jte",
                exchange.page("territory.title"),
                Map.of(
                        "flows",
                        own,
                        "names",
                        names(desk, exchange),
                        "hasCompany",
                        !viewer.companyKey().isEmpty(),
                        "synergies",
                        synergies.list(viewer)));
    }

    private void sample(Exchange exchange) {
        insider(exchange);
        Samples.kalundborg(desk, exchange.user().name());
        desk.refreshIdeas(exchange.user().name());
        exchange.redirect("/territory");
    }

    private void kalundborg(Exchange exchange) {
        insider(exchange);
        List<Kalundborg.Exchange> found = Kalundborg.found(desk.catalog());
        exchange.render(
                "territory/kalundborg.jte",
                exchange.page("territory.kalundborg"),
                Map.of("found", found, "inventory", Kalundborg.inventory(), "names", names(desk, exchange)));
    }

    /** Indicators as rows of key, value and unit, for the tiles and the CSV. */
    static List<Tile> tiles(Indicators i) {
        return List.of(
                new Tile("symbiosis", i.symbiosisRate() * 100, "%"),
                new Tile("circularity", i.circularity() * 100, "%"),
                new Tile("robustness", i.robustness() * 100, "%"),
                new Tile("eur", i.eur(), "EUR/a"),
                new Tile("co2", i.kgCo2e() / 1000, "t CO2e/a"),
                new Tile("landfill", i.landfillDiverted(), "t/a"),
                new Tile("exchanged", i.exchangedTonnes(), "t/a"),
                new Tile("water", i.water(), "m³/a"),
                new Tile("heat", i.heat(), "MWh/a"),
                new Tile("jobs", i.jobs(), "FTE"),
                new Tile("local", i.localShare() * 100, "%"),
                new Tile("social", i.socialShare() * 100, "%"));
    }

    /** One indicator. */
    public record Tile(String key, double value, String unit) {}
}
