package org.boucle.features.energytwin.prediction;

import java.util.Arrays;
import org.boucle.features.energytwin.DayGrid;

/**
 * A model learnt from the meter's own past and from what is announced beforehand (calendar, plan, weather forecast).
 * Boosted trees correct the mean profile of four weeks from what the last weeks, the last days and the last evening
 * were like.
 *
 * <p>Learn it again every week or so; between two learnings it still reads the newest days.
 */
public final class LearntProfile implements Forecaster {
    /** Days of history without which no model is learnt. */
    public static final int MINIMUM_DAYS = 42;

    private static final int WARM_UP = 28;
    private static final int LONGEST = 400;
    private final Boosting model;
    private final DayDrivers drivers;

    private LearntProfile(Boosting model, DayDrivers drivers) {
        this.model = model;
        this.drivers = drivers;
    }

    /** Learns to predict {@code horizons} days ahead (1 for the next day, 1 to 7 for the next week). */
    public static LearntProfile learn(DayGrid past, DayDrivers drivers, int horizons, long seed) {
        if (past.days() < MINIMUM_DAYS) {
            throw new IllegalArgumentException("a model needs " + MINIMUM_DAYS + " days and has " + past.days()
                    + ". Maybe show the mean profile until then?");
        }
        DayColumns columns = new DayColumns(past, drivers);
        int from = Math.max(WARM_UP, past.days() - LONGEST);
        double[][] rows = new double[(past.days() - from) * past.slots()][];
        double[] target = new double[rows.length];
        int count = 0;
        for (int day = from; day < past.days(); day++) {
            double[][] ofDay = columns.of(day, 1 + day % horizons);
            for (int s = 0; s < past.slots(); s++) {
                if (!Double.isNaN(past.at(day, s))) {
                    rows[count] = ofDay[s];
                    target[count++] = past.at(day, s) - DayColumns.profile(ofDay[s]);
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("no measured slot in " + past);
        }
        Boosting.Settings settings =
                new Boosting.Settings(150, 0.03, 8, Math.max(5, 2 * past.slots()), 10, 0.4, 0.5, seed);
        return new LearntProfile(
                Boosting.learn(Arrays.copyOf(rows, count), Arrays.copyOf(target, count), settings), drivers);
    }

    @Override
    public double[] predict(DayGrid past, int horizon) {
        double[][] rows = new DayColumns(past, drivers).of(past.days() - 1 + horizon, horizon);
        return Arrays.stream(rows)
                .mapToDouble(row -> Math.max(0, DayColumns.profile(row) + model.predict(row)))
                .toArray();
    }
}
