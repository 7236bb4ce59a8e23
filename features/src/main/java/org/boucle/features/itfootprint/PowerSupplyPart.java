package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A power supply, by its weight. */
final class PowerSupplyPart extends Part {
    private final Attribute<Double> weight;
    private final FactorTable.Set perKilogram;

    PowerSupplyPart(Study study, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        super(study, "POWER_SUPPLY", spec, own, usageDefaults);
        weight = own.number(Field.UNIT_WEIGHT, spec.given());
        perKilogram = study.tables().factors.embedded("POWER_SUPPLY");
    }

    @Override
    Optional<Estimate> embedded(Criterion criterion) {
        OptionalDouble factor = perKilogram.find(criterion, study.rules());
        if (factor.isEmpty()) {
            return Optional.empty();
        }
        double f = factor.getAsDouble();
        return Optional.of(allUnits(weight.get() * f, weight.min() * f, weight.max() * f));
    }

    @Override
    Impact use(Criterion criterion, double hours) {
        return Impact.unknown(Impact.Reason.NO_USE_STAGE);
    }

    @Override
    List<Attribute<?>> attributes() {
        return List.of(weight);
    }
}
