package org.boucle.features.energyindex;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of table 5 for a year: (1) reference specific consumption, (2) quantity, (3) = (1) * (2).
 *
 * @param quantity quantity of the year, absent where it was not recorded
 * @param reference the specific consumption that counts in the index (adjusted)
 * @param unadjusted the specific consumption that would count had nothing been adjusted
 * @param metered real consumption from a sub-meter, in the agreement's energy unit
 */
public record PostLine(
        Post post,
        OptionalDouble quantity,
        Optional<ReferenceConsumption> reference,
        Optional<ReferenceConsumption> unadjusted,
        OptionalDouble metered,
        boolean entrant) {

    /** Column (3), zero where the quantity or the reference is missing (the index says so). */
    public double theoretical() {
        return reference.isEmpty() ? 0 : quantity.orElse(0) * reference.get().perUnit();
    }

    /** What the row would weigh without any adjustment. */
    public double unadjustedTheoretical() {
        return unadjusted.isEmpty() ? 0 : quantity.orElse(0) * unadjusted.get().perUnit();
    }

    /** Standard uncertainty of column (3) that comes from e0. */
    public double uncertainty() {
        return reference.isEmpty() ? 0 : quantity.orElse(0) * reference.get().uncertainty();
    }

    /** The row's own index, where a sub-meter keeps its trace. */
    public Optional<IndexOutcome> index() {
        return metered.isPresent()
                ? Optional.of(IndexOutcome.of(metered.getAsDouble(), theoretical()))
                : Optional.empty();
    }

    /** Real specific consumption, where a sub-meter gives it and something was produced. */
    public OptionalDouble specificConsumption() {
        boolean known = metered.isPresent() && quantity.orElse(0) > 0;
        return known ? OptionalDouble.of(metered.getAsDouble() / quantity.getAsDouble()) : OptionalDouble.empty();
    }
}
