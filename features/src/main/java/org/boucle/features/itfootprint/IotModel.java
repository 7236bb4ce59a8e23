package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** A connected object during one assessment. */
final class IotModel {
    private static final Set<Notice> SCOPE = Set.of(Notice.SERVICES_EXCLUDED, Notice.DISTRIBUTION_EXCLUDED);

    private final Study study;
    final Usage usage;
    final List<Block> blocks = new ArrayList<>();
    final Attribute<Double> units = Attribute.of(Field.UNITS, 1.0, 1.0, 1.0);

    /** A functional block and the factors of its level. */
    static final class Block {
        final String type;
        final Attribute<String> level;
        final Attribute<Double> units = Attribute.of(Field.UNITS, 1.0, 1.0, 1.0);
        private final FactorTable.Set making;
        private final FactorTable.Set endOfLife;
        private final Attribute<Double> life;

        private Block(FactorTable factors, String type, Attribute<String> level, Attribute<Double> life) {
            this.type = type;
            this.level = level;
            this.life = life;
            String variant = type.toLowerCase(Locale.ROOT) + '|' + level.get().toLowerCase(Locale.ROOT);
            making = factors.of("IOT", variant, "manufacture", "impact");
            endOfLife = factors.of("IOT", variant, "eol", "impact");
        }

        Impact embedded(Criterion criterion, double hours, Rules rules) {
            OptionalDouble made = making.find(criterion, rules);
            OptionalDouble ended = endOfLife.find(criterion, rules);
            if (made.isEmpty() || ended.isEmpty()) {
                return Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR);
            }
            double whole = (made.getAsDouble() + ended.getAsDouble()) * units.get();
            return new Impact.Known(Allocation.toDuration(Estimate.exact(whole), hours, life), Set.of());
        }
    }

    IotModel(Study study, IotSpec spec, Archetype archetype) {
        this.study = study;
        Defaults use = archetype.part("USAGE");
        usage = new Usage(study, spec.usage(), use);
        Attribute<Double> blockLife =
                study.keeps(Quirk.COARSE_ROUNDING) ? use.number(Field.HOURS_LIFE_TIME, Given.NOTHING) : usage.life;
        FactorTable factors = study.tables().factors;
        for (int i = 0; i < spec.blocks().size(); i++) {
            IotSpec.Block given = spec.blocks().get(i);
            Attribute<String> level = Attribute.unset(Field.HSL_LEVEL);
            level.input(given.level());
            blocks.add(new Block(factors, type(given.type(), OptionalInt.of(i)), level, blockLife));
        }
        if (blocks.isEmpty()) {
            for (String type : IotSpec.TYPES) {
                if (archetype.part(type).find(Field.HSL_LEVEL).isPresent()) {
                    Attribute<String> level = archetype.part(type).text(Field.HSL_LEVEL, Given.NOTHING);
                    level.get();
                    blocks.add(new Block(factors, type, level, blockLife));
                }
            }
        }
    }

    private static String type(String given, OptionalInt index) {
        String upper = given.strip().toUpperCase(Locale.ROOT);
        if (!IotSpec.TYPES.contains(upper)) {
            throw BadInput.of(
                    Place.ofField("functional_blocks[" + index.orElse(0) + "].type"),
                    "it.unknown-block",
                    given,
                    IotSpec.TYPES);
        }
        return upper;
    }

    Impact embedded(Criterion criterion, double hours) {
        Estimate sum = Estimate.ZERO;
        for (Block block : blocks) {
            if (!(block.embedded(criterion, hours, study.rules()) instanceof Impact.Known known)) {
                return Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR);
            }
            sum = sum.plus(known.estimate());
        }
        return new Impact.Known(sum.times(units.get()), SCOPE);
    }

    Impact use(Criterion criterion, double hours) {
        return usage.avgPower.hasValue()
                ? usage.impact(criterion, usage.givenPower(), hours)
                : Impact.unknown(Impact.Reason.NO_POWER);
    }
}
