package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The use of one element during one assessment: its attributes, completed as they are read. */
final class Usage {
    private final Study study;
    final Attribute<Double> avgPower;
    Attribute<Workload> workload;
    Attribute<String> place;
    Attribute<Double> useTimeRatio;
    Attribute<Double> life;
    final Attribute<Double> otherRatio;
    private final Map<Criterion, Double> own;
    private final Map<Criterion, Attribute<Double>> factors = new EnumMap<>(Criterion.class);
    private final List<AttributeView> curveViews = new ArrayList<>();

    Usage(Study study, UsageSpec spec, Defaults defaults) {
        this.study = study;
        Given given = spec.given();
        avgPower = defaults.number(Field.AVG_POWER, given);
        workload = defaults.workload(Field.TIME_WORKLOAD, given);
        useTimeRatio = defaults.number(Field.USE_TIME_RATIO, given);
        life = defaults.number(Field.HOURS_LIFE_TIME, given);
        otherRatio = defaults.number(Field.OTHER_CONSUMPTION_RATIO, given);
        place = Attribute.of(Field.USAGE_LOCATION, ElectricityTable.DEFAULT_PLACE, (String) null, null);
        place.fallingBackAs(Status.DEFAULT);
        given.text(Field.USAGE_LOCATION).ifPresent(this::locate);
        own = spec.electricity();
    }

    private void locate(String code) {
        if (code.strip().toUpperCase(Locale.ROOT).equals(ElectricityTable.DEFAULT_PLACE)) {
            return;
        }
        if (study.tables().electricity.knows(code)) {
            place.input(code);
        } else {
            place.change(null, "Location not found. Default value used.");
            study.warn("Location '" + code + "' is not known; " + ElectricityTable.DEFAULT_PLACE + " is used instead");
        }
    }

    /** Takes over from a device what this part has not set itself. */
    void inherit(Usage device) {
        if (!workload.isSet() && device.workload.hasValue()) {
            workload = device.workload;
        }
        if (!place.isSet() && device.place.hasValue()) {
            place = device.place;
        }
        if (!useTimeRatio.isSet() && device.useTimeRatio.hasValue()) {
            useTimeRatio = device.useTimeRatio;
        }
    }

    boolean isAtDefaultPlace() {
        place.get();
        return place.status() == Status.DEFAULT;
    }

    /** Impact of one kWh, if the place has it. */
    Optional<Estimate> factor(Criterion criterion) {
        Double mine = own.get(criterion);
        Attribute<Double> attribute = factors.computeIfAbsent(criterion, Usage::factorAttribute);
        if (mine != null) {
            attribute.input(mine);
            return Optional.of(Estimate.exact(mine));
        }
        Optional<ElectricityTable.Factor> found =
                study.tables().electricity.find(place.get(), criterion, study.rules());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double value = found.get().value();
        if (!isAtDefaultPlace()) {
            attribute.complete(value, value, value, found.get().source());
            return Optional.of(Estimate.exact(value));
        }
        attribute.assume(value, found.get().source());
        Optional<Estimate> bounds = study.tables().electricity.bounds(criterion, study.rules());
        boolean hidden = study.keeps(Quirk.ZERO_BOUND_HIDES)
                && bounds.filter(b -> b.min() != 0 && b.max() != 0).isEmpty();
        if (hidden) {
            return Optional.empty();
        }
        Estimate extremes = bounds.orElse(Estimate.exact(value));
        attribute.bounds(extremes.min(), extremes.max());
        return Optional.of(new Estimate(value, extremes.min(), extremes.max()));
    }

    private static Attribute<Double> factorAttribute(Criterion criterion) {
        return Attribute.derived(criterion.key() + "_factor", FactorUnit.of(criterion));
    }

    /** What the power drawn during a time weighs; the share of the time in use applies. */
    Impact impact(Criterion criterion, Optional<Estimate> power, double hours) {
        Optional<Estimate> factor = factor(criterion);
        if (factor.isEmpty()) {
            return Impact.unknown(Impact.Reason.NO_ELECTRICITY_FACTOR);
        }
        if (power.isEmpty()) {
            return Impact.unknown(Impact.Reason.NO_POWER);
        }
        Estimate f = factor.get();
        Estimate watts = power.get();
        double ratio = useTimeRatio.get();
        return new Impact.Known(
                new Estimate(
                        f.value() * (watts.value() / 1000) * ratio * hours,
                        f.min() * (watts.min() / 1000) * useTimeRatio.min() * hours,
                        f.max() * (watts.max() / 1000) * useTimeRatio.max() * hours),
                java.util.Set.of());
    }

    /** The power given or of the archetype, if there is one. */
    Optional<Estimate> givenPower() {
        Double watts = avgPower.get();
        return watts == null ? Optional.empty() : Optional.of(new Estimate(watts, avgPower.min(), avgPower.max()));
    }

    boolean isExplained() {
        return study.explains();
    }

    void explainCurve(AttributeView view) {
        curveViews.removeIf(old -> old.name().equals(view.name()));
        curveViews.add(view);
    }

    /** What was used, in the order of the answers. */
    List<AttributeView> views() {
        List<AttributeView> views = new ArrayList<>();
        Attribute.show(List.of(avgPower, workload, place, useTimeRatio, life, otherRatio), views);
        views.addAll(curveViews);
        Attribute.show(factors.values(), views);
        return views;
    }
}
