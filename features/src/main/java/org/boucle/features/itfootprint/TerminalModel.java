package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** A user device during one assessment. */
final class TerminalModel {
    private final Study study;
    final Usage usage;
    private final Attribute<String> type;
    private final Attribute<Double> units = Attribute.of(Field.UNITS, 1.0, 1.0, 1.0);
    private final FactorTable.Set factors;

    TerminalModel(Study study, TerminalSpec spec, Archetype archetype) {
        this.study = study;
        Given given =
                spec.type().map(text -> Given.NOTHING.with(Field.TYPE, text)).orElse(Given.NOTHING);
        type = archetype.part("").text(Field.TYPE, given);
        usage = new Usage(study, spec.usage(), archetype.part("USAGE"));
        String variant = spec.kind().isTyped() ? String.valueOf(type.get()).toLowerCase(Locale.ROOT) : "";
        factors = study.tables().factors.of(spec.kind().name(), variant, "embedded", "impact");
        if (factors.isEmpty()) {
            throw BadInput.of(
                    Place.ofField("type"),
                    "it.unknown-type",
                    variant,
                    spec.kind().key());
        }
    }

    Impact embedded(Criterion criterion, double hours) {
        units.get();
        OptionalDouble factor = factors.find(criterion, study.rules());
        if (factor.isPresent()) {
            return known(factor.getAsDouble(), hours, Notice.GENERIC_DATA);
        }
        if (study.keeps(Quirk.TERMINAL_GAPS)) {
            return Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR);
        }
        return switch (criterion) {
            case ADP -> known(factors.get(Criterion.ADPE), hours, Notice.MINERALS_AS_ADPE);
            case PE -> known(factors.get(Criterion.ADPF), hours, Notice.ENERGY_AS_ADPF);
            default -> Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR);
        };
    }

    private Impact known(double whole, double hours, Notice notice) {
        if (Double.isNaN(whole)) {
            return Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR);
        }
        Estimate share = Allocation.toDuration(Estimate.exact(whole * units.get()), hours, usage.life);
        return new Impact.Known(
                share, notice == Notice.GENERIC_DATA ? Set.of(notice) : Set.of(Notice.GENERIC_DATA, notice));
    }

    Impact use(Criterion criterion, double hours) {
        return usage.impact(criterion, usage.givenPower(), hours);
    }

    List<AttributeView> attributes() {
        return List.<Attribute<?>>of(type, units).stream()
                .filter(Attribute::isSet)
                .map(Attribute::view)
                .toList();
    }

    Optional<String> typeName() {
        return Optional.ofNullable(type.get());
    }
}
