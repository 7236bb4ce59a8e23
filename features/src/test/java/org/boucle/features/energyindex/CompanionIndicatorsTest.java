package org.boucle.features.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CompanionIndicatorsTest {
    private static final double[] E0 = {30, 20};
    private static final double[] ET = {80, 16};
    private static final double[] Q0 = {10, 40};
    private static final double[] QT = {40, 40};

    @Test
    void lmdiOfTheTwoSectors() {
        Lmdi.Effects additive = Lmdi.additive(E0, ET, Q0, QT);
        assertThat(additive.activity()).isCloseTo(32.384638, within(5e-7));
        assertThat(additive.structure()).isCloseTo(38.284867, within(5e-7));
        assertThat(additive.intensity()).isCloseTo(-24.669505, within(5e-7));
        assertThat(additive.sum()).isCloseTo(46, within(1e-12));
        Lmdi.Effects factors = Lmdi.multiplicative(E0, ET, Q0, QT);
        assertThat(factors.activity()).isCloseTo(1.582880, within(5e-7));
        assertThat(factors.structure()).isCloseTo(1.721020, within(5e-7));
        assertThat(factors.intensity()).isCloseTo(0.704802, within(5e-7));
        assertThat(factors.product()).isCloseTo(1.92, within(1e-12));
    }

    @Test
    void priceIndexFamily() {
        double[] e0 = {3, 0.5};
        double[] et = {2, 0.4};
        assertThat(IntensityIndices.paasche(e0, et, QT).percent()).hasValueCloseTo(68.5714, within(5e-5));
        assertThat(IntensityIndices.laspeyres(e0, Q0, et).percent()).hasValueCloseTo(72.0, within(1e-9));
        assertThat(IntensityIndices.fisher(e0, Q0, et, QT).percent()).hasValueCloseTo(70.2648, within(5e-5));
        assertThat(IntensityIndices.aggregate(e0, Q0, et, QT).percent()).hasValueCloseTo(120.0, within(1e-9));
        assertThat(IntensityIndices.paasche(e0, et, new double[2]).percent()).isEmpty();
    }

    @Test
    void odex() {
        double[][] energy = {{100, 50}, {98, 52}, {95, 55}};
        double[][] unit = {{1, 2}, {.97, 2}, {.93, 1.95}};
        double[] index = Odex.index(energy, unit);
        assertThat(index[0]).isEqualTo(100);
        assertThat(index[1]).isCloseTo(98.019402, within(5e-7));
        assertThat(index[2]).isCloseTo(94.554741, within(5e-7));
        double[][] worse = {{1, 2}, {1.1, 2}, {.93, 1.95}};
        assertThat(Odex.technical(energy, worse)[1]).isEqualTo(100);
        assertThat(Odex.smoothed(index)[1]).isCloseTo((100 + 98.019402 + 94.554741) / 3, within(1e-6));
    }

    @Property(tries = 2000)
    void lmdiLeavesNoRest(@ForAll @Size(8) double[] raw, @ForAll @DoubleRange(min = 0.1, max = 5) double k) {
        double[] v = new double[16];
        for (int i = 0; i < 16; i++) {
            double x = Math.abs(raw[i % 8]) % 1000;
            v[i] = Double.isFinite(x) ? (i == 3 ? 0 : x * (i < 8 ? 1 : k) + 0.01) : 1;
        }
        double[] e0 = {v[0], v[1], v[2], v[3]};
        double[] eT = {v[4], v[5], v[6], v[7]};
        double[] q0 = {v[8], v[9], v[10], v[3]};
        double[] qT = {v[12], v[13], v[14], v[15]};
        double change = v[4] + v[5] + v[6] + v[7] - v[0] - v[1] - v[2] - v[3];
        double size = 1 + v[0] + v[1] + v[2] + v[4] + v[5] + v[6] + v[7];
        assertThat(Lmdi.additive(e0, eT, q0, qT).sum()).isCloseTo(change, within(1e-9 * size));
    }

    @Test
    void meanIsSmoothWhereBothAreEqual() {
        assertThat(Lmdi.mean(3, 3)).isEqualTo(3);
        for (double gap = 1e-15; gap < 1e-3; gap *= 3) {
            assertThat(Lmdi.mean(3 + gap, 3)).isCloseTo(3 + gap / 2, within(gap * gap + 1e-12));
        }
    }

    /** Textbook line with known statistics: Anscombe's first set, y = 3.00 + 0.500 x, R2 = 0.667, t = 4.24. */
    @Test
    void performanceModelOfAnscombe() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        double[][] columns = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            columns[i] = new double[] {x[i]};
        }
        PerformanceModel model =
                PerformanceModel.fit(y, columns, List.of("production")).orElseThrow();
        assertThat(model.terms().get(0).coefficient()).isCloseTo(3.0001, within(5e-5));
        assertThat(model.terms().get(0).standardError()).isCloseTo(1.1247, within(5e-5));
        assertThat(model.terms().get(1).coefficient()).isCloseTo(0.5001, within(5e-5));
        assertThat(model.terms().get(1).t()).isCloseTo(4.241, within(5e-4));
        assertThat(model.terms().get(1).probability()).isCloseTo(0.00217, within(5e-6));
        assertThat(model.r2()).isCloseTo(0.6665, within(5e-5));
        assertThat(model.adjustedR2()).isCloseTo(0.6295, within(5e-5));
        assertThat(model.cvRmse()).isCloseTo(1.2366 / 7.500909, within(5e-5));
        assertThat(model.fProbability()).isCloseTo(0.00217, within(5e-6));
        List<PerformanceModel.Assessed> same = model.assess(y, columns);
        assertThat(same.getLast().cumulated()).isCloseTo(0, within(1e-9));
    }

    @Test
    void performanceModelRefusesWhatCannotBeFitted() {
        double[][] twice = {{1, 2}, {2, 4}, {3, 6}, {4, 8}, {5, 10}};
        assertThat(PerformanceModel.fit(new double[] {1, 2, 3, 4, 5}, twice, List.of("a", "b")))
                .isEmpty();
        assertThat(PerformanceModel.fit(new double[] {1, 2}, new double[][] {{1}, {2}}, List.of("a")))
                .isEmpty();
    }

    @Test
    void cusumSeesADriftOfOneDeviationAndIsQuietOtherwise() {
        SplittableRandom random = new SplittableRandom(4);
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            double noise = 0;
            for (int k = 0; k < 12; k++) {
                noise += random.nextDouble() - 0.5;
            }
            values[i] = 1.5 + 0.02 * (noise + (i >= 120 ? 1.5 : 0));
        }
        List<Cusum.Step> steps = Cusum.selfStarting(values, 20, 0.001).steps();
        assertThat(steps.subList(0, 120)).allMatch(s -> s.drift() == Cusum.Drift.NONE);
        int first = steps.stream()
                .filter(s -> s.drift() == Cusum.Drift.UP)
                .findFirst()
                .orElseThrow()
                .index();
        assertThat(first).isBetween(120, 145);
    }

    /** Montgomery's worked table: mean 10, deviation 1, k 0.5, h 5; the upper sum passes 5 at the 29th sample. */
    @Test
    void cusumOfMontgomery() {
        double[] x = {
            9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37,
            10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52
        };
        List<Cusum.Step> steps = Cusum.around(10, 1).run(x);
        assertThat(steps.get(28).up()).isCloseTo(5.28, within(0.005));
        assertThat(steps.get(28).drift()).isEqualTo(Cusum.Drift.UP);
        assertThat(steps.get(27).drift()).isEqualTo(Cusum.Drift.NONE);
        assertThat(steps.get(1).down()).isCloseTo(1.56, within(0.005));
    }
}
