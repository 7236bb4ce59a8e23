package org.boucle.core.impact.methods;

/**
 * The Circular Footprint Formula of the EU Environmental Footprint (Recommendation (EU) 2021/2279, Annex I): burdens and
 * credits of recycling and energy recovery shared between the supplier and the user of recycled material.
 *
 * <p>All impacts are in one category, per kilogram of material.
 *
 * @param virgin Ev, making of virgin material
 * @param recycled Erecycled, making of the recycled material that goes in
 * @param recyclingAtEnd ErecyclingEoL, recycling of what comes out
 * @param avoidedVirgin Ev*, virgin material that the recycled output replaces
 * @param recoveryBurden EER, energy recovery
 * @param heatCredit LHV times XER,heat times ESE,heat
 * @param powerCredit LHV times XER,elec times ESE,elec
 * @param disposal ED, disposal of the rest
 */
public record CircularFootprint(
        double virgin,
        double recycled,
        double recyclingAtEnd,
        double avoidedVirgin,
        double recoveryBurden,
        double heatCredit,
        double powerCredit,
        double disposal) {

    /**
     * The shares of a material.
     *
     * @param a allocation factor A: 0.2 metals, glass, paper; 0.5 plastics and where nothing is known; 0.8 textiles, wood
     * @param b allocation factor B of energy recovery, 0 by default
     * @param recycledContent R1
     * @param recycledOutput R2, after sorting and process losses
     * @param energyRecovery R3
     * @param qualityIn Qs,in over Qp
     * @param qualityOut Qs,out over Qp
     */
    public record Shares(
            double a,
            double b,
            double recycledContent,
            double recycledOutput,
            double energyRecovery,
            double qualityIn,
            double qualityOut) {
        public Shares {
            for (double share : new double[] {
                a,
                b,
                recycledContent,
                recycledOutput,
                energyRecovery,
                qualityIn,
                qualityOut,
                recycledOutput + energyRecovery
            }) {
                if (!(share >= 0 && share <= 1 + 1e-12)) {
                    throw new IllegalArgumentException(
                            "Shares lie between 0 and 1, R2 + R3 too, got A " + a + ", B " + b
                                    + ", R1 " + recycledContent + ", R2 " + recycledOutput + ", R3 " + energyRecovery
                                    + ", qualities "
                                    + qualityIn + " and " + qualityOut + ". Maybe one is in per cent.");
                }
            }
        }
    }

    /** The material term: virgin and recycled content, and the credit of what is given back. */
    public double material(Shares s) {
        double in = (1 - s.recycledContent()) * virgin
                + s.recycledContent() * (s.a() * recycled + (1 - s.a()) * virgin * s.qualityIn());
        double out = (1 - s.a()) * s.recycledOutput() * (recyclingAtEnd - avoidedVirgin * s.qualityOut());
        return in + out;
    }

    /** The energy term: burden of recovery less what it replaces. */
    public double energy(Shares s) {
        return (1 - s.b()) * s.energyRecovery() * (recoveryBurden - heatCredit - powerCredit);
    }

    /** The disposal term: what is neither recycled nor recovered. */
    public double disposal(Shares s) {
        return (1 - s.recycledOutput() - s.energyRecovery()) * disposal;
    }

    public double total(Shares s) {
        return material(s) + energy(s) + disposal(s);
    }
}
