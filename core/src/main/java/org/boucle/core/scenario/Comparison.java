package org.boucle.core.scenario;

import java.util.List;
import org.boucle.core.impact.IndicatorCategory;

/**
 * What a scenario brings, net: after minus before, plus what the twin itself costs and what the rebound gives back
 * (ITU-T L.1480: second-order effect − own footprint − rebound).
 *
 * @param gross after minus before, by category
 * @param own what the twin itself adds, by category
 * @param rebound what is consumed again because it became cheaper, by category
 */
public record Comparison(List<IndicatorChange> gross, List<IndicatorChange> own, List<IndicatorChange> rebound) {
    public Comparison {
        gross = List.copyOf(gross);
        own = List.copyOf(own);
        rebound = List.copyOf(rebound);
    }

    /** The net change of a category; the ends are added, which bounds the interval from outside. */
    public IndicatorChange net(IndicatorCategory category) {
        double low = 0;
        double expected = 0;
        double high = 0;
        for (List<IndicatorChange> part : List.of(gross, own, rebound)) {
            for (IndicatorChange change : part) {
                if (change.category() == category) {
                    low += change.low();
                    expected += change.expected();
                    high += change.high();
                }
            }
        }
        return new IndicatorChange(category, low, expected, high);
    }
}
