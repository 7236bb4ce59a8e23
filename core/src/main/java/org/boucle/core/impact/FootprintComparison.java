package org.boucle.core.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.core.factors.Interval;
import org.boucle.core.factors.Uncertainty;

/**
 * Two footprints line by line. A datum that both share is drawn once for both (common random numbers), so that what they
 * have in common says nothing about which is better.
 */
public record FootprintComparison(Footprint before, Footprint after) {

    /** One line on both sides; a side where it does not exist counts zero. */
    public record Change(String id, String label, LifeCycleStage stage, double before, double after) {
        public double difference() {
            return after - before;
        }
    }

    /** Every line of either side, in the order of before, then of what is new. */
    public List<Change> changes(ImpactCategory category) {
        Map<String, FootprintLine> left = byId(before, category);
        Map<String, FootprintLine> right = byId(after, category);
        Set<String> ids = new LinkedHashSet<>(left.keySet());
        ids.addAll(right.keySet());
        List<Change> changes = new ArrayList<>();
        for (String id : ids) {
            FootprintLine shown = right.getOrDefault(id, left.get(id));
            changes.add(new Change(id, shown.label(), shown.stage(), valueOf(left, id), valueOf(right, id)));
        }
        return List.copyOf(changes);
    }

    /** After minus before, in the category's unit. */
    public double difference(ImpactCategory category) {
        return after.total(category) - before.total(category);
    }

    /** The 95 % interval of the difference at first order, shared data moving both sides together. */
    public Interval interval(ImpactCategory category) {
        double sd = Math.sqrt(variance(category));
        double difference = difference(category);
        return new Interval(difference - Uncertainty.Z95 * sd, difference + Uncertainty.Z95 * sd);
    }

    /** Variance of after minus before. */
    public double variance(ImpactCategory category) {
        Map<String, Double> sums = new LinkedHashMap<>();
        Map<String, Uncertainty> spreads = new LinkedHashMap<>();
        collect(after.lines(category), 1, sums, spreads);
        collect(before.lines(category), -1, sums, spreads);
        return sums.entrySet().stream()
                .mapToDouble(e ->
                        e.getValue() * e.getValue() * spreads.get(e.getKey()).relativeVariance())
                .sum();
    }

    /**
     * Probability that after has less of the category than before, by sampling with common random numbers; half of the
     * ties count.
     *
     * @param runs number of draws, at least 1
     * @param seed same seed, same answer
     */
    public double probabilityLower(ImpactCategory category, int runs, long seed) {
        SharedDraws draws = new SharedDraws();
        SharedDraws.Side left = draws.side(before.lines(category));
        SharedDraws.Side right = draws.side(after.lines(category));
        double wins = 0;
        for (int run = 0; run < runs; run++) {
            double[] multipliers = draws.multipliers(seed + run);
            double a = left.total(multipliers);
            double b = right.total(multipliers);
            wins += b < a ? 1 : b == a ? 0.5 : 0;
        }
        return wins / runs;
    }

    private static void collect(
            List<FootprintLine> lines, int sign, Map<String, Double> sums, Map<String, Uncertainty> spreads) {
        for (FootprintLine line : lines) {
            for (UncertainDatum datum : UncertainDatum.of(line)) {
                sums.merge(datum.key(), sign * line.value(), Double::sum);
                spreads.putIfAbsent(datum.key(), datum.uncertainty());
            }
        }
    }

    private static Map<String, FootprintLine> byId(Footprint footprint, ImpactCategory category) {
        Map<String, FootprintLine> map = new LinkedHashMap<>();
        footprint.lines(category).forEach(l -> map.put(l.id(), l));
        return map;
    }

    private static double valueOf(Map<String, FootprintLine> lines, String id) {
        FootprintLine line = lines.get(id);
        return line == null ? 0 : line.value();
    }
}
