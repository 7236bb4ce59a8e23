package org.boucle.core.impact.methods;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.Scope;

/**
 * A company's greenhouse gas inventory by the GHG Protocol and by the French BEGES of 2022: the same lines, sorted twice.
 * Scope 2 is counted twice, location-based and market-based, and never added; biogenic CO2 and avoided emissions stay apart.
 *
 * @param entries every line with where it belongs
 */
public record CorporateInventory(List<Entry> entries) {
    public CorporateInventory {
        entries = List.copyOf(entries);
    }

    /** Which of the two views of scope 2 a line belongs to. */
    public enum Basis {
        /** Every line outside scope 2, and those of scope 2 that both views share. */
        BOTH,
        LOCATION,
        MARKET
    }

    /** A line, the category of scope 3 (1 to 15, 0 elsewhere and in post 6.1, which has none), its BEGES post and the view of scope 2. */
    public record Entry(FootprintLine line, int scope3Category, BegesPost post, Basis basis) {
        public Entry {
            boolean scope3 = line.scope() == Scope.SCOPE_3;
            boolean other = scope3 && scope3Category == 0 && post == BegesPost.P6_1;
            if (!other && scope3 != (scope3Category >= 1 && scope3Category <= 15)) {
                throw new IllegalArgumentException(
                        "Line " + line.id() + " of " + line.scope() + " has the scope 3 category " + scope3Category
                                + ". Only scope 3 lines have one, from 1 to 15 (0 for post 6.1).");
            }
            if (basis != Basis.BOTH && line.scope() != Scope.SCOPE_2) {
                throw new IllegalArgumentException(
                        "Line " + line.id() + " is of one view of scope 2 but of " + line.scope());
            }
        }
    }

    /** Total of a scope in one view of scope 2, kg CO2e. */
    public double scope(Scope scope, Basis view) {
        return sum(e -> e.line().scope() == scope && (e.basis() == Basis.BOTH || e.basis() == view));
    }

    /** Scopes 1 to 3 in one view, kg CO2e; what is outside the scopes is not in it. */
    public double total(Basis view) {
        return scope(Scope.SCOPE_1, view) + scope(Scope.SCOPE_2, view) + scope(Scope.SCOPE_3, view);
    }

    public double scope3(int category) {
        return sum(e -> e.scope3Category() == category);
    }

    /** Each BEGES post, location-based as the regulation asks, kg CO2e. */
    public Map<BegesPost, Double> posts() {
        Map<BegesPost, Double> posts = new EnumMap<>(BegesPost.class);
        for (BegesPost post : BegesPost.values()) {
            posts.put(
                    post, sum(e -> e.post() == post && e.line().scope() != Scope.OUTSIDE && e.basis() != Basis.MARKET));
        }
        return posts;
    }

    private double sum(java.util.function.Predicate<Entry> wanted) {
        return entries.stream()
                .filter(wanted)
                .mapToDouble(e -> e.line().value())
                .sum();
    }

    /** Whether a change of structure or method asks for the base year to be computed again. */
    public static boolean recalculatesBaseYear(double before, double after, double threshold) {
        return Math.abs(after - before) > threshold * Math.abs(before);
    }
}
