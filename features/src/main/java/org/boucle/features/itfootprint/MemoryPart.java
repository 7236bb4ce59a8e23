package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Memory or flash: dies by capacity over density, and for memory a power per GB. */
final class MemoryPart extends Part {
    /** Power of memory, in W per GB. */
    private static final double WATTS_PER_GB = 0.284;

    final Attribute<Double> capacity;
    final Attribute<Double> density;
    private final Attribute<Double> step;
    private final Attribute<String> manufacturer;
    private final DensityTable table;
    private final boolean flash;
    private final FactorTable.Set perArea;
    private final FactorTable.Set perUnit;
    private boolean unmatched;

    MemoryPart(Study study, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        super(study, spec.kind().name(), spec, own, usageDefaults);
        flash = spec.kind() == ComponentKind.SSD;
        Given given = spec.given();
        capacity = own.number(Field.CAPACITY, given);
        density = own.number(Field.DENSITY, given).completedBy(this::completeDensity);
        step = own.number(flash ? Field.LAYERS : Field.PROCESS, given);
        manufacturer = own.text(Field.MANUFACTURER, given);
        table = flash ? study.tables().ssdDensity : study.tables().ramDensity;
        perArea = study.tables().factors.of(label, "", "embedded", "die_impact");
        perUnit = study.tables().factors.embedded(label);
    }

    @Override
    Optional<Estimate> embedded(Criterion criterion) {
        OptionalDouble perDie = perArea.find(criterion, study.rules());
        OptionalDouble base = perUnit.find(criterion, study.rules());
        if (perDie.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        double d = perDie.getAsDouble();
        double b = base.getAsDouble();
        double value = capacity.get() / density.get() * d + b;
        double min = capacity.min() / density.max() * d + b;
        double max = capacity.max() / density.min() * d + b;
        return Optional.of(allUnits(value, min, max));
    }

    private void completeDensity() {
        Optional<String> maker = Optional.ofNullable(manufacturer.get()).flatMap(table::findMaker);
        maker.filter(name -> !name.equals(manufacturer.get())).ifPresent(name -> manufacturer.change(name, ""));
        Double asked = step.get();
        OptionalDouble wanted = asked == null ? OptionalDouble.empty() : OptionalDouble.of(asked);
        List<DensityTable.Row> rows = table.rows(maker, wanted);
        if (rows.isEmpty()) {
            unmatched = true;
            rows = table.rows(maker, OptionalDouble.empty());
        }
        if (rows.size() == 1) {
            double only = rows.getFirst().density();
            density.complete(only, only, only, rows.getFirst().source());
            return;
        }
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = 0;
        for (DensityTable.Row row : rows) {
            sum += row.density();
            min = Math.min(min, row.density());
            max = Math.max(max, row.density());
        }
        density.complete(sum / rows.size(), min, max, "Average of " + rows.size() + " rows");
    }

    @Override
    Set<Notice> notices() {
        return unmatched ? Set.of(Notice.END_OF_LIFE_EXCLUDED, Notice.NO_MATCHING_DENSITY) : super.notices();
    }

    @Override
    Optional<Estimate> modelledPower() {
        if (flash) {
            return Optional.empty();
        }
        double perStick = WATTS_PER_GB * capacity.get();
        if (study.explains()) {
            CurveViews.show(
                    usage,
                    new PowerCurve(perStick, 0, 0, 0),
                    Status.COMPLETED,
                    "(ram_electrical_factor_per_go : 0.284) * (ram_capacity: " + capacity.get() + ") ");
        }
        Workload workload = usage.workload.get();
        double mean = workload.mean(load -> perStick);
        double watts = study.keeps(Quirk.COARSE_ROUNDING) ? Rounding.significant(mean, 5) : mean;
        return Optional.of(allUnits(watts, watts, watts));
    }

    @Override
    Estimate ofAllUnits(Estimate power) {
        return flash ? super.ofAllUnits(power) : power;
    }

    @Override
    List<Attribute<?>> attributes() {
        return List.of(capacity, density, step, manufacturer);
    }
}
