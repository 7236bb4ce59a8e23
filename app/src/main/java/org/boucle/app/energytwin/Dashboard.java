package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.telemetry.LastValue;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.LoadFigures;
import org.boucle.features.energytwin.alerts.AlertBook;
import org.boucle.features.energytwin.cost.CostCarbon;
import org.boucle.features.energytwin.prediction.Intervals;
import org.boucle.features.energytwin.prediction.Outlook;
import org.boucle.features.energytwin.production.ProductEnergy;

/** The first page: the site alive. */
public final class Dashboard {
    private final Parts parts;

    Dashboard(Parts parts) {
        this.parts = parts;
    }

    /** A machine in the list under the states chart. */
    public record MachineRow(long id, String label, double kW, double waiting, double share) {}

    /** What a line makes and with how much energy. */
    public record LineRow(int line, ProductEnergy energy) {}

    void page(Exchange exchange) {
        Page page = exchange.page("energytwin.title");
        Optional<View> view = parts.view(exchange);
        if (view.isEmpty()) {
            exchange.render("energytwin/empty.jte", page, Map.of());
            return;
        }
        exchange.render("energytwin/dashboard.jte", page, model(page, view.get()));
    }

    private Map<String, Object> model(Page page, View view) {
        LoadCurve quarters = view.quarters(parts.readings()).orElseThrow();
        LoadFigures figures = LoadFigures.of(quarters);
        Map<Meter, StateBook.History> states = lastDay(view);
        AlertBook book = parts.alerts().book(view.site().id());
        Optional<DemoNotice> demo = Optional.of(parts.demo().get())
                .filter(known -> known.site().equals(view.site().id()));
        DashboardModel model = new DashboardModel(
                view.now(),
                tiles(page, view, quarters, figures, states, book),
                curve(page, view),
                Charts.week(page, LoadFigures.week(quarters)),
                Charts.duration(
                        page, LoadFigures.duration(quarters), view.settings().contract(), figures.baseload()),
                states(page, view, largest(states)),
                shares(page, view),
                rows(largest(states)),
                lines(view),
                book.open().stream().limit(4).toList(),
                book.open().size(),
                demo.isPresent()
                        || EnergyApi.isLive(view.now(), parts.house().clock().instant()),
                demo);
        return Map.of("model", model);
    }

    Map<Meter, StateBook.History> lastDay(View view) {
        return parts.states()
                .of(
                        view.machines(),
                        view.now().minus(Duration.ofHours(24)),
                        view.now(),
                        view.site().timeZone());
    }

    String curve(Page page, View view) {
        return chart(page, view).svg(page.t("energytwin.curve.title"), 290);
    }

    CurveChart chart(Page page, View view) {
        Optional<Outlook> outlook = parts.outlooks().ready(view.site().id()).flatMap(Outlooks.Made::outlook);
        return new CurveChart(page, view, view.whole(parts.readings()).orElseThrow(), outlook, 2);
    }

    /** The twelve machines that use most, in the order of the site: the page stays light, the table has them all. */
    private static Map<Meter, StateBook.History> largest(Map<Meter, StateBook.History> states) {
        double least = states.values().stream()
                .mapToDouble(history -> -history.balance().total())
                .sorted()
                .skip(11)
                .findFirst()
                .orElse(0);
        Map<Meter, StateBook.History> kept = new LinkedHashMap<>();
        states.forEach((meter, history) -> {
            if (history.balance().total() >= -least && kept.size() < 12) {
                kept.put(meter, history);
            }
        });
        return kept;
    }

    private static String states(Page page, View view, Map<Meter, StateBook.History> states) {
        Map<String, List<Charts.Stretch>> rows = new LinkedHashMap<>();
        states.forEach((meter, history) -> rows.put(meter.label(), history.stretches()));
        return Charts.states(page, rows, view.now().minus(Duration.ofHours(24)), view.now());
    }

    String shares(Page page, View view) {
        List<Charts.Share> shares = new ArrayList<>();
        parts.figures()
                .shares(view)
                .forEach((label, energy) -> shares.add(new Charts.Share(
                        label.isEmpty() ? page.t("energytwin.rest") : label,
                        energy,
                        label.isEmpty() ? "var(--c8)" : "var(--c1)")));
        shares.sort((a, b) -> Double.compare(b.energy(), a.energy()));
        return Charts.shares(page, shares.subList(0, Math.min(10, shares.size())), page.t("energytwin.shares.title"));
    }

    private List<MachineRow> rows(Map<Meter, StateBook.History> states) {
        List<MachineRow> rows = new ArrayList<>();
        states.forEach((meter, history) -> rows.add(new MachineRow(
                meter.id(),
                meter.label(),
                power(meter).orElse(Double.NaN),
                history.balance().waiting(),
                history.balance().waitingShare())));
        return rows;
    }

