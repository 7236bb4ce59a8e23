package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.boucle.core.impact.methods.CircularFootprint;

/**
 * Refurbished equipment that comes in and equipment that goes out to a second life, by the Circular Footprint Formula on
 * whole units in place of kilograms of material: Ev and Ev* are the making of a new unit, Erecycled and ErecyclingEoL the
 * refurbishing, Qs over Qp the second life over the first, ED the disposal.
 *
 * @param refurbished R1, share of units that were refurbished, from 0 to 1
 * @param reused R2, share of units that get a second life elsewhere, from 0 to 1
 * @param a allocation factor A between who gives and who takes; 0.5 where nothing is known
 * @param lifeRatio length of a second life over that of a first, from 0 to 1
 * @param refurbishing burden of refurbishing a unit, as a share of making a new one
 * @param disposal burden of disposing of a unit, as a share of making one; 0 where the making already holds it
 */
public record SecondLife(
        double refurbished, double reused, double a, double lifeRatio, double refurbishing, double disposal) {
    /** New equipment, no second life: what the dialect counts. */
    public static final SecondLife NONE = new SecondLife(0, 0, 0.5, 0.5, 0.1, 0);

    public SecondLife {
        for (double share : new double[] {refurbished, reused, a, lifeRatio, refurbishing, disposal}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("Refurbished " + refurbished + ", reused " + reused + ", A " + a
                        + ", life ratio " + lifeRatio + ", refurbishing " + refurbishing + ", disposal " + disposal
                        + " lie between 0 and 1. Maybe one is in per cent.");
            }
        }
    }

    /** With shares that came in and go out, and the usual rest. */
    public static SecondLife of(double refurbished, double reused) {
        return new SecondLife(refurbished, reused, NONE.a(), NONE.lifeRatio(), NONE.refurbishing(), NONE.disposal());
    }

    /** The making with second lives over the making of new equipment without. */
    public double factor() {
        var shares = new CircularFootprint.Shares(a, 0, refurbished, reused, 0, lifeRatio, lifeRatio);
        return new CircularFootprint(1, refurbishing, refurbishing, 1, 0, 0, 0, disposal).total(shares);
    }

    /** The impacts with the making scaled; use stays. */
    public Assessment of(Assessment equipment) {
        double factor = factor();
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>();
        equipment.impacts().forEach((criterion, stages) -> {
            Impact embedded = stages.embedded() instanceof Impact.Known known
                    ? new Impact.Known(known.estimate().times(factor), known.notices())
                    : stages.embedded();
            impacts.put(criterion, new StageImpacts(embedded, stages.use()));
        });
        return new Assessment(impacts, equipment.durationHours(), equipment.warnings(), equipment.explanation());
    }
}
