package org.boucle.features.itfootprint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final long RANGE = 262_143_328_850L;

    @Property(tries = 200)
    void aCounterThatWrapsGivesTheEnergyThatWasPutIn(
            @ForAll @LongRange(min = 0, max = RANGE) long start, @ForAll @LongRange(min = 0, max = RANGE) long energy) {
        long end = (start + energy) % RANGE;
        assertThat(new EnergyCounter(RANGE).microjoules(start, end)).isEqualTo(energy % RANGE);
    }

    @Test
    void aCounterThatMayHaveWrappedTwiceSaysNothing() {
        EnergyCounter counter = new EnergyCounter(RANGE);
        assertThat(counter.watts(RANGE - 1_000_000, 99_000_000, 5, 1000)).hasValue(20.0);
        assertThat(counter.watts(0, 100, 3600, 400)).isEmpty();
        // a counter that was reset looks like a wrap, of a power that no machine has
        assertThat(counter.watts(200_000_000_000L, 0, 5, 1000)).isEmpty();
        assertThatThrownBy(() -> counter.microjoules(-1, 0)).hasMessageContaining("-1");
    }

    @Test
    void processorTimeIsReadFromTheKernelsLine() {
        CpuTimes before = CpuTimes.parse("cpu  10 5 20 1000 7 1 2 3 0 0");
        assertThat(before).isEqualTo(new CpuTimes(15, 23, 1000, 7, 3));
        CpuTimes spent = CpuTimes.parse("cpu  60 5 45 1020 12 1 2 3 0 0").since(before);
        assertThat(spent.percent(spent.user())).isEqualTo(50);
        assertThat(spent.percent(spent.busy())).isEqualTo(75);
        assertThat(CpuTimes.parse("cpu  10 5 20 1000").total()).isEqualTo(1035);
        assertThat(new CpuTimes(0, 0, 0, 0, 0).percent(0)).isZero();
    }

    @Property(tries = 200)
    void thePartsOfAMachinesPowerAddUpToIt(
            @ForAll @DoubleRange(min = 0, max = 900) double watts,
            @ForAll @DoubleRange(min = 0, max = 300) double idle,
            @ForAll @Size(min = 0, max = 12) List<@DoubleRange(min = 0, max = 500) Double> cpu) {
        double[] ticks = cpu.stream().mapToDouble(Double::doubleValue).toArray();
        double[] memory = cpu.stream().mapToDouble(value -> 500 - value).toArray();
        double[] parts = PowerSplit.split(watts, idle, ticks, 700, memory, 4000);
        double sum = 0;
        for (double part : parts) {
            assertThat(part).isGreaterThanOrEqualTo(0);
            sum += part;
        }
        assertThat(sum).isCloseTo(watts, within(1e-9 * (1 + watts)));
    }

    @Test
    void activePowerGoesByTimeAndIdlePowerByMemory() {
        double[] parts = PowerSplit.split(100, 40, new double[] {30, 10}, 60, new double[] {2, 1}, 8);
        assertThat(parts[0]).isCloseTo(60 * 30 / 60.0 + 40 * 2 / 8.0, within(1e-12));
        assertThat(parts[1]).isCloseTo(60 * 10 / 60.0 + 40 * 1 / 8.0, within(1e-12));
        assertThat(parts[2]).isCloseTo(20 + 25, within(1e-12));
    }

    @Property(tries = 60)
    void theFitFindsTheCurveThatMadeThePoints(
            @ForAll @DoubleRange(min = 5, max = 200) double scale,
            @ForAll @DoubleRange(min = 0.5, max = 100) double shift,
            @ForAll @DoubleRange(min = -300, max = 100) double offset) {
        double[] load = {0, 5, 10, 25, 50, 75, 100};
        PowerCurve made = new PowerCurve(scale, shift, offset + scale * 6);
        double[] watts = java.util.Arrays.stream(load)
                .map(w -> scale * Math.log(w + shift) + made.offset())
                .toArray();
        PowerCurve.Fit fit = PowerCurve.fit(load, watts).orElseThrow();
        assertThat(fit.rmse()).isLessThan(1e-4 * scale);
        assertThat(fit.r2()).isGreaterThan(0.999999);
    }

    @Property(tries = 25)
    void noCurveOfAPlainScanFitsBetter(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = 10, max = 400) Double> measured,
            @ForAll @IntRange(min = 1, max = 9) int spread) {
        double[] load = new double[measured.size()];
        double[] watts = new double[measured.size()];
        for (int i = 0; i < load.length; i++) {
            load[i] = i * (double) spread;
            watts[i] = measured.get(i);
        }
        PowerCurve.Fit fit = PowerCurve.fit(load, watts).orElseThrow();
        double best = Double.POSITIVE_INFINITY;
        for (double shift = 1e-3; shift < 1e5; shift *= 1.01) {
            best = Math.min(best, plainRmse(shift, load, watts));
        }
        assertThat(fit.rmse()).isLessThanOrEqualTo(best * 1.001 + 1e-9);
    }

    /** Straight-line regression on ln(load + shift) by the textbook sums. */
    private static double plainRmse(double shift, double[] load, double[] watts) {
        int n = load.length;
        double sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int i = 0; i < n; i++) {
            double x = Math.log(load[i] + shift);
            sx += x;
            sy += watts[i];
            sxx += x * x;
            sxy += x * watts[i];
        }
        double slope = Math.max(0, (n * sxy - sx * sy) / (n * sxx - sx * sx));
        double error = 0;
        for (int i = 0; i < n; i++) {
            double residual = watts[i] - sy / n - slope * (Math.log(load[i] + shift) - sx / n);
            error += residual * residual;
        }
        return Math.sqrt(error / n);
    }

    @Test
    void twoLoadsMakeNoCurve() {
        assertThat(PowerCurve.fit(new double[] {0, 0, 100}, new double[] {40, 41, 100}))
                .isEmpty();
    }

    @Test
    void theWidestMeterSpeaksForTheMachine() {
        List<Reading> readings = List.of(
                watts("power.package-0", 50),
                watts("power.package-1", 45),
                watts("power.dram-0", 8),
                watts("power.core-0", 30));
        assertThat(MeasuredMachine.of(readings).orElseThrow().watts()).isEqualTo(103);
        List<Reading> plugged = new java.util.ArrayList<>(readings);
        plugged.add(watts("power.shelly", 160));
        assertThat(MeasuredMachine.of(plugged).orElseThrow())
                .isEqualTo(new MeasuredMachine.Power(160, List.of("power.shelly")));
        assertThat(MeasuredMachine.of(List.of())).isEmpty();
    }

    private static Reading watts(String series, double value) {
        return new Reading(series, 0, value, "W");
    }
}