    private Optional<Double> power(Meter meter) {
        return parts.readings()
                .store()
                .lastValue(meter.id())
                .filter(last -> meter.series().kind() == org.boucle.features.telemetry.SeriesKind.GAUGE)
                .map(LastValue::value);
    }

    private List<LineRow> lines(View view) {
        List<LineRow> rows = new ArrayList<>();
        for (int line : view.lines()) {
            parts.figures().products(view, line, false).ifPresent(energy -> rows.add(new LineRow(line, energy)));
        }
        return rows;
    }

    private List<Tile> tiles(
            Page page,
            View view,
            LoadCurve quarters,
            LoadFigures figures,
            Map<Meter, StateBook.History> states,
            AlertBook book) {
        CostCarbon cost = parts.figures().cost(view, quarters);
        Map<String, String> live = live(page, view, book);
        double waiting =
                states.values().stream().mapToDouble(h -> h.balance().waiting()).sum();
        String source = view.settings().hasPrices() ? "" : page.t("energytwin.tile.example");
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                "live-power",
                page.t("energytwin.tile.power"),
                live.get("live-power"),
                "kW",
                view.settings().contract() > 0
                        ? page.t(
                                "energytwin.tile.ofContract",
                                page.n(view.settings().contract(), 0))
                        : "",
                ""));
        tiles.add(new Tile(
                "live-today",
                page.t("energytwin.tile.today"),
                live.get("live-today"),
                "kWh",
                expectedToday(page, view),
                "/energy/prediction"));
        tiles.add(new Tile(
                "energy",
                page.t("energytwin.tile.energy"),
                page.n(figures.energy() / 1000, 2),
                "MWh",
                page.t("energytwin.tile.peak", page.n(figures.peak(), 0)),
                "/energy/table/curve"));
        tiles.add(new Tile(
                "base",
                page.t("energytwin.baseload"),
                page.n(figures.baseload(), 1),
                "kW",
                page.t("energytwin.tile.base", page.percent(figures.baseload() / figures.mean())),
                "/energy/table/duration"));
        tiles.add(new Tile(
                "wait",
                page.t("energytwin.tile.waiting"),
                page.n(waiting, 0),
                "kWh",
                page.t("energytwin.tile.lastDay"),
                "/energy/table/states"));
        tiles.add(new Tile(
                "cost", page.t("energytwin.tile.cost"), page.n(cost.cost(), 0), "€", source, "/energy/table/cost"));
        tiles.add(new Tile(
                "carbon",
                page.t("energytwin.tile.carbon"),
                page.n(cost.carbon(), 0),
                "kg CO2e",
                page.t("energytwin.tile.perKWh", page.n(1000 * cost.carbon() / cost.energy(), 0)),
                "/energy/table/cost"));
        return tiles;
    }

    private String expectedToday(Page page, View view) {
        return parts.outlooks()
                .ready(view.site().id())
                .flatMap(Outlooks.Made::outlook)
                .map(outlook -> outlook.days().getFirst())
                .map(day -> java.util.Arrays.stream(day.bands())
                        .mapToDouble(Intervals.Band::value)
                        .sum())
                .map(sum -> page.t("energytwin.tile.expected", page.n(sum, 0)))
                .orElse(page.t("energytwin.tile.predicting"));
    }

    /** The figures that change while one looks, by the element that shows them. */
    Map<String, String> live(Page page, View view, AlertBook book) {
        Map<String, String> live = new LinkedHashMap<>();
        Optional<Double> whole = view.meters().stream()
                .filter(meter -> meter.isSite())
                .findFirst()
                .flatMap(this::power);
        double sum = view.machines().stream()
                .mapToDouble(meter -> power(meter).orElse(0.0))
                .sum();
        Instant midnight = Readings.midnight(view.now(), view.site());
        Instant end = Readings.floor(view.now(), Duration.ofMinutes(1));
        double today = end.isAfter(midnight)
                ? parts.readings()
                        .whole(
                                view.meters(),
                                midnight,
                                end,
                                Duration.between(midnight, end),
                                view.site().timeZone())
                        .map(LoadCurve::total)
                        .orElse(0.0)
                : 0;
        double present = whole.orElse(sum);
        live.put("live-power", present == 0 ? lastQuarter(page, view) : page.n(present, 1));
        live.put("live-today", page.n(today, 0));
        live.put("live-alerts", Integer.toString(book.open().size()));
        live.put("live-time", page.time(view.now()));
        return live;
    }

    private String lastQuarter(Page page, View view) {
        Instant end = Readings.floor(view.now(), Duration.ofMinutes(15));
        return parts.readings()
                .whole(
                        view.meters(),
                        end.minusSeconds(900),
                        end,
                        Duration.ofMinutes(15),
                        view.site().timeZone())
                .map(curve -> page.n(curve.kW(0), 1))
                .orElse("–");
    }
}
