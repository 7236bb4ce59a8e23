package org.boucle.features.energytwin.prediction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.boucle.features.energytwin.DayGrid;

/**
 * The coming days of a meter: prediction with its interval, beside the two plain lines, and the proof of the last weeks
 * that says which of the three has been the best here.
 *
 * @param days the coming days, in order
 * @param coverage wished share of the measurements inside the interval
 * @param learnt whether a model was learnt; otherwise the mean profile stands in, and the page says so
 * @param model scores of the model on the replayed days
 * @param naive scores of the weekly naive on the same days
 * @param profile scores of the four-week profile on the same days
 * @param replayed number of replayed days
 */
public record Outlook(
        List<Day> days, double coverage, boolean learnt, Scores model, Scores naive, Scores profile, int replayed) {
    private static final int CALIBRATION = 42;

    /** One coming day: bands, weekly naive and four-week profile for each slot, in kWh. */
    public record Day(LocalDate date, Intervals.Band[] bands, double[] naive, double[] profile) {}

    public Outlook {
        days = List.copyOf(days);
    }

    /** Predicts {@code days} days after the last day of {@code past}; fewer than two weeks are refused. */
    public static Outlook of(DayGrid past, int days, double coverage, DayDrivers drivers) {
        if (past.days() < 14) {
            throw new IllegalArgumentException("a prediction needs 14 days and has " + past.days());
        }
        int replayed = Math.min(CALIBRATION, past.days() / 3);
        int first = past.days() - replayed;
        WalkForward replay = WalkForward.of(past, first, replayed, drivers);
        Intervals intervals = Intervals.calibrate(replay.measured(), replay.model(), coverage);
        boolean learnt = past.days() >= LearntProfile.MINIMUM_DAYS;
        Forecaster next = learnt ? LearntProfile.learn(past, drivers, 1, 1) : new MeanProfile(4);
        Forecaster later = learnt && days > 1 ? LearntProfile.learn(past, drivers, 7, 1) : next;
        List<Day> coming = new ArrayList<>();
        for (int h = 1; h <= days; h++) {
            double[] predicted = (h == 1 ? next : later).predict(past, h);
            coming.add(new Day(
                    past.date(past.days() - 1).plusDays(h),
                    intervals.around(predicted),
                    new WeeklyNaive().predict(past, h),
                    new MeanProfile(4).predict(past, h)));
        }
        return new Outlook(
                coming, coverage, learnt, replay.modelScores(), replay.naiveScores(), replay.profileScores(), replayed);
    }
}
