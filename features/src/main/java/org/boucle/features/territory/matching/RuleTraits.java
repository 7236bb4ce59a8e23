package org.boucle.features.territory.matching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.features.territory.catalog.Rule;

/** The limits of the rules in coherent units, computed once per rule. */
final class RuleTraits {
    private static final Map<Rule, Trait[]> KNOWN = new ConcurrentHashMap<>();

    private RuleTraits() {}

    static Trait[] of(Rule rule) {
        return rule.limits().isEmpty() ? NONE : KNOWN.computeIfAbsent(rule, RuleTraits::traits);
    }

    private static final Trait[] NONE = {};

    private static Trait[] traits(Rule rule) {
        return rule.limits().stream().map(Trait::of).toArray(Trait[]::new);
    }
}
