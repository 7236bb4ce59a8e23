package org.boucle.features.territory.matching;

import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Property;

/**
 * How far it pays to carry something.
 *
 * @param decayKm the distance factor is {@code exp(-d / decayKm)}
 * @param gateKm beyond this there is no candidate
 */
record Reach(double decayKm, double gateKm) {
    /** Where a flow has no resource: wastes exchanged under their code. */
    private static final Reach UNNAMED = new Reach(100, 300);

    private static final Reach STEAM = new Reach(2, 5);
    private static final Reach HOT_WATER = new Reach(8, 15);
    private static final Reach LOW_HEAT = new Reach(1, 2);
    private static final double KELVIN = 273.15;
    private static final Trait TEMPERATURE = Trait.of(Property.exactly(Property.TEMPERATURE, "°C", 0));

    static Reach of(Catalog catalog, Signature out, Signature in) {
        if (out.kind() == FlowKind.HEAT) {
            return HOT_WATER;
        }
        return catalog.findResource(in.resource())
                .or(() -> catalog.findResource(out.resource()))
                .map((Resource r) -> new Reach(r.decayKm(), r.reachKm()))
                .orElse(UNNAMED);
    }

    /** For heat by the temperature of the donor: steam, hot water and lukewarm water do not travel alike. */
    Reach forDonor(Prepared out) {
        if (out.flow.kind() != FlowKind.HEAT) {
            return this;
        }
        double celsius = out.value(TEMPERATURE) - KELVIN + Trait.LEAST_KELVIN;
        if (Double.isNaN(celsius)) {
            return this;
        }
        if (celsius > 150) {
            return STEAM;
        }
        return celsius >= 60 ? HOT_WATER : LOW_HEAT;
    }
}
