package org.boucle.features.territory.inventory;

import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/** What flows; yearly amounts of a kind are held in its base unit. */
public enum FlowKind {
    MATERIAL(Units.TONNE),
    WATER(Units.CUBIC_METRE),
    HEAT(Units.MEGAWATT_HOUR),
    ELECTRICITY(Units.MEGAWATT_HOUR),
    GAS(Units.TONNE),
    SERVICE(Units.HOUR),
    SPACE(Units.SQUARE_METRE),
    SKILL(Units.HOUR),
    EQUIPMENT(Units.HOUR);

    private final Unit unit;

    FlowKind(Unit unit) {
        this.unit = unit;
    }

    public static java.util.Optional<FlowKind> find(String name) {
        return java.util.Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** The base unit of a yearly amount of this kind. */
    public Unit unit() {
        return unit;
    }

    /** Whether a pair of this kind is shared in time rather than consumed: the brochure's "partage". */
    public boolean isShared() {
        return switch (this) {
            case SERVICE, SPACE, SKILL, EQUIPMENT -> true;
            case MATERIAL, WATER, HEAT, ELECTRICITY, GAS -> false;
        };
    }

    /** Whether it travels by pipe or cable rather than by lorry. */
    public boolean isPiped() {
        return switch (this) {
            case WATER, HEAT, ELECTRICITY, GAS -> true;
            case MATERIAL, SERVICE, SPACE, SKILL, EQUIPMENT -> false;
        };
    }
}
