package org.boucle.core.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An immutable baseline and a list of changes; the baseline is never touched.
 *
 * @param <S> the situation, an immutable record
 */
public record Scenario<S>(String name, S baseline, List<Change<S>> changes) {
    public Scenario {
        changes = List.copyOf(changes);
    }

    /** One named change of a situation into another. */
    public record Change<S>(String name, UnaryOperator<S> apply) {}

    public static <S> Scenario<S> of(String name, S baseline) {
        return new Scenario<>(name, baseline, List.of());
    }

    public Scenario<S> with(Change<S> change) {
        List<Change<S>> more = new ArrayList<>(changes);
        more.add(change);
        return new Scenario<>(name, baseline, more);
    }

    /** The situation after all changes, in their order. */
    public S situation() {
        S situation = baseline;
        for (Change<S> change : changes) {
            situation = change.apply().apply(situation);
        }
        return situation;
    }
}
