package org.boucle.core.impact;

import java.util.Objects;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorMatch;

/**
 * One line of a footprint: an activity times a factor, which is all that there is to a number.
 *
 * @param id stable inside the footprint and over variants
 * @param label what the line is called in the user's own words
 * @param match the factor with the ways in which it is not the one asked for
 * @param value impact in the category's unit; always activity times factor
 */
public record FootprintLine(
        String id,
        String label,
        LifeCycleStage stage,
        Scope scope,
        ImpactCategory category,
        Activity activity,
        FactorMatch match,
        double value) {
    public FootprintLine {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(scope, "scope");
        if (id.isBlank()) {
            throw new IllegalArgumentException("A line needs an id");
        }
        if (!match.factor().impact().equals(category.code())) {
            throw new IllegalArgumentException("Line " + id + " counts " + category.code() + " but its factor "
                    + match.factor().id() + " gives " + match.factor().impact());
        }
        double product = product(activity, match.factor());
        if (value != product) {
            throw new IllegalArgumentException("Line " + id + " says " + value + " but activity times factor is "
                    + product + ". Maybe use FootprintLine.of.");
        }
    }

    public static FootprintLine of(
            String id,
            String label,
            LifeCycleStage stage,
            Scope scope,
            ImpactCategory category,
            Activity activity,
            FactorMatch match) {
        return new FootprintLine(id, label, stage, scope, category, activity, match, product(activity, match.factor()));
    }

    public Factor factor() {
        return match.factor();
    }

    /** Variance of the line when nothing else is shared: first order, activity and factor independent. */
    public double variance() {
        double relative = activity.uncertainty().relativeVariance()
                + factor().uncertainty().relativeVariance();
        return value * value * relative;
    }

    private static double product(Activity activity, Factor factor) {
        return activity.quantity().in(factor.unit()) * factor.value();
    }
}
