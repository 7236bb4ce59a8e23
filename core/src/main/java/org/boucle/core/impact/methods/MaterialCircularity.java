package org.boucle.core.impact.methods;

/**
 * The Material Circularity Indicator of a product (Ellen MacArthur Foundation and Granta, 2015, revised 2019).
 *
 * @param mass M, kg
 * @param in where the matter comes from, parts of the mass
 * @param out where it goes
 * @param efficiency of recycling, at the end (EC) and of the feedstock (EF), each above 0 and at most 1
 * @param lifetime L over the average Lav of the trade
 * @param intensity U over the average Uav
 */
public record MaterialCircularity(
        double mass, Feedstock in, Destination out, Efficiency efficiency, double lifetime, double intensity) {

    /** Recycled FR, reused FU and sustainably grown FS parts; the rest is virgin. */
    public record Feedstock(double recycled, double reused, double biological) {
        public Feedstock {
            requireParts(recycled, reused, biological, 0);
        }

        double virgin() {
            return 1 - recycled - reused - biological;
        }
    }

    /** Recycled CR, reused CU, composted CC and recovered CE (sustainably grown matter only) parts; the rest is waste. */
    public record Destination(double recycled, double reused, double composted, double recovered) {
        public Destination {
            requireParts(recycled, reused, composted, recovered);
        }

        double wasted() {
            return 1 - recycled - reused - composted - recovered;
        }
    }

    /** Of recycling at the end of life and of making the recycled feedstock. */
    public record Efficiency(double atEnd, double ofFeedstock) {
        public Efficiency {
            if (!(atEnd > 0 && atEnd <= 1 && ofFeedstock > 0 && ofFeedstock <= 1)) {
                throw new IllegalArgumentException(
                        "Efficiencies lie above 0 and at most at 1, got " + atEnd + " and " + ofFeedstock);
            }
        }
    }

    public MaterialCircularity {
        if (!(mass > 0 && lifetime > 0 && intensity > 0)) {
            throw new IllegalArgumentException(
                    "Mass, lifetime and intensity must be positive, got " + mass + ", " + lifetime + ", " + intensity);
        }
    }

    private static void requireParts(double a, double b, double c, double d) {
        boolean sound = a >= 0 && b >= 0 && c >= 0 && d >= 0 && a + b + c + d <= 1 + 1e-12;
        if (!sound) {
            throw new IllegalArgumentException(
                    "Parts must not be negative and sum to 1 at most: " + a + ", " + b + ", " + c + ", " + d);
        }
    }

    /** V = M (1 - FR - FU - FS), kg. */
    public double virginKilograms() {
        return mass * in.virgin();
    }

    /** WC = M (1 - EC) CR: lost in recycling at the end, kg. */
    public double lostAtEnd() {
        return mass * (1 - efficiency.atEnd()) * out.recycled();
    }

    /** WF = M (1 - EF) FR / EF: lost in making the feedstock, kg. */
    public double lostInFeedstock() {
        return mass * (1 - efficiency.ofFeedstock()) * in.recycled() / efficiency.ofFeedstock();
    }

    /** W = W0 + (WF + WC) / 2, kg. */
    public double wasteKilograms() {
        return mass * out.wasted() + (lostInFeedstock() + lostAtEnd()) / 2;
    }

    /** LFI = (V + W) / (2 M + (WF - WC) / 2), from 0 circular to 1 linear. */
    public double linearFlowIndex() {
        return (virginKilograms() + wasteKilograms()) / (2 * mass + (lostInFeedstock() - lostAtEnd()) / 2);
    }

    /** MCI = max(0, 1 - LFI 0.9 / X) with X the lifetime and intensity against the average. */
    public double indicator() {
        return Math.max(0, 1 - linearFlowIndex() * 0.9 / (lifetime * intensity));
    }
}
