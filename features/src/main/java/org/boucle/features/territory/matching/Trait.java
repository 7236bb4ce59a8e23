package org.boucle.features.territory.matching;

import java.util.Optional;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Property;

/**
 * A property in coherent units, ready to compare.
 *
 * @param dimension what it measures, or the unit's text where we do not know the unit
 */
record Trait(String name, String dimension, Property property) {
    /** Least difference of temperature that drives heat from donor to receiver, K. */
    static final double LEAST_KELVIN = 10;

    static Trait of(Property property) {
        Optional<Unit> unit = Units.find(property.unit());
        return unit.map(u -> new Trait(
                        property.name(), u.dimension().toString(), property.rescaled("", u.scale(), u.offset())))
                .orElseGet(() -> new Trait(property.name(), property.unit(), property));
    }

    /** The flow's own traits; heat to give counts ten kelvin colder, for what the exchanger takes. */
    static Trait[] of(Flow flow) {
        return flow.properties().stream()
                .filter(property -> !property.isManner())
                .map(Trait::of)
                .map(trait -> flow.kind() == FlowKind.HEAT
                                && flow.direction() == Direction.OUT
                                && trait.name.equals(Property.TEMPERATURE)
                        ? new Trait(trait.name, trait.dimension, trait.property.rescaled("", 1, -LEAST_KELVIN))
                        : trait)
                .toArray(Trait[]::new);
    }

    boolean isComparable(Trait other) {
        return name.equals(other.name) && dimension.equals(other.dimension);
    }

    /** Desirability of a value for these limits: 1 in the target, linear to 0 at a limit, −1 outside. */
    double desirability(double value) {
        Property p = property;
        double slack = 1e-9 * Math.max(1, Math.abs(value));
        if (value < p.min() - slack || value > p.max() + slack) {
            return -1;
        }
        if (value < p.targetMin() - slack) {
            return Double.isInfinite(p.min()) ? 1 : (value - p.min()) / (p.targetMin() - p.min());
        }
        if (value > p.targetMax() + slack) {
            return Double.isInfinite(p.max()) ? 1 : (p.max() - value) / (p.max() - p.targetMax());
        }
        return 1;
    }
}
