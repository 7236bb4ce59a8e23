package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The case of a server: a rack, or a blade with its sixteenth of an enclosure. */
final class CasePart extends Part {
    private static final int SLOTS = 16;

    private final Attribute<String> type;
    private final FactorTable.Set rack;
    private final FactorTable.Set blade;
    private final FactorTable.Set enclosure;

    CasePart(Study study, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        super(study, "CASE", spec, own, usageDefaults);
        type = own.text(Field.CASE_TYPE, spec.given());
        FactorTable factors = study.tables().factors;
        rack = factors.of("CASE", "rack", "embedded", "impact");
        blade = factors.of("CASE", "blade", "embedded", "impact_blade_server");
        enclosure = factors.of("CASE", "blade", "embedded", "impact_blade_16_slots");
    }

    @Override
    Optional<Estimate> embedded(Criterion criterion) {
        OptionalDouble ofRack = rack.find(criterion, study.rules());
        if (ofRack.isEmpty()) {
            return Optional.empty();
        }
        double ofBlade = enclosure.get(criterion) / SLOTS + blade.get(criterion);
        boolean isBlade = "blade".equals(type.get());
        double mine = isBlade ? ofBlade : ofRack.getAsDouble();
        double again = study.keeps(Quirk.CASE_UNITS_TWICE) ? units.get() : 1;
        if (type.status() == Status.INPUT) {
            return Optional.of(allUnits(mine * again, mine * again, mine * again));
        }
        double other = (isBlade ? ofRack.getAsDouble() : ofBlade) * again;
        return Optional.of(allUnits(mine, Math.min(mine, other), Math.max(mine, other)));
    }

    @Override
    List<Attribute<?>> attributes() {
        return List.of(type);
    }
}
