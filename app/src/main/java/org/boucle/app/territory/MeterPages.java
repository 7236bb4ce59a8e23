package org.boucle.app.territory;

import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.life.Ledger;
import org.boucle.features.territory.life.Synergy;

/** One flow with all that is known of it and the meter that tells it; the meter of a running exchange. */
final class MeterPages {
    private static final int MOST_SERIES = 60;

    private final TerritoryDesk desk;
    private final SynergyDesk synergies;
    private final MeterDesk meters;
    private final SynergyPages pages;

    MeterPages(TerritoryDesk desk, SynergyDesk synergies, MeterDesk meters, SynergyPages pages) {
        this.pages = pages;
        this.desk = desk;
        this.synergies = synergies;
        this.meters = meters;
    }

    void routes(Routes routes) {
        routes.page("/territory/flow", TerritoryRoom.PARTIES, exchange -> show(exchange, 200, List.of()))
                .file("/territory/flow.csv", TerritoryRoom.PARTIES, this::csv)
                .form("/territory/flow/meter", TerritoryRoom.PARTIES, this::link)
                .form("/territory/flow/unmeter", TerritoryRoom.PARTIES, this::unlink)
                .form("/territory/meters/refresh", TerritoryRoom.PARTIES, exchange -> {
                    meters.refresh();
                    exchange.redirect("/territory/flows");
                })
                .file("/territory/synergies/{token}/months.csv", TerritoryRoom.PARTIES, this::months)
                .form("/territory/synergies/{token}/meter", TerritoryRoom.PARTIES, this::linkSynergy)
                .form("/territory/synergies/{token}/unmeter", TerritoryRoom.PARTIES, this::unlinkSynergy);
    }

    /** The flow asked for, as far as the viewer may see it; unknown and hidden are answered alike. */
    static Flow visible(TerritoryDesk desk, Exchange exchange, String id) {
        Inventory inventory = desk.inventory();
        if (!inventory.hasFlow(id) || !Viewer.of(exchange.user()).sees(inventory, inventory.flow(id))) {
            throw new NotFound("flow");
        }
        return inventory.flow(id);
    }

    private Flow flow(Exchange exchange) {
        return visible(desk, exchange, exchange.query("id").orElse(""));
    }

    private void show(Exchange exchange, int status, List<String> issues) {
        Flow flow = flow(exchange);
        Optional<MeterStore.Link> meter = meters.find(MeterStore.ofFlow(flow.id()));
        Map<String, Object> model = new HashMap<>();
        model.put("flow", flow);
        model.put("site", desk.inventory().siteOf(flow));
        model.put("meter", meter);
        model.put("series", series(exchange));
        model.put("months", monthChart(exchange, flow));
        model.put("monthNames", monthNames(exchange.language()));
        model.put("hours", meter.map(link -> hourChart(exchange, link)).orElse(""));
        model.put("names", OverviewPages.names(desk, exchange));
        model.put("issues", issues);
        exchange.render(status, "territory/flow.jte", exchange.page("territory.flow"), model);
    }

    List<String> series(Exchange exchange) {
        return meters.choices(Viewer.of(exchange.user()).sites(exchange)).stream()
                .limit(MOST_SERIES)
                .map(info -> info.site() + "/" + info.name())
                .toList();
    }

