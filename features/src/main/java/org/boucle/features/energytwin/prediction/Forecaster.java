package org.boucle.features.energytwin.prediction;

import org.boucle.features.energytwin.DayGrid;

/** Predicts a coming day from the days before it. */
public sealed interface Forecaster permits WeeklyNaive, MeanProfile, LearntProfile {
    /**
     * Energies in kWh of each slot of the day that lies {@code horizon} days after the last day of {@code past} (1 is
     * the next day).
     */
    double[] predict(DayGrid past, int horizon);
}
