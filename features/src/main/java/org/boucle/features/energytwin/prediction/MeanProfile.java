package org.boucle.features.energytwin.prediction;

import org.boucle.features.energytwin.DayGrid;

/**
 * The mean of the same slot of the same weekday over the last known weeks.
 *
 * @param weeks how many weeks, at least 1
 */
public record MeanProfile(int weeks) implements Forecaster {
    public MeanProfile {
        if (weeks < 1) {
            throw new IllegalArgumentException("weeks is " + weeks);
        }
    }

    @Override
    public double[] predict(DayGrid past, int horizon) {
        int source = past.days() - 1 + horizon;
        while (source >= past.days()) {
            source -= 7;
        }
        double[] mean = new double[past.slots()];
        for (int s = 0; s < mean.length; s++) {
            double sum = 0;
            int count = 0;
            for (int w = 0, day = source; w < weeks && day >= 0; w++, day -= 7) {
                if (!Double.isNaN(past.at(day, s))) {
                    sum += past.at(day, s);
                    count++;
                }
            }
            mean[s] = count == 0 ? Double.NaN : sum / count;
        }
        return mean;
    }
}
