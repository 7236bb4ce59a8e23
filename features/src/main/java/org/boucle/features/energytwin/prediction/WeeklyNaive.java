package org.boucle.features.energytwin.prediction;

import java.util.Arrays;
import org.boucle.features.energytwin.DayGrid;

/** The same slot of the same weekday of the last known week: the line that every model has to beat. */
public record WeeklyNaive() implements Forecaster {
    @Override
    public double[] predict(DayGrid past, int horizon) {
        int source = past.days() - 1 + horizon;
        while (source >= past.days()) {
            source -= 7;
        }
        if (source >= 0) {
            return past.day(source);
        }
        double[] unknown = new double[past.slots()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }
}
