package org.boucle.app.energytwin;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.energytwin.DetailTables.Content;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.LoadFigures;
import org.boucle.features.energytwin.cost.CostCarbon;
import org.boucle.features.energytwin.cost.GridIntensity;
import org.boucle.features.energytwin.states.PowerState;

/** The table and the CSV beside each chart, by the chart's name. */
final class Tables {
    private static final int MOST_ROWS = 60;
    private final Parts parts;
    private final Dashboard dashboard;
    private final DetailTables details;

    Tables(Parts parts, Dashboard dashboard) {
        this.parts = parts;
        this.dashboard = dashboard;
        this.details = new DetailTables(parts);
    }

    /** In the side panel, or as a page of its own for readers without scripts. */
    void table(Exchange exchange) {
        Page page = exchange.page("energytwin.table");
        String name = exchange.path("name");
        String of = exchange.query("of").orElse("");
        Content content = content(page, parts.needed(exchange), name, of);
        int skipped = Math.max(0, content.rows().size() - MOST_ROWS);
        Table table = new Table(
                page.t("energytwin.table." + name),
                content.head(),
                content.rows().subList(skipped, content.rows().size()),
                content.note(),
                "/energy/csv/" + name + (of.matches("\\d{1,18}") ? "?of=" + of : ""));
        exchange.render(
                exchange.isPart() ? "energytwin/panel.jte" : "energytwin/table.jte",
                page,
                Map.of("table", table, "skipped", skipped));
    }

    void csv(Exchange exchange) {
        Page page = exchange.page("energytwin.table");
        String name = exchange.path("name");
        Content content =
                content(page, parts.needed(exchange), name, exchange.query("of").orElse(""));
        exchange.csv("energy-" + name + ".csv", Table.csv(content.head(), content.rows()));
    }

    private Content content(Page page, View view, String name, String of) {
        return switch (name) {
            case "curve" -> {
                CurveChart chart = dashboard.chart(page, view);
                yield new Content(chart.head(), chart.rows(), page.t("energytwin.note.curve"));
            }
            case "prediction" -> prediction(page, view);
            case "week" -> week(page, view);
            case "duration" -> details.duration(page, quarters(view));
            case "states" -> states(page, view);
            case "shares" -> shares(page, view);
            case "cost" -> cost(page, view);
            case "machine-curve" -> details.curve(page, view, details.machine(view, of));
            case "machine-states" -> details.states(page, view, of);
            case "machine-duration" -> details.duration(page, details.machine(view, of));
            case "line-curve" -> details.curve(page, view, details.line(view, of));
            case "baseline" -> details.baseline(page, view);
            default -> throw new NotFound("table " + name);
        };
    }

    private Content prediction(Page page, View view) {
        CurveChart chart = parts.outlooks()
                .ready(view.site().id())
                .flatMap(Outlooks.Made::outlook)
                .map(outlook -> new PredictionPages(parts).chart(page, view, outlook))
                .orElseThrow(() -> new NotFound("prediction"));
        return new Content(chart.head(), chart.rows(), page.t("energytwin.note.curve"));
    }

    private LoadCurve quarters(View view) {
        return view.quarters(parts.readings()).orElseThrow(() -> new NotFound("readings"));
    }

    private Content week(Page page, View view) {
        double[][] kW = LoadFigures.week(quarters(view));
        List<String> head = new ArrayList<>(List.of("h"));
        for (DayOfWeek day : DayOfWeek.values()) {
            head.add(day.getDisplayName(TextStyle.SHORT, page.language().locale()) + " (kW)");
        }
        List<List<String>> rows = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(hour)));
            for (int day = 0; day < 7; day++) {
                row.add(CurveChart.plain(kW[day][hour]));
            }
            rows.add(row);
        }
        return new Content(head, rows, page.t("energytwin.note.week"));
    }

    private Content states(Page page, View view) {
        List<String> head = new ArrayList<>(List.of(page.t("energytwin.machine")));
        for (PowerState state : PowerState.values()) {
            head.add(page.t("energytwin.state." + state.name()) + " (h)");
            head.add(page.t("energytwin.state." + state.name()) + " (kWh)");
        }
        List<List<String>> rows = new ArrayList<>();
        dashboard.lastDay(view).forEach((meter, history) -> {
            List<String> row = new ArrayList<>(List.of(meter.label()));
            for (PowerState state : PowerState.values()) {
                row.add(CurveChart.plain(history.balance().hours(state)));
                row.add(CurveChart.plain(history.balance().energy(state)));
            }
            rows.add(row);
        });
        return new Content(head, rows, page.t("energytwin.note.states"));
    }

    private Content shares(Page page, View view) {
        List<List<String>> rows = new ArrayList<>();
        parts.figures()
                .shares(view)
                .forEach((label, energy) -> rows.add(
                        List.of(label.isEmpty() ? page.t("energytwin.rest") : label, CurveChart.plain(energy))));
        return new Content(List.of(page.t("energytwin.machine"), "kWh"), rows, page.t("energytwin.note.shares"));
    }

    private Content cost(Page page, View view) {
        LoadCurve curve = quarters(view);
        CostCarbon cost = parts.figures().cost(view, curve);
        GridIntensity grid = parts.figures().intensity(view, curve.start(), curve.end());
        List<List<String>> rows = new ArrayList<>();
        for (CostCarbon.Line line : cost.lines()) {
            rows.add(row(page.t("energytwin.period." + line.period()), line.energy(), line.cost(), line.carbon()));
        }
        rows.add(row(page.t("energytwin.total"), cost.energy(), cost.cost(), cost.carbon()));
        String prices = page.t(view.settings().hasPrices() ? "energytwin.note.prices" : "energytwin.note.example");
        Optional<String> hourly = grid.isHourly() ? Optional.of(page.t("energytwin.note.hourly")) : Optional.empty();
        String note = prices + " "
                + page.t(
                        "energytwin.note.factor",
                        grid.source(),
                        page.n(grid.otherwise() * 1000, 1),
                        page.n(grid.uncertainty() * 100, 0))
                + hourly.map(text -> " " + text).orElse("");
        return new Content(Arrays.asList(page.t("energytwin.period"), "kWh", "EUR", "kg CO2e"), rows, note);
    }

    private static List<String> row(String name, double energy, double cost, double carbon) {
        return List.of(name, CurveChart.plain(energy), CurveChart.plain(cost), CurveChart.plain(carbon));
    }
}
