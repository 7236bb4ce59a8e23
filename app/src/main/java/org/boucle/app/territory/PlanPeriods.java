package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.boucle.app.server.Exchange;
import org.boucle.core.units.Quantity;
import org.boucle.features.territory.exchange.Periods;
import org.boucle.features.territory.inventory.FlowKind;

/** A plan period by period: names, a chart of what moves, and its lines. */
final class PlanPeriods {
    private static final int MOST_SERIES = 6;
    private static final List<String> COLOURS =
            List.of("var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)", "var(--c7)");

    private PlanPeriods() {}

    /** The names of the periods in the reader's language. */
    static List<String> names(Periods periods, Exchange exchange) {
        return switch (periods) {
            case YEAR -> List.of(exchange.text("territory.periods.YEAR"));
            case MONTHS -> MeterPages.monthNames(exchange.language());
            case SEASONS, QUARTERS ->
                IntStream.range(0, periods.count())
                        .mapToObj(i -> exchange.text("territory.periods." + periods + "." + i))
                        .toList();
        };
    }

    /** What moves of a kind in each period: the largest exchanges apart, the rest together. */
    static String chart(List<PlanPages.Row> rows, FlowKind kind, List<String> periods, Exchange exchange, Names names) {
        List<PlanPages.Row> mine = rows.stream()
                .filter(row -> row.out().kind() == kind)
                .sorted(Comparator.comparingDouble(PlanPages.Row::amount).reversed())
                .toList();
        if (mine.isEmpty()) {
            return "";
        }
        List<BarChart.Series> series = new ArrayList<>();
        for (PlanPages.Row row : mine.subList(0, Math.min(MOST_SERIES, mine.size()))) {
            String name = names.of(row.out()) + " → " + row.taker();
            series.add(new BarChart.Series(name, COLOURS.get(series.size()), row.perPeriod()));
        }
        if (mine.size() > MOST_SERIES) {
            List<Double> rest = IntStream.range(0, periods.size())
                    .mapToObj(t -> mine.subList(MOST_SERIES, mine.size()).stream()
                            .mapToDouble(row -> row.perPeriod().get(t))
                            .sum())
                    .toList();
            series.add(new BarChart.Series(exchange.text("territory.periods.rest"), COLOURS.getLast(), rest));
        }
        return BarChart.of(
                periods,
                series,
                List.of(),
                kind.unit().symbol(),
                exchange.text("territory.periods.chart"),
                value -> Quantity.number(value, exchange.language()));
    }
}
