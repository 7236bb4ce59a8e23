package org.boucle.features.energytwin.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.boucle.features.energytwin.DayGrid;

/**
 * Replays the past as it would have been lived: every day is predicted at its own midnight, from the days before it
 * only, by a model that was learnt from days before it only.
 *
 * @param first index of the first predicted day
 * @param measured what was then measured, day by day, in kWh
 * @param model what the learnt profile said
 * @param naive what the weekly naive said
 * @param profile what the mean profile of four weeks said
 */
public record WalkForward(
        int first, List<double[]> measured, List<double[]> model, List<double[]> naive, List<double[]> profile) {
    public WalkForward {
        measured = List.copyOf(measured);
        model = List.copyOf(model);
        naive = List.copyOf(naive);
        profile = List.copyOf(profile);
    }

    /**
     * Predicts every day from {@code first} to the end of the grid, one day ahead.
     *
     * @param relearnEvery days between two learnings of the model
     */
    public static WalkForward of(DayGrid grid, int first, int relearnEvery, DayDrivers drivers) {
        Objects.requireNonNull(drivers, "drivers");
        List<double[]> measured = new ArrayList<>();
        List<double[]> model = new ArrayList<>();
        List<double[]> naive = new ArrayList<>();
        List<double[]> profile = new ArrayList<>();
        Forecaster learnt = new MeanProfile(4);
        for (int day = first; day < grid.days(); day++) {
            DayGrid past = grid.before(day);
            if ((day - first) % relearnEvery == 0 && day >= LearntProfile.MINIMUM_DAYS) {
                learnt = LearntProfile.learn(past, drivers, 1, 1);
            }
            measured.add(grid.day(day));
            model.add(learnt.predict(past, 1));
            naive.add(new WeeklyNaive().predict(past, 1));
            profile.add(new MeanProfile(4).predict(past, 1));
        }
        return new WalkForward(first, measured, model, naive, profile);
    }

    public Scores modelScores() {
        return scores(model);
    }

    public Scores naiveScores() {
        return scores(naive);
    }

    public Scores profileScores() {
        return scores(profile);
    }

    private Scores scores(List<double[]> predicted) {
        Scores.Tally tally = new Scores.Tally();
        for (int i = 0; i < measured.size(); i++) {
            tally.add(measured.get(i), predicted.get(i));
        }
        return tally.scores();
    }
}
