package org.boucle.features.energytwin.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.boucle.features.energytwin.LoadCurve;

/**
 * Finds where mean power stays above a limit.
 *
 * @param limit highest allowed power in kW
 * @param allowed how long it may be crossed before anyone is told
 */
public record ThresholdWatch(double limit, Duration allowed) {
    public ThresholdWatch {
        if (allowed.isNegative()) {
            throw new IllegalArgumentException("allowed is " + allowed);
        }
    }

    public List<Alert> find(LoadCurve curve, String subject) {
        List<Alert> found = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            int begin = i;
            double highest = 0;
            double excess = 0;
            for (; i < curve.size() && curve.kW(i) > limit; i++) {
                highest = Math.max(highest, curve.kW(i));
                excess += (curve.kW(i) - limit) * curve.hours();
            }
            if (i > begin && curve.step().multipliedBy(i - begin).compareTo(allowed) > 0) {
                found.add(new Alert(
                        Alert.Kind.THRESHOLD,
                        subject,
                        curve.startOf(begin),
                        curve.startOf(i),
                        highest,
                        limit,
                        "kW",
                        excess));
            }
        }
        return found;
    }
}
