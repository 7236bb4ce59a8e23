package org.boucle.features.territory.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.territory.catalog.Rule;
import org.boucle.features.territory.inventory.Property;

/** What the matcher says of a pair, all of it. */
public sealed interface Explanation {
    /** A gate is closed. */
    record Refused(Gate gate) implements Explanation {}

    /**
     * The pair is a candidate.
     *
     * @param factors each factor, 0 to 1
     * @param score the product of their weighted powers
     * @param rule the substitution rule used, if one was
     * @param ratio units of the resource that one unit of the donor's flow replaces
     * @param km as the crow flies
     * @param wishes what the receiver or the rule asks, with what is known of it
     */
    record Scored(
            Map<FactorName, Double> factors,
            double score,
            Basis basis,
            Optional<Rule> rule,
            double ratio,
            double km,
            List<Wish> wishes)
            implements Explanation {
        public Scored {
            factors = Map.copyOf(factors);
            wishes = List.copyOf(wishes);
        }

        /** Names of properties nobody has measured yet: a candidate, never an acceptance. */
        public List<String> toBeTested() {
            return wishes.stream()
                    .filter(Wish::isUnknown)
                    .map(wish -> wish.wanted().name())
                    .toList();
        }
    }

    /**
     * One property asked for.
     *
     * @param desirability 1 in the target, 0 at a limit, 0.5 unknown, −1 refused
     * @param byRule whether the rule asks it because the receiver says nothing
     */
    record Wish(Property wanted, Optional<Property> found, double desirability, boolean isUnknown, boolean byRule) {}
}
