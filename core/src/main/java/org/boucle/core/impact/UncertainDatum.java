package org.boucle.core.impact;

import java.util.List;
import org.boucle.core.factors.Uncertainty;

/** A figure that varies as one, however many lines use it. */
record UncertainDatum(String key, Uncertainty uncertainty) {
    /** The activity and the factor of a line. */
    static List<UncertainDatum> of(FootprintLine line) {
        return List.of(
                new UncertainDatum(
                        "activity " + line.activity().key(), line.activity().uncertainty()),
                new UncertainDatum("factor " + line.factor().id(), line.factor().uncertainty()));
    }
}
