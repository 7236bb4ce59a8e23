package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows in an explanation the curve by which a power was found. */
final class CurveViews {
    private CurveViews() {}

    static void show(Usage usage, Object parameters, Status status, String source) {
        if (!usage.isExplained()) {
            return;
        }
        usage.explainCurve(new AttributeView(
                "params", Optional.of(parameters), status, "", source, Optional.empty(), Optional.empty(), ""));
    }

    /** The points of load and power that gave the curve. */
    static void showPoints(Usage usage, double[] loads, double[] watts) {
        if (!usage.isExplained()) {
            return;
        }
        List<PowerPoint> points = new ArrayList<>();
        for (int i = 0; i < loads.length; i++) {
            points.add(new PowerPoint(loads[i], watts[i]));
        }
        usage.explainCurve(new AttributeView(
                "workloads",
                Optional.of(points),
                Status.COMPLETED,
                "workload_rate:W",
                "",
                Optional.empty(),
                Optional.empty(),
                ""));
    }
}
