package org.boucle.features.territory.matching;

import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.inventory.Site;

/** A flow with what the inner loops need, computed once. */
final class Prepared {
    final Flow flow;
    final Site site;
    final double x;
    final double y;
    final double z;
    final double logAmount;
    final Trait[] traits;
    final double legal;
    final boolean hazardous;
    int signature;

    Prepared(Flow flow, Site site, boolean hazardous) {
        this.flow = flow;
        this.site = site;
        double[] point = site.place().onSphere();
        x = point[0];
        y = point[1];
        z = point[2];
        logAmount = Math.log(flow.perYear());
        traits = Trait.of(flow);
        this.hazardous = hazardous;
        legal = hazardous
                ? 0.4
                : switch (flow.status()) {
                    case PRODUCT -> 1.0;
                    case REUSE, BY_PRODUCT -> 0.9;
                    case END_OF_WASTE -> 0.8;
                    case WASTE -> 0.6;
                };
    }

    /** Whether this trait is comparable and known; the value that stands for the flow, or NaN. */
    double value(Trait wanted) {
        for (Trait trait : traits) {
            if (trait.isComparable(wanted)) {
                return trait.property().typical();
            }
        }
        return Double.NaN;
    }

    /** Lower end of what this flow offers or tolerates of a property, −∞ where it does not say. */
    double low(Key key) {
        return end(key, false);
    }

    double high(Key key) {
        return end(key, true);
    }

    private double end(Key key, boolean upper) {
        for (Trait trait : traits) {
            if (trait.name().equals(key.name()) && trait.dimension().equals(key.dimension())) {
                Property p = trait.property();
                if (flow.direction() == Direction.OUT) {
                    return p.typical();
                }
                return upper ? p.max() : p.min();
            }
        }
        return upper ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** A property by which a tree is cut, beside place and amount. */
    record Key(String name, String dimension) {
        static final Key NONE = new Key("", "");
    }

    /** Whether the law of hazardous wastes cannot stop this flow: a giver of something else, a taker with a permit. */
    boolean canGoAnywhere() {
        return flow.direction() == Direction.OUT
                ? !(hazardous && flow.status() == LegalStatus.WASTE)
                : !site.permits().isEmpty() || !flow.wasteCode().isEmpty();
    }

    double chord(Prepared other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
