package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A component during one assessment: its embedded impact, its power, and what it was taken to be. */
abstract class Part {
    private static final Set<Notice> NO_END_OF_LIFE = Set.of(Notice.END_OF_LIFE_EXCLUDED);

    final Study study;
    final String label;
    final Attribute<Double> units;
    final Usage usage;

    /** @param label as the explanation numbers it, for instance {@code CPU} */
    Part(Study study, String label, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        this.study = study;
        this.label = label;
        this.units = own.find(Field.UNITS).isPresent() || spec.given().has(Field.UNITS)
                ? own.number(Field.UNITS, spec.given())
                : Attribute.of(Field.UNITS, 1.0, 1.0, 1.0);
        this.usage = new Usage(study, spec.usage(), usageDefaults);
    }

    /** Embedded impact of all units over the whole life, before allocation to a duration. */
    abstract Optional<Estimate> embedded(Criterion criterion);

    /** Own attributes in the order of the answers. */
    abstract List<Attribute<?>> attributes();

    /** The power modelled from the attributes, all units, in W; empty where there is no model. */
    Optional<Estimate> modelledPower() {
        return Optional.empty();
    }

    Set<Notice> notices() {
        return NO_END_OF_LIFE;
    }

    /** The estimate of one unit times the units, bound by bound. */
    final Estimate allUnits(double value, double min, double max) {
        return new Estimate(value * units.get(), min * units.min(), max * units.max());
    }

    /** The embedded part of a duration of the life. */
    final Impact embedded(Criterion criterion, double hours, Attribute<Double> life) {
        return embedded(criterion)
                .<Impact>map(whole -> new Impact.Known(Allocation.toDuration(whole, hours, life), notices()))
                .orElse(Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR));
    }

    /** The power given, else of the archetype, else modelled and kept as completed. */
    final Optional<Estimate> power() {
        if (!usage.avgPower.hasValue()) {
            modelledPower().ifPresent(p -> usage.avgPower.complete(p.value(), p.min(), p.max(), ""));
        }
        return usage.givenPower();
    }

    Impact use(Criterion criterion, double hours) {
        Optional<Estimate> power = power();
        return power.isEmpty()
                ? Impact.unknown(Impact.Reason.NO_POWER)
                : usage.impact(criterion, power.map(this::ofAllUnits), hours);
    }

    /** Power given for a part stands for one unit, unless the part has a model of its own. */
    Estimate ofAllUnits(Estimate power) {
        return allUnits(power.value(), power.min(), power.max());
    }

    final List<AttributeView> views() {
        List<AttributeView> views = new ArrayList<>();
        if (units.isSet()) {
            views.add(units.view());
        }
        Attribute.show(attributes(), views);
        return views;
    }
}
