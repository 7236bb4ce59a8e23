package org.boucle.core.factors;

import java.util.Objects;
import java.util.Optional;
import org.boucle.core.units.Unit;

/**
 * What one asks of a library.
 *
 * @param code the flow
 * @param impact code of the impact category
 * @param geography where
 * @param year when
 * @param unit a unit that the factor's must convert to, where it matters
 */
public record FactorQuery(String code, String impact, Geography geography, int year, Optional<Unit> unit) {
    public FactorQuery {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(impact, "impact");
        Objects.requireNonNull(geography, "geography");
        Objects.requireNonNull(unit, "unit");
    }

    public static FactorQuery of(String code, String impact, Geography geography, int year) {
        return new FactorQuery(code, impact, geography, year, Optional.empty());
    }

    public FactorQuery withUnit(Unit wanted) {
        return new FactorQuery(code, impact, geography, year, Optional.of(wanted));
    }
}
