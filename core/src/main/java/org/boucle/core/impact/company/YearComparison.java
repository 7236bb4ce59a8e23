package org.boucle.core.impact.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.methods.CorporateInventory;
import org.boucle.core.impact.methods.CorporateInventory.Basis;

/**
 * A year beside an earlier one, line by line, under shared uncertainty: a factor that both use is drawn once, each year's
 * quantities are drawn apart, since each was measured or declared anew.
 */
public record YearComparison(CompanyFootprint before, CompanyFootprint after, Basis view) {
    /** Share of the base year beyond which a change of boundary asks for it to be computed again (GHG Protocol, ch. 5). */
    public static final double THRESHOLD = 0.05;

    /**
     * One line in both years, kg CO2e; a year without it counts zero.
     *
     * @param byActivity part of the change that comes from the quantity, at the earlier factor
     * @param byFactor part that comes from the factor, at the later quantity
     */
    public record Row(String id, String label, double before, double after, double byActivity, double byFactor) {
        public double difference() {
            return after - before;
        }
    }

    private FootprintComparison lines() {
        return new FootprintComparison(before.view(view), after.view(view));
    }

    /** Every line of either year, the largest change first. */
    public List<Row> rows() {
        Map<String, FootprintLine> left = byId(before.view(view));
        Map<String, FootprintLine> right = byId(after.view(view));
        Set<String> ids = new LinkedHashSet<>(left.keySet());
        ids.addAll(right.keySet());
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(row(id, Optional.ofNullable(left.get(id)), Optional.ofNullable(right.get(id))));
        }
        rows.sort(java.util.Comparator.comparingDouble((Row r) -> -Math.abs(r.difference())));
        return List.copyOf(rows);
    }

    private static Row row(String id, Optional<FootprintLine> left, Optional<FootprintLine> right) {
        double a = left.map(FootprintLine::value).orElse(0.0);
        double b = right.map(FootprintLine::value).orElse(0.0);
        String label = right.or(() -> left).map(FootprintLine::label).orElse(id);
        if (left.isEmpty() || right.isEmpty()) {
            return new Row(id, label, a, b, b - a, 0);
        }
        FootprintLine old = left.get();
        var quantity = right.get().activity().quantity();
        if (!quantity.unit().isCompatible(old.factor().unit())) {
            return new Row(id, label, a, b, b - a, 0);
        }
        double atOldFactor = quantity.in(old.factor().unit()) * old.factor().value();
        return new Row(id, label, a, b, atOldFactor - a, b - atOldFactor);
    }

    public double difference() {
        return lines().difference(IndicatorCategory.GHG);
    }

    /** The 95 % interval of the difference at first order. */
    public org.boucle.core.factors.Interval interval() {
        return lines().interval(IndicatorCategory.GHG);
    }

    /** Probability that emissions fell, by {@code runs} draws with common random numbers. */
    public double probabilityFell(int runs, long seed) {
        return lines().probabilityLower(IndicatorCategory.GHG, runs, seed);
    }

    /**
     * The earlier year by the later year's boundary: its consolidation, and its shares of the activities that both have.
     */
    public CompanyFootprint rebased(FactorLibrary library) {
        Map<String, Double> shares = new LinkedHashMap<>();
        after.account().activities().forEach(a -> shares.put(a.name(), a.share()));
        List<CompanyActivity> activities = before.account().activities().stream()
                .map(a -> new CompanyActivity(
                        a.name(),
                        a.post(),
                        a.flow(),
                        a.quantity(),
                        a.kilometres(),
                        shares.getOrDefault(a.name(), a.share()),
                        a.known()))
                .toList();
        CompanyAccount account = before.account()
                .withActivities(activities)
                .withConsolidation(after.account().consolidation());
        return CompanyFootprint.of(account, library);
    }

    /** Whether the change of boundary moves the earlier year by more than {@link #THRESHOLD}. */
    public boolean recalculates(FactorLibrary library) {
        return CorporateInventory.recalculatesBaseYear(
                before.inventory().total(view), rebased(library).inventory().total(view), THRESHOLD);
    }

    private static Map<String, FootprintLine> byId(Footprint footprint) {
        Map<String, FootprintLine> map = new LinkedHashMap<>();
        footprint.lines(IndicatorCategory.GHG).forEach(l -> map.put(l.id(), l));
        return map;
    }
}
