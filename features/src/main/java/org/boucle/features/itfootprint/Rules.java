package org.boucle.features.itfootprint;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which defects of the peer a calculation keeps.
 *
 * @param kept the defects kept
 */
public record Rules(Set<Quirk> kept) {
    /** Correct by default: none is kept. */
    public static final Rules OURS = new Rules(EnumSet.noneOf(Quirk.class));

    /** Everything as BoaviztAPI 2.4.1 answers, its crashes left aside: for comparisons. */
    public static final Rules PEER = new Rules(EnumSet.allOf(Quirk.class));

    /**
     * What a client of the peer gets by changing its base URL: the peer's figures, with plain errors mended that no client
     * can want (place dropped, units squared, wrong unit, outliers a thousand times too high, a value outside its bounds).
     */
    public static final Rules COMPATIBLE = new Rules(EnumSet.complementOf(EnumSet.of(
            Quirk.VALUE_OUTSIDE_BOUNDS,
            Quirk.CASE_UNITS_TWICE,
            Quirk.CLOUD_USAGE_DROPPED,
            Quirk.FINAL_ENERGY_IN_KWH,
            Quirk.ACIDIFICATION_OUTLIER)));

    public Rules {
        EnumSet<Quirk> copy = EnumSet.noneOf(Quirk.class);
        copy.addAll(kept);
        kept = Collections.unmodifiableSet(copy);
    }

    public boolean keeps(Quirk quirk) {
        return kept.contains(quirk);
    }

    /** The same rules without one defect. */
    public Rules mending(Quirk quirk) {
        EnumSet<Quirk> less = EnumSet.noneOf(Quirk.class);
        less.addAll(kept);
        less.remove(quirk);
        return new Rules(less);
    }
}
