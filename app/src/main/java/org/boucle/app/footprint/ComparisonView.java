package org.boucle.app.footprint;

import java.util.List;
import org.boucle.core.factors.Interval;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.FootprintComparison.Change;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;

/** Two variants side by side. */
public record ComparisonView(FootprintView before, FootprintView after, FootprintComparison comparison, int runs) {
    private static final long SEED = 20_260_101;

    /** One category of the comparison. */
    public record Row(
            ImpactCategory category,
            String label,
            double before,
            double after,
            double difference,
            Interval interval,
            double probability) {
        /** Whether the change is for the better, for the worse or none. */
        public String verdict() {
            boolean more = category instanceof IndicatorCategory c && c.moreIsBetter();
            double good = more ? difference : -difference;
            return good > 1e-12 ? "better" : good < -1e-12 ? "worse" : "same";
        }
    }

    public List<Row> rows() {
        return ImpactCategory.all()
                .filter(c -> before.footprint().categories().contains(c)
                        || after.footprint().categories().contains(c))
                .map(this::row)
                .toList();
    }

    private Row row(ImpactCategory category) {
        return new Row(
                category,
                category.label(before.language()),
                before.footprint().total(category),
                after.footprint().total(category),
                comparison.difference(category),
                comparison.interval(category),
                probability(category));
    }

    private double probability(ImpactCategory category) {
        double lower = comparison.probabilityLower(category, runs, SEED);
        return category instanceof IndicatorCategory c && c.moreIsBetter() ? 1 - lower : lower;
    }

    /** The lines that differ, the largest change first. */
    public List<Change> changes(ImpactCategory category) {
        return comparison.changes(category).stream()
                .filter(c -> c.before() != c.after())
                .sorted(java.util.Comparator.comparingDouble((Change c) -> -Math.abs(c.difference())))
                .limit(25)
                .toList();
    }

    public String suffix(Change change) {
        int hash = change.id().indexOf('#');
        return hash < 0
                ? ""
                : before.page()
                        .t("footprint.part." + change.id().substring(hash + 1).replace('#', '.'));
    }
}
