package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.LoadFigures;
import org.boucle.features.energytwin.cost.CostCarbon;
import org.boucle.features.energytwin.production.Batch;
import org.boucle.features.energytwin.production.ProductEnergy;
import org.boucle.features.energytwin.production.RateModel;

/** The pages of one machine and of one line. */
final class DetailPages {
    private final Parts parts;

    DetailPages(Parts parts) {
        this.parts = parts;
    }

    void machine(Exchange exchange) {
        View view = parts.needed(exchange);
        Meter machine = parts.machine(view, exchange.path("id"));
        if (Meters.toKilo(machine.series().unit()).isEmpty()) {
            throw new NotFound("machine " + machine.label());
        }
        Page page = exchange.page("energytwin.machine");
        LoadCurve curve = parts.readings()
                .curve(machine, view.from(), view.to(), view.step(), view.site().timeZone());
        Instant weekAgo = view.now().minus(Duration.ofDays(7));
        StateBook.History week = parts.states()
                .of(List.of(machine), weekAgo, view.now(), view.site().timeZone())
                .get(machine);
        if (week == null) {
            throw new NotFound("readings of " + machine.label());
        }
        CostCarbon waiting = parts.figures().cost(view, waiting(week));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("machine", machine);
        model.put(
                "curve",
                new CurveChart(page, view, curve, Optional.empty(), 0)
                        .svg(machine.label() + " – " + page.t("energytwin.table.curve"), 240));
        model.put(
                "states",
                Charts.states(
                        page,
                        Map.of(machine.label(), recent(week, view.now().minus(Duration.ofHours(24)))),
                        view.now().minus(Duration.ofHours(24)),
                        view.now()));
        model.put("balance", week.balance());
        model.put("levels", week.levels());
        model.put("figures", LoadFigures.of(curve));
        model.put(
                "duration",
                Charts.duration(
                        page,
                        LoadFigures.duration(curve),
                        0,
                        LoadFigures.of(curve).baseload()));
        model.put("waiting", waiting);
        exchange.render("energytwin/machine.jte", page, model);
    }

    private static List<Charts.Stretch> recent(StateBook.History history, Instant from) {
        return history.stretches().stream()
                .filter(stretch -> stretch.to().isAfter(from))
                .map(stretch -> stretch.from().isBefore(from)
                        ? new Charts.Stretch(stretch.state(), from, stretch.to())
                        : stretch)
                .toList();
    }

    /** The curve with only what was used while nothing was made. */
    static LoadCurve waiting(StateBook.History history) {
        double[] energy = history.curve().kWh();
        for (int i = 0; i < energy.length; i++) {
            boolean waits = switch (history.states()[i]) {
                case STANDBY, IDLE -> true;
                case OFF, PROCESSING -> false;
            };
            energy[i] = waits ? energy[i] : 0;
        }
        return new LoadCurve(
                history.curve().start(), history.curve().step(), history.curve().zone(), energy);
    }

    void line(Exchange exchange) {
        View view = parts.needed(exchange);
        String asked = exchange.path("line");
        int line = asked.matches("\\d{1,4}") ? Integer.parseInt(asked) : 0;
        if (line == 0 || view.line(line).isEmpty()) {
            throw new NotFound("line " + asked);
        }
        Page page = exchange.page("energytwin.line");
        LoadCurve curve = parts.figures()
                .line(view, line, view.from(), view.to(), view.step())
                .orElseThrow();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("line", line);
        model.put("machines", view.line(line));
        model.put(
                "curve",
                new CurveChart(page, view, curve, Optional.empty(), 0).svg(page.t("energytwin.line.n", line), 240));
        model.put("figures", LoadFigures.of(curve));
        model.put(
                "products",
                parts.figures()
                        .products(view, line, false)
                        .map(ProductEnergy::batches)
                        .orElse(List.of()));
        model.put(
                "families",
                parts.figures().families(view, line).map(ProductEnergy::batches).orElse(List.of()));
        Optional<ProductEnergy> batches = parts.figures().products(view, line, true);
        model.put("outside", batches.map(ProductEnergy::outside).orElse(Double.NaN));
        model.put(
                "batches",
                batches.map(ProductEnergy::batches)
                        .map(all -> all.reversed().stream().limit(12).toList())
                        .orElse(List.of()));
        options(view, line, exchange, model);
        exchange.render("energytwin/line.jte", page, model);
    }

    /** Ways of making a day's quantity: the one asked for, or the mean of the recent days. */
    private void options(View view, int line, Exchange exchange, Map<String, Object> model) {
        Optional<RateModel> rates = parts.figures().rates(view, line);
        List<Batch> recent = parts.figures().batches(view, line, view.now().minus(Duration.ofDays(28)), view.now());
        double days = recent.stream()
                .map(batch -> batch.from().atZone(view.site().timeZone()).toLocalDate())
                .distinct()
                .count();
        double usual = recent.stream().mapToDouble(Batch::quantity).sum() / Math.max(1, days);
        double quantity = exchange.query("quantity")
                .filter(text -> text.matches("\\d{1,7}"))
                .map(Double::parseDouble)
                .orElse((double) Math.round(usual / 100) * 100);
        double waiting = parts
                .states()
                .of(
                        view.line(line),
                        view.now().minus(Duration.ofDays(2)),
                        view.now(),
                        view.site().timeZone())
                .values()
                .stream()
                .mapToDouble(DetailPages::idlePower)
                .sum();
        model.put("rates", rates);
        model.put("quantity", quantity);
        model.put(
                "options",
                rates.map(model2 -> model2.options(quantity, 16, waiting, 8)).orElse(List.of()));
        model.put("unit", recent.isEmpty() ? "" : recent.getFirst().unit());
        model.put("idle", waiting);
    }

    /** Power in kW with which a machine waits: its lowest level that is neither off nor work, 0 where it has none. */
    private static double idlePower(StateBook.History history) {
        for (int k = 0; k < history.levels().levels().length; k++) {
            boolean waits = switch (history.levels().states().get(k)) {
                case STANDBY, IDLE -> true;
                case OFF, PROCESSING -> false;
            };
            if (waits) {
                return history.levels().levels()[k];
            }
        }
        return 0;
    }
}
