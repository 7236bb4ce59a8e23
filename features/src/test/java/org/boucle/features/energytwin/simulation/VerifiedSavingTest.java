package org.boucle.features.energytwin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.baseline.DailyBaseline;
import org.boucle.features.energytwin.baseline.MeasuredDays;
import org.boucle.features.energytwin.prediction.DayDrivers;
import org.boucle.features.energytwin.production.Batch;
import org.junit.jupiter.api.Test;

/** The simulated factory lives its year twice, with and without the decision: only here the true saving is known. */
class VerifiedSavingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void theIntervalOfTheMeasuredSavingHoldsTheTrueOne() {
        LocalDate ended = Fault.habitEnded(TODAY);
        LocalDate start = TODAY.minusDays(366);
        LoadCurve lived = oven(Fault.habit(TODAY, PARIS), start);
        LoadCurve otherwise = oven(Fault.habit(TODAY.plusYears(1), PARIS), start);
        MeasuredDays days = MeasuredDays.of(DayGrid.of(lived), production(start));
        DailyBaseline baseline =
                DailyBaseline.of(days, days.before(ended), 0.95).orElseThrow();
        double truth = after(otherwise, ended) - after(lived, ended);
        assertThat(truth).as("kWh in 150 days").isBetween(4_000.0, 12_000.0);
        double saved = baseline.savings().saved();
        double half = baseline.savings().halfWidth();
        assertThat(truth).as("%s ± %s kWh", saved, half).isBetween(saved - half, saved + half);
        assertThat(baseline.savings().fractionalUncertainty()).isLessThan(0.5);
    }

    /** The electric oven with its recent faults, which count against the saving in both lives. */
    private static LoadCurve oven(Fault habit, LocalDate start) {
        List<Fault> faults = new ArrayList<>(Fault.lately(TODAY, PARIS));
        faults.add(habit);
        Instant from = start.atStartOfDay(PARIS).toInstant();
        History history = History.live(
                new Factory(PARIS, 1, faults, from), TODAY.atStartOfDay(PARIS).toInstant(), Duration.ofMinutes(15));
        double[] energy =
                Arrays.stream(history.column("oven-1.power")).map(kW -> kW / 4).toArray();
        return new LoadCurve(from, Duration.ofMinutes(15), PARIS, energy);
    }

    private static double after(LoadCurve curve, LocalDate date) {
        Instant from = date.atStartOfDay(PARIS).toInstant();
        double sum = 0;
        for (int i = 0; i < curve.size(); i++) {
            sum += curve.startOf(i).isBefore(from) ? 0 : curve.kWh(i);
        }
        return sum;
    }

    private static DayDrivers production(LocalDate start) {
        Schedule schedule = new Schedule(PARIS, 1);
        Map<LocalDate, Double> hours = new HashMap<>();
        Map<LocalDate, Double> kg = new HashMap<>();
        for (LocalDate day = start; day.isBefore(TODAY); day = day.plusDays(1)) {
            List<Batch> made = schedule.batches(day).stream()
                    .filter(batch -> batch.id().startsWith("L1"))
                    .toList();
            hours.put(
                    day,
                    made.stream()
                            .mapToDouble(batch ->
                                    Duration.between(batch.from(), batch.to()).toSeconds() / 3600.0)
                            .sum());
            kg.put(day, made.stream().mapToDouble(Batch::quantity).sum());
        }
        return new DayDrivers(Set.of(), Map.of("hours", hours, "kg", kg));
    }
}
