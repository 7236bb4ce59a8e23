package org.boucle.features.energytwin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.energytwin.alerts.BaseloadWatch;
import org.boucle.features.energytwin.alerts.PeakWatch;
import org.boucle.features.energytwin.states.PowerState;
import org.boucle.features.energytwin.states.PowerStates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FactoryTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<Fault> FAULTS = Fault.lately(TODAY, PARIS);
    private static History autumn;

    @BeforeAll
    static void liveAnAutumn() {
        Instant start = TODAY.minusDays(100).atStartOfDay(PARIS).toInstant();
        autumn = History.live(
                new Factory(PARIS, 1, FAULTS, start), TODAY.atStartOfDay(PARIS).toInstant(), Duration.ofMinutes(15));
    }

    private static LoadCurve curve(String signal) {
        double[] energy = Arrays.stream(autumn.column(signal)).map(kW -> kW / 4).toArray();
        return new LoadCurve(autumn.start(), autumn.step(), PARIS, energy);
    }

    @Test
    void theSiteIsTheSumOfItsMachines() {
        double machines = 0;
        for (Signal signal : Signal.ALL.subList(0, 9)) {
            machines += curve(signal.name()).total();
        }
        double[] index = autumn.column("site.energy");
        assertThat(curve("site.power").total()).isCloseTo(machines, Percentage.withPercentage(0.1));
        assertThat(index[index.length - 1]).isCloseTo(machines, Percentage.withPercentage(0.1));
    }

    @Test
    void anOvenKeepsItsHeatBalance() {
        Oven oven = new Oven(0.52, 0.135, 165, 6.5);
        double heat = 0;
        double minutes = 0;
        while (oven.temperature() < 220) {
            heat += oven.step(225, 0, 30) * 30 / 3600;
            minutes += 0.5;
        }
        assertThat(minutes).as("heat-up").isBetween(30.0, 75.0);
        assertThat(heat).as("more than the steel takes").isGreaterThan(0.52 * 196);
        for (int i = 0; i < 400; i++) {
            oven.step(225, 90, 30);
        }
        assertThat(oven.step(225, 90, 30)).isCloseTo(0.135 * 201 + 90, within(0.5));
    }

    @Test
    void theWatchesFindTheFaultsThatWereHidden() {
        DayGrid grid = DayGrid.of(curve("site.power"));
        List<Alert> found = BaseloadWatch.usual().find(grid, PARIS, "site", grid.days() - 30);
        for (Fault fault : FAULTS) {
            if (fault.kind() == Fault.Kind.OVEN_LEFT_ON || fault.kind() == Fault.Kind.LIGHTS_LEFT_ON) {
                assertThat(found)
                        .as(fault.kind() + " of " + fault.from())
                        .anyMatch(alert -> alert.touches(fault.from(), fault.to()));
            }
            if (fault.kind() == Fault.Kind.LATE_HEAT_UP) {
                assertThat(new PeakWatch(290, Duration.ofMinutes(15)).find(curve("site.power"), "site"))
                        .anyMatch(alert -> alert.touches(fault.from(), fault.to()));
            }
            if (fault.kind() == Fault.Kind.METER_SILENT) {
                assertThat(curve(fault.machine() + ".power").coverage()).isLessThan(1);
            }
        }
        long falseOnes = found.stream()
                .filter(alert -> FAULTS.stream().noneMatch(fault -> alert.touches(fault.from(), fault.to())))
                .count();
        assertThat(falseOnes).isZero();
    }

    @Test
    void sameSeedSameLifeAndAPlanThatFitsWhatWasMade() {
        Instant start = TODAY.minusDays(8).atStartOfDay(PARIS).toInstant();
        Instant end = start.plus(Duration.ofDays(1));
        History one = History.live(new Factory(PARIS, 7, List.of(), start), end, Duration.ofMinutes(5));
        History two = History.live(new Factory(PARIS, 7, List.of(), start), end, Duration.ofMinutes(5));
        assertThat(one.columns()).isDeepEqualTo(two.columns());
        Schedule schedule = new Schedule(PARIS, 7);
        double[] first = one.column("line-1.produced");
        double[] second = one.column("line-2.produced");
        double declared = schedule.batches(TODAY.minusDays(8)).stream()
                .mapToDouble(batch -> batch.quantity())
                .sum();
        assertThat(first[first.length - 1] + second[second.length - 1])
                .isCloseTo(declared, Percentage.withPercentage(2));
        assertThatThrownBy(() -> new Factory(PARIS, 7, List.of(), start).step(60))
                .hasMessageContaining("several steps");
    }

    @Test
    void statesAreFoundInTheOvensPower() {
        Instant start = TODAY.minusDays(9).atStartOfDay(PARIS).toInstant();
        History week = History.live(
                new Factory(PARIS, 1, FAULTS, start), start.plus(Duration.ofDays(7)), Duration.ofMinutes(1));
        PowerStates states = PowerStates.learn(week.column("oven-1.power"));
        assertThat(states.states()).startsWith(PowerState.OFF, PowerState.IDLE).endsWith(PowerState.PROCESSING);
        assertThat(states.levels()[1]).isBetween(30.0, 37.0);
    }
}