    static List<String> monthNames(Language language) {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale()))
                .toList();
    }

    private static String monthChart(Exchange exchange, Flow flow) {
        List<Double> amounts = Arrays.stream(flow.profile().shares())
                .mapToObj(share -> share * flow.perYear())
                .toList();
        return BarChart.of(
                monthNames(exchange.language()),
                List.of(new BarChart.Series("", "var(--c1)", amounts)),
                List.of(),
                flow.kind().unit().symbol(),
                exchange.text("territory.flow.months"),
                value -> Quantity.number(value, exchange.language()));
    }

    private static String hourChart(Exchange exchange, MeterStore.Link link) {
        if (link.hours().isEmpty()) {
            return "";
        }
        return BarChart.of(
                IntStream.range(0, 24).mapToObj(String::valueOf).toList(),
                List.of(new BarChart.Series(
                        "",
                        "var(--c3)",
                        link.hours().stream().map(share -> share * 100).toList())),
                List.of(),
                "%",
                exchange.text("territory.flow.hours"),
                value -> Quantity.number(value, exchange.language()));
    }

    static double factor(Exchange exchange) {
        String text = exchange.form().find("factor").orElse("1");
        return Quantity.findNumber(text, exchange.language())
                .orElseThrow(() -> BadInput.of(Place.ofField("factor"), "territory.number", text));
    }

    private void link(Exchange exchange) {
        Flow flow = flow(exchange);
        try {
            meters.linkFlow(
                    flow,
                    Viewer.of(exchange.user()).sites(exchange),
                    exchange.form().text("series"),
                    factor(exchange),
                    exchange.user().name());
            exchange.redirect(FlowLinks.path(flow.id()));
        } catch (BadInput bad) {
            show(exchange, 400, FlowPages.texts(desk, exchange, bad));
        }
    }

    private void unlink(Exchange exchange) {
        Flow flow = flow(exchange);
        meters.unlink(MeterStore.ofFlow(flow.id()), exchange.user().name());
        exchange.redirect(FlowLinks.path(flow.id()));
    }

    private void csv(Exchange exchange) {
        Flow flow = flow(exchange);
        Optional<MeterStore.Link> meter = meters.find(MeterStore.ofFlow(flow.id()));
        StringBuilder out = new StringBuilder("kind,number,share,amount,unit\n");
        for (int month = 0; month < Profile.MONTHS; month++) {
            double share = flow.profile().share(month);
            Csv.line(
                    out,
                    "month",
                    month + 1,
                    share,
                    share * flow.perYear(),
                    flow.kind().unit().symbol());
        }
        List<Double> hours = meter.map(MeterStore.Link::hours).orElse(List.of());
        for (int hour = 0; hour < hours.size(); hour++) {
            Csv.line(out, "hour", hour, hours.get(hour), "", "");
        }
        exchange.csv("flow.csv", out.toString());
    }

    /** The months of an open synergy, promised beside measured. */
    static Ledger ledger(TerritoryDesk desk, Synergy synergy) {
        Inventory inventory = desk.inventory();
        return Ledger.of(
                synergy,
                inventory.flow(synergy.out()).profile(),
                inventory.flow(synergy.in()).profile(),
                YearMonth.from(desk.house().clock().instant().atZone(ZoneOffset.UTC)));
    }

    /** Bars of what was measured, marks of what was promised; empty where nothing is measured yet. */
    static String chart(Exchange exchange, Ledger ledger, String unit) {
        List<Ledger.Line> lines = ledger.lines();
        List<Ledger.Line> last = lines.subList(Math.max(0, lines.size() - 24), lines.size());
        if (last.isEmpty()) {
            return "";
        }
        return BarChart.of(
                last.stream().map(line -> line.month().toString().substring(2)).toList(),
                List.of(new BarChart.Series(
                        exchange.text("territory.measured"),
                        "var(--c1)",
                        last.stream().map(Ledger.Line::measured).toList())),
                last.stream().map(Ledger.Line::promised).toList(),
                unit,
                exchange.text("territory.ledger.chart"),
                value -> Quantity.number(value, exchange.language()));
    }

    private void months(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        SynergyDesk.Seen seen = synergies.get(viewer, exchange.path("token"));
        SynergyDesk.Open open = seen.open().orElseThrow(() -> new NotFound("synergy"));
        StringBuilder out = new StringBuilder("month,promised,measured,unit,share,status\n");
        for (Ledger.Line line :
                ledger(desk, synergies.kept(seen.token()).synergy()).lines()) {
            Csv.line(
                    out,
                    line.month(),
                    line.promised(),
                    line.measured(),
                    open.out().kind().unit().symbol(),
                    line.share(),
                    line.status());
        }
        exchange.csv("months.csv", out.toString());
    }

    /** The open side of a synergy whose meter a company of it may choose. */
    private SynergyDesk.Open open(Exchange exchange) {
        return synergies
                .get(Viewer.of(exchange.user()), exchange.path("token"))
                .open()
                .orElseThrow(() -> new NotFound("synergy"));
    }

    private void linkSynergy(Exchange exchange) {
        SynergyDesk.Open open = open(exchange);
        pages.step(
                exchange,
                () -> meters.linkSynergy(
                        exchange.path("token"),
                        open.out().kind(),
                        Viewer.of(exchange.user()).sites(exchange),
                        exchange.form().text("series"),
                        factor(exchange),
                        exchange.user().name()));
    }

    private void unlinkSynergy(Exchange exchange) {
        open(exchange);
        meters.unlink(
                MeterStore.ofSynergy(exchange.path("token")), exchange.user().name());
        exchange.redirect("/territory/synergies/" + exchange.path("token"));
    }
}
