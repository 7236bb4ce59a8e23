package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A processor: its die from its name, its cores or its family; its power from its curve. */
final class CpuPart extends Part {
    private static final String PER_CORE = "die_size_per_core*core_units";

    final Attribute<Double> coreUnits;
    final Attribute<Double> diePerCore;
    final Attribute<Double> die;
    final Attribute<String> modelRange;
    final Attribute<String> manufacturer;
    final Attribute<String> family;
    final Attribute<String> name;
    final Attribute<Double> tdp;
    final Attribute<Double> threads;
    private final FactorTable.Set perMillimetre;
    private final FactorTable.Set perUnit;
    private CpuTable.Row lastFound;
    private String source;
    private String dieSource;

    CpuPart(Study study, ComponentSpec spec, Defaults own, Defaults usageDefaults) {
        super(study, "CPU", spec, own, usageDefaults);
        Given given = spec.given();
        coreUnits = own.number(Field.CORE_UNITS, given).completedBy(this::completeFromName);
        diePerCore = own.number(Field.DIE_SIZE_PER_CORE, given);
        die = own.number(Field.DIE_SIZE, given).completedBy(this::completeDie);
        modelRange = own.text(Field.MODEL_RANGE, given);
        manufacturer = own.text(Field.MANUFACTURER, study.keeps(Quirk.NAME_OVERRIDES_INPUT) ? Given.NOTHING : given);
        family = own.text(Field.FAMILY, given);
        name = own.text(Field.NAME, given);
        tdp = own.number(Field.TDP, given).completedBy(this::completeFromName);
        threads = own.number(Field.THREADS, given).completedBy(this::completeFromName);
        if (die.isSet() && coreUnits.isSet() && !diePerCore.isSet()) {
            double perCore = die.get() / coreUnits.get();
            diePerCore.complete(perCore, perCore, perCore, "INPUT : die_size / core_units");
        }
        perMillimetre = study.tables().factors.of("CPU", "", "embedded", "die_impact");
        perUnit = study.tables().factors.embedded("CPU");
    }

    @Override
    Optional<Estimate> embedded(Criterion criterion) {
        OptionalDouble perDie = perMillimetre.find(criterion, study.rules());
        OptionalDouble base = perUnit.find(criterion, study.rules());
        if (perDie.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        double d = perDie.getAsDouble();
        double b = base.getAsDouble();
        double size = die.get();
        return Optional.of(allUnits(size * d + b, die.min() * d + b, die.max() * d + b));
    }

    /** Fills what the table knows of the processor of that name. */
    private void completeFromName() {
        String asked = name.get();
        if (asked == null) {
            return;
        }
        Optional<CpuTable.Row> found = study.tables().cpus.find(asked);
        if (found.isEmpty()) {
            return;
        }
        CpuTable.Row row = found.get();
        if (row != lastFound) {
            lastFound = row;
            source = "Completed from name name based on "
                    + (row.source().startsWith("boaviztapi") ? "None" : row.source()) + ".";
            dieSource = (row.dieSource().isEmpty() ? "None" : row.dieSource()) + " : " + source;
        }
        text(name, row.name(), "fuzzy match");
        text(manufacturer, row.manufacturer(), source);
        text(family, row.family(), source);
        text(modelRange, row.modelRange(), source);
        number(tdp, row.tdp(), source);
        number(coreUnits, row.cores(), source);
        number(threads, row.threads(), source);
        OptionalDouble whole =
                row.die().isPresent() ? OptionalDouble.of(Math.floor(row.die().getAsDouble())) : OptionalDouble.empty();
        number(die, whole, dieSource);
    }

    private void text(Attribute<String> attribute, String found, String source) {
        if (!found.isEmpty() && (attribute == name || mayFill(attribute))) {
            attribute.complete(found, found, found, source);
        }
    }

    private void number(Attribute<Double> attribute, OptionalDouble found, String source) {
        if (found.isPresent() && mayFill(attribute)) {
            double v = found.getAsDouble();
            attribute.complete(v, v, v, source);
        }
    }

    private boolean mayFill(Attribute<?> attribute) {
        return attribute.status() != Status.INPUT || study.keeps(Quirk.NAME_OVERRIDES_INPUT);
    }

    private void completeDie() {
        completeFromName();
        if (die.raw().isPresent()) {
            return;
        }
        if (diePerCore.isSet() && coreUnits.isSet()) {
            double size = diePerCore.get() * coreUnits.get();
            die.complete(size, size, size, PER_CORE);
            return;
        }
        if (die.hasValue() && !family.hasValue()) {
            return;
        }
        DieSize.complete(this);
    }

    /** The curve in force now: what is read first may still be unknown at the first evaluation. */
    private PowerCurve curve() {
        if (!study.keeps(Quirk.FIRST_CURVE_DIFFERS)) {
            completeFromName();
        }
        CurveTable curves = study.tables().curves;
        String range = Optional.ofNullable(modelRange.get()).orElse("");
        Optional<PowerCurve> base =
                curves.base(Optional.ofNullable(manufacturer.get()).orElse(""), range);
        Double power = tdp.get();
        if (power != null) {
            PowerCurve curve = curves.ofTdp(power, base, study.keeps(Quirk.FIT_BOX));
            CurveViews.show(usage, curve, Status.COMPLETED, "From TDP");
            CurveViews.showPoints(usage, curves.loads(), curves.tdpPowers(power));
            return curve;
        }
        if (!range.isEmpty() && base.isPresent()) {
            CurveViews.show(usage, base.get(), Status.COMPLETED, "From CPU model range");
            return base.get();
        }
        CurveViews.show(usage, curves.usual(), Status.ARCHETYPE, "");
        return curves.usual();
    }

    @Override
    Optional<Estimate> modelledPower() {
        PowerCurve curve = curve();
        return Optional.of(allUnits(
                watts(curve, usage.workload.get()),
                watts(curve, usage.workload.min()),
                watts(curve, usage.workload.max())));
    }

    private double watts(PowerCurve curve, Workload workload) {
        double mean = workload.mean(curve::watts);
        return study.keeps(Quirk.COARSE_ROUNDING) ? Rounding.significant(mean, 5) : mean;
    }

    @Override
    Estimate ofAllUnits(Estimate power) {
        return power;
    }

    @Override
    List<Attribute<?>> attributes() {
        return List.of(coreUnits, diePerCore, die, modelRange, manufacturer, family, name, tdp, threads);
    }
}
