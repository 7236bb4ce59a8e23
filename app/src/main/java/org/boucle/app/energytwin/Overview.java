package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.app.pages.TimeChart;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Scope;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.LoadFigures;
import org.boucle.features.energytwin.cost.CostCarbon;

/** The energy of a company or a territory: one line for each of its sites, and their sum where their present is the same. */
public final class Overview {
    /** Sites whose newest readings are further apart than this do not live at the same time: they are not summed. */
    private static final Duration SAME_TIME = Duration.ofDays(1);

    private final Parts parts;

    Overview(Parts parts) {
        this.parts = parts;
    }

    /** What a site has used over the period, in its own present. */
    public record Used(Instant now, boolean summed, LoadFigures figures, double cost, double carbon) {}

    /** A site of the scope; nothing used where it has no readings. */
    public record Line(Site site, Optional<Used> used, int alerts) {}

    /**
     * All sites and their sum.
     *
     * @param curve mean power of the summed sites together, empty where there is none
     */
    public record Sum(List<Line> lines, Optional<LoadCurve> curve) {
        public Sum {
            lines = List.copyOf(lines);
        }

        List<Used> summed() {
            return lines.stream()
                    .flatMap(line -> line.used().stream())
                    .filter(Used::summed)
                    .toList();
        }

        public double energy() {
            return summed().stream()
                    .mapToDouble(used -> used.figures().energy())
                    .sum();
        }

        public double cost() {
            return summed().stream().mapToDouble(Used::cost).sum();
        }

        public double carbon() {
            return summed().stream().mapToDouble(Used::carbon).sum();
        }

        public int alerts() {
            return lines.stream().mapToInt(Line::alerts).sum();
        }

        /** Energy of the latest 31 days together, newest first. */
        public Map<LocalDate, Double> days() {
            Map<LocalDate, Double> days = new LinkedHashMap<>();
            curve.map(DayGrid::of).ifPresent(grid -> {
                for (int day = grid.days() - 1; day >= Math.max(0, grid.days() - 31); day--) {
                    days.put(
                            grid.date(day),
                            Arrays.stream(grid.day(day))
                                    .filter(Double::isFinite)
                                    .sum());
                }
            });
            return days;
        }

        /** How many sites have readings but live at another time. */
        public int apart() {
            return (int) lines.stream().filter(line -> line.used().isPresent()).count() - summed().size();
        }
    }

    Sum of(Scope scope) {
        Map<Site, View> views = new LinkedHashMap<>();
        for (Site site : scope.sites()) {
            View.of(parts.house(), parts.meters(), parts.readings(), site, scope.period())
                    .ifPresent(view -> views.put(site, view));
        }
        Instant newest = views.values().stream()
                .map(View::now)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Line> lines = new ArrayList<>();
        List<View> together = new ArrayList<>();
        for (Site site : scope.sites()) {
            Optional<View> view = Optional.ofNullable(views.get(site));
            boolean summed =
                    view.filter(v -> v.now().isAfter(newest.minus(SAME_TIME))).isPresent();
            view.filter(v -> summed).ifPresent(together::add);
            int alerts = parts.alerts().book(site.id()).open().size();
            lines.add(new Line(site, view.flatMap(v -> used(v, summed)), alerts));
        }
        return new Sum(lines, together.isEmpty() ? Optional.empty() : curve(together));
    }

    private Optional<Used> used(View view, boolean summed) {
        return view.quarters(parts.readings()).map(curve -> {
            CostCarbon cost = parts.figures().cost(view, curve);
            return new Used(view.now(), summed, LoadFigures.of(curve), cost.cost(), cost.carbon());
        });
    }

    /** The curves of all over the period of the one that ends first. */
    private Optional<LoadCurve> curve(List<View> together) {
        View first = together.stream().min(Comparator.comparing(View::to)).orElseThrow();
        List<LoadCurve> curves = together.stream()
                .flatMap(view -> parts
                        .readings()
                        .whole(
                                view.meters(),
                                first.from(),
                                first.to(),
                                first.step(),
                                first.site().timeZone())
                        .stream())
                .toList();
        return curves.isEmpty() ? Optional.empty() : Optional.of(Readings.sum(curves));
    }

    void page(Exchange exchange) {
        Page page = exchange.page("energytwin.title");
        Sum sum = of(exchange.scope());
        exchange.render(
                "energytwin/overview.jte",
                page,
                Map.of(
                        "sum",
                        sum,
                        "chart",
                        sum.curve().map(curve -> chart(page, curve)).orElse("")));
    }

    private static String chart(Page page, LoadCurve curve) {
        return new TimeChart(
                        page.t("energytwin.overview.curve"),
                        "kW",
                        260,
                        page.language().locale(),
                        page.zone())
                .add(
                        page.t("energytwin.measured"),
                        TimeChart.Look.AREA,
                        "var(--c1)",
                        curve.start(),
                        curve.step(),
                        curve.kW())
                .svg();
    }

    /** The sites as CSV with plain decimal points. */
    void csv(Exchange exchange) {
        Sum sum = of(exchange.scope());
        List<List<String>> rows = new ArrayList<>();
        for (Line line : sum.lines()) {
            List<String> row = new ArrayList<>(
                    List.of(line.site().id(), line.site().company(), line.site().territory()));
            line.used()
                    .ifPresentOrElse(
                            used -> row.addAll(List.of(
                                    used.now().toString(),
                                    Boolean.toString(used.summed()),
                                    CurveChart.plain(used.figures().energy()),
                                    CurveChart.plain(used.figures().peak()),
                                    CurveChart.plain(used.figures().baseload()),
                                    CurveChart.plain(used.cost()),
                                    CurveChart.plain(used.carbon()))),
                            () -> row.addAll(List.of("", "false", "", "", "", "", "")));
            row.add(Integer.toString(line.alerts()));
            rows.add(row);
        }
        List<String> head = List.of(
                "site",
                "company",
                "territory",
                "now",
                "summed",
                "energy_kWh",
                "peak_kW",
                "baseload_kW",
                "cost_EUR",
                "ghg_kgCO2e",
                "open_alerts");
        exchange.csv("energy-sites.csv", Table.csv(head, rows));
    }

    /** The summed curve as CSV. */
    void curveCsv(Exchange exchange) {
        List<List<String>> rows = new ArrayList<>();
        of(exchange.scope()).curve().ifPresent(curve -> {
            for (int i = 0; i < curve.size(); i++) {
                rows.add(List.of(curve.startOf(i).toString(), CurveChart.plain(curve.kW(i))));
            }
        });
        exchange.csv("energy-sum.csv", Table.csv(List.of("time", "kW"), rows));
    }

    void json(Exchange exchange) {
        Sum sum = of(exchange.scope());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scope", exchange.scope().code());
        json.put("energyKWh", sum.energy());
        json.put("costEUR", sum.cost());
        json.put("ghgKgCO2e", sum.carbon());
        json.put("openAlerts", sum.alerts());
        json.put("sitesSummed", sum.summed().size());
        json.put("sites", sum.lines().stream().map(Overview::json).toList());
        exchange.json(json);
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("site", line.site().id());
        line.used().ifPresent(used -> {
            json.put("now", used.now().toString());
            json.put("summed", used.summed());
            json.put("energyKWh", used.figures().energy());
            json.put("peakKW", used.figures().peak());
            json.put("baseloadKW", used.figures().baseload());
            json.put("costEUR", used.cost());
            json.put("ghgKgCO2e", used.carbon());
        });
        json.put("openAlerts", line.alerts());
        return json;
    }
}
