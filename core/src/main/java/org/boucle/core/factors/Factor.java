package org.boucle.core.factors;

import java.util.Objects;
import org.boucle.core.units.Unit;

/**
 * Impact per unit of one flow, for one impact category.
 *
 * @param id unique inside its library and stable over versions
 * @param code the flow, for example {@code electricity.grid} or {@code material.steel.primary}
 * @param name the flow's name in both languages
 * @param impact code of the impact category, for example {@code ghg}; its unit belongs to the category
 * @param value impact, in the category's unit, per one {@code unit} of the flow; may be negative (credit)
 * @param unit unit of the flow
 */
public record Factor(
        String id,
        String code,
        Name name,
        String impact,
        double value,
        Unit unit,
        Geography geography,
        Period period,
        Boundary boundary,
        GwpSet gwpSet,
        Uncertainty uncertainty,
        Source source) {
    public Factor {
        if (id.isBlank() || code.isBlank() || impact.isBlank()) {
            throw new IllegalArgumentException(
                    "A factor needs id, code and impact, got '" + id + "', '" + code + "', '" + impact + "'");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Factor " + id + " has no finite value: " + value);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(geography, "geography");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(boundary, "boundary");
        Objects.requireNonNull(gwpSet, "gwpSet");
        Objects.requireNonNull(uncertainty, "uncertainty");
        Objects.requireNonNull(source, "source");
    }

    /** One unit of the flow is one unit of the impact, by definition. */
    public static Factor one(String flow, String impact, Unit unit, Unit impactUnit) {
        return new Factor(
                "one " + impact + " per " + unit.symbol(),
                flow,
                Name.of(flow),
                impact,
                unit.factorTo(impactUnit),
                unit,
                Geography.WORLD,
                new Period(1900, 2200),
                Boundary.DEFINITION,
                GwpSet.NOT_APPLICABLE,
                Uncertainty.minMax(1, 1),
                Source.definition());
    }

    /** The same flow with another figure, for example a supplier's own. */
    public Factor withValue(double other, Uncertainty spread, Source from) {
        return new Factor(
                id + "@" + from.title(),
                code,
                name,
                impact,
                other,
                unit,
                geography,
                period,
                boundary,
                gwpSet,
                spread,
                from);
    }
}
