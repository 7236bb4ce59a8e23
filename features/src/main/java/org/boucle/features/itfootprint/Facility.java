package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What surrounds equipment in a data centre or plant room.
 *
 * @param pue energy of the facility over that of its equipment (ISO/IEC 30134-2), from 1
 * @param wue water evaporated on site, in litres per kWh of equipment (ISO/IEC 30134-9)
 * @param redundancy spare equipment per equipment in service, for instance 1 for a full second one
 */
public record Facility(Estimate pue, Estimate wue, double redundancy) {
    /** A kWh in MJ. */
    private static final double MEGAJOULES = 3.6;

    private static final double LITRES = 1_000;

    /** Nothing around: what the dialect counts. */
    public static final Facility NONE = new Facility(Estimate.exact(1), Estimate.ZERO, 0);

    public Facility {
        if (!(pue.min() >= 1) || !pue.isOrdered() || !(wue.min() >= 0) || !wue.isOrdered() || !(redundancy >= 0)) {
            throw new IllegalArgumentException("PUE " + pue + ", WUE " + wue + ", redundancy " + redundancy
                    + ". Maybe the PUE is below 1 or bounds are swapped.");
        }
    }

    /**
     * The impacts with the facility: use by the PUE, water on site on top, everything by the spare equipment. Water on site
     * needs final energy ({@link Criterion#FE}) among the impacts.
     */
    public Assessment around(Assessment equipment) {
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>();
        equipment.impacts().forEach((criterion, stages) -> {
            Impact use = scaled(stages.use(), pue.times(1 + redundancy));
            impacts.put(criterion, new StageImpacts(scaled(stages.embedded(), Estimate.exact(1 + redundancy)), use));
        });
        equipment.find(Criterion.FE, Stage.USE).filter(energy -> wue.max() > 0).ifPresent(energy -> {
            Estimate water = energy.times(wue).times((1 + redundancy) / MEGAJOULES / LITRES);
            impacts.computeIfPresent(
                    Criterion.WU, (wu, stages) -> new StageImpacts(stages.embedded(), plus(stages.use(), water)));
        });
        return new Assessment(impacts, equipment.durationHours(), equipment.warnings(), equipment.explanation());
    }

    private static Impact scaled(Impact impact, Estimate factor) {
        return switch (impact) {
            case Impact.Known known -> new Impact.Known(known.estimate().times(factor), known.notices());
            case Impact.Unknown unknown -> unknown;
        };
    }

    private static Impact plus(Impact impact, Estimate more) {
        return switch (impact) {
            case Impact.Known known -> new Impact.Known(known.estimate().plus(more), known.notices());
            case Impact.Unknown unknown -> new Impact.Known(more, Set.of());
        };
    }
}
