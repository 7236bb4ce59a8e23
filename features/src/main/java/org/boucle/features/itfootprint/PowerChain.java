package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.Map;

/** Changes of the power of equipment after it was assessed: the use of every criterion follows in proportion. */
public final class PowerChain {
    private static final double MEGAJOULES = 3.6;

    private PowerChain() {}

    /** The mean power behind an assessment, in W, by its final energy ({@link Criterion#FE}); 0 where it has none. */
    public static double meanWatts(Assessment equipment) {
        return equipment
                .find(Criterion.FE, Stage.USE)
                .filter(energy -> equipment.durationHours() > 0)
                .map(energy -> energy.value() / MEGAJOULES / equipment.durationHours() * 1_000)
                .orElse(0.0);
    }

    /** The use by a factor; making stays. */
    public static Assessment scaled(Assessment equipment, Estimate factor) {
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>();
        equipment.impacts().forEach((criterion, stages) -> {
            Impact use = stages.use() instanceof Impact.Known known
                    ? new Impact.Known(known.estimate().times(factor), known.notices())
                    : stages.use();
            impacts.put(criterion, new StageImpacts(stages.embedded(), use));
        });
        return new Assessment(impacts, equipment.durationHours(), equipment.warnings(), equipment.explanation());
    }

    /** With so many watts more. */
    public static Assessment adding(Assessment equipment, Estimate watts) {
        double mean = meanWatts(equipment);
        return mean == 0
                ? equipment
                : scaled(
                        equipment,
                        new Estimate(1 + watts.value() / mean, 1 + watts.min() / mean, 1 + watts.max() / mean));
    }

    /** With power supplies of a level in place of those the model takes for granted. */
    public static Assessment supplied(Assessment equipment, String level, double ratedWatts, double supplies) {
        double factor = SupplyEfficiency.shipped().correction(level, meanWatts(equipment), ratedWatts, supplies);
        return scaled(equipment, Estimate.exact(factor));
    }
}
