package org.boucle.core.impact;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.boucle.core.factors.Interval;
import org.boucle.core.factors.Uncertainty;

/**
 * A list of lines whose sum is the total, by construction: there is no other way to a total.
 *
 * @param subject what it is the footprint of, for example one chair or a site's year
 * @param lines in the order of the model; ids unique per category
 */
public record Footprint(String subject, List<FootprintLine> lines) {
    public Footprint {
        lines = List.copyOf(lines);
        Map<String, FootprintLine> seen = new LinkedHashMap<>();
        for (FootprintLine line : lines) {
            FootprintLine twin = seen.put(line.category().code() + " " + line.id(), line);
            if (twin != null) {
                throw new IllegalArgumentException(
                        "Two lines of " + line.category().code() + " have the id '" + line.id() + "'");
            }
        }
    }

    /** The categories that have at least one line, in their own order. */
    public List<ImpactCategory> categories() {
        return ImpactCategory.all()
                .filter(c -> lines.stream().anyMatch(l -> l.category() == c))
                .toList();
    }

    public List<FootprintLine> lines(ImpactCategory category) {
        return lines.stream().filter(l -> l.category() == category).toList();
    }

    /** Sum of the lines, in the category's unit. */
    public double total(ImpactCategory category) {
        return sum(lines(category));
    }

    public Map<LifeCycleStage, Double> byStage(ImpactCategory category) {
        return grouped(category, FootprintLine::stage, new EnumMap<>(LifeCycleStage.class));
    }

    public Map<Scope, Double> byScope(ImpactCategory category) {
        return grouped(category, FootprintLine::scope, new EnumMap<>(Scope.class));
    }

    /** The lines of a category that weigh most, by absolute value. */
    public List<FootprintLine> hotSpots(ImpactCategory category, int atMost) {
        return lines(category).stream()
                .sorted(Comparator.comparingDouble((FootprintLine l) -> -Math.abs(l.value()))
                        .thenComparing(FootprintLine::id))
                .limit(atMost)
                .toList();
    }

    /**
     * Variance of the total at first order. Lines that share a factor move together, so their values add before they are
     * squared; so do lines that share an activity.
     */
    public double variance(ImpactCategory category) {
        return varianceBySource(category).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Each uncertain datum's part of the variance: {@code factor <id>} or {@code activity <key>}. */
    public Map<String, Double> varianceBySource(ImpactCategory category) {
        return varianceBySource(lines(category));
    }

    static Map<String, Double> varianceBySource(Collection<FootprintLine> lines) {
        Map<String, Double> sums = new TreeMap<>();
        Map<String, Uncertainty> spreads = new TreeMap<>();
        for (FootprintLine line : lines) {
            for (UncertainDatum datum : UncertainDatum.of(line)) {
                sums.merge(datum.key(), line.value(), Double::sum);
                spreads.putIfAbsent(datum.key(), datum.uncertainty());
            }
        }
        Map<String, Double> variances = new TreeMap<>();
        sums.forEach(
                (key, sum) -> variances.put(key, sum * sum * spreads.get(key).relativeVariance()));
        return variances;
    }

    /**
     * The 95 % interval of a category's total at first order: lognormal where the total is positive and the spread
     * cannot cross zero sensibly, normal otherwise.
     */
    public Interval interval(ImpactCategory category) {
        return intervalOf(total(category), variance(category));
    }

    static Interval intervalOf(double total, double variance) {
        double sd = Math.sqrt(variance);
        if (total == 0) {
            return new Interval(-Uncertainty.Z95 * sd, Uncertainty.Z95 * sd);
        }
        return Uncertainty.plusMinus(Math.min(1000, 100 * Uncertainty.Z95 * sd / Math.abs(total)))
                .around(total);
    }

    /** Part of the absolute total whose factor has no spread stated by its source, from 0 to 1. */
    public double shareWithoutStatedSpread(ImpactCategory category) {
        double all = 0;
        double silent = 0;
        for (FootprintLine line : lines(category)) {
            all += Math.abs(line.value());
            silent += line.factor().uncertainty().stated() ? 0 : Math.abs(line.value());
        }
        return all == 0 ? 0 : silent / all;
    }

    private <K> Map<K, Double> grouped(ImpactCategory category, Function<FootprintLine, K> by, Map<K, Double> into) {
        lines(category).forEach(l -> into.merge(by.apply(l), l.value(), Double::sum));
        return into;
    }

    private static double sum(Collection<FootprintLine> lines) {
        return lines.stream().mapToDouble(FootprintLine::value).sum();
    }
}
