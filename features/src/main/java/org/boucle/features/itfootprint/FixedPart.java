package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A component that weighs the same whatever it is: hard disk, motherboard, assembly. */
final class FixedPart extends Part {
    private final FactorTable.Set perUnit;
    private final List<Attribute<?>> shown;

    FixedPart(Study study, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        super(study, spec.kind().name(), spec, own, usageDefaults);
        perUnit = study.tables().factors.embedded(label);
        shown = spec.kind() == ComponentKind.HDD ? List.of(own.number(Field.CAPACITY, spec.given())) : List.of();
    }

    @Override
    Optional<Estimate> embedded(Criterion criterion) {
        OptionalDouble factor = perUnit.find(criterion, study.rules());
        if (factor.isEmpty()) {
            return Optional.empty();
        }
        double f = factor.getAsDouble();
        return Optional.of(allUnits(f, f, f));
    }

    @Override
    List<Attribute<?>> attributes() {
        return shown;
    }
}
