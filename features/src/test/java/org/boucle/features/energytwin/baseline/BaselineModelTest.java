package org.boucle.features.energytwin.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BaselineModelTest {
    /** Longley's data of the NIST Statistical Reference Datasets, in the public domain. */
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947}, {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949}, {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951}, {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953}, {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955}, {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957}, {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959}, {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961}, {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    @Test
    void reachesTheCertifiedValuesOfNist() {
        double[] y = new double[LONGLEY.length];
        double[][] x = new double[LONGLEY.length][];
        for (int i = 0; i < y.length; i++) {
            y[i] = LONGLEY[i][0];
            x[i] = java.util.Arrays.copyOfRange(LONGLEY[i], 1, 7);
        }
        BaselineModel model = BaselineModel.fit(List.of("a", "b", "c", "d", "e", "f"), x, y);
        assertThat(model.coefficients()[0]).isCloseTo(-3482258.63459582, Percentage.withPercentage(1e-5));
        assertThat(model.coefficients()[1]).isCloseTo(15.0618722713733, Percentage.withPercentage(1e-4));
        assertThat(model.coefficients()[3]).isCloseTo(-2.02022980381683, Percentage.withPercentage(1e-5));
        assertThat(model.errors()[0]).isCloseTo(890420.383607373, Percentage.withPercentage(1e-5));
        assertThat(model.errors()[3]).isCloseTo(0.488399681651699, Percentage.withPercentage(1e-5));
        assertThat(model.fit().r2()).isCloseTo(0.995479004577296, within(1e-9));
        assertThat(model.fit().rmse()).isCloseTo(304.854073561965, Percentage.withPercentage(1e-6));
        assertThat(model.t(3)).isCloseTo(-4.136, within(0.001));
        assertThat(model.pValue(3)).isCloseTo(0.00254, within(0.0001));
    }

    @Test
    void refusesDriversThatTellTheSame() {
        double[][] twice = new double[20][];
        double[] energy = new double[20];
        for (int i = 0; i < 20; i++) {
            twice[i] = new double[] {i, 2 * i};
            energy[i] = 5 * i;
        }
        assertThatThrownBy(() -> BaselineModel.fit(List.of("t", "2t"), twice, energy))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> BaselineModel.fit(List.of("t"), new double[2][1], new double[2]))
                .hasMessageContaining("measure longer");
    }

    @Test
    void savingIntervalsHoldTheTruthAsOftenAsTheySay() {
        Random random = new Random(11);
        int exact = 0;
        int guideline = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            double[][] x = tonnes(200, random);
            BaselineModel model = BaselineModel.fit(List.of("t"), x, energy(x, 1, random));
            double[][] later = tonnes(60, random);
            double[] measured = energy(later, 0.9, random);
            double truth = 0;
            for (double[] row : later) {
                truth += 0.1 * (500 + 30 * row[0]);
            }
            Savings a = Savings.exact(model, later, measured, 0.9);
            Savings b = Savings.guideline14(model, later, measured, Savings.Interval.DAY, 0.9);
            exact += Math.abs(a.saved() - truth) <= a.halfWidth() ? 1 : 0;
            guideline += Math.abs(b.saved() - truth) <= b.halfWidth() ? 1 : 0;
        }
        assertThat(exact / (double) runs).isBetween(0.85, 0.95);
        assertThat(guideline / (double) runs).isBetween(0.85, 0.99);
    }

    private static double[][] tonnes(int count, Random random) {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new double[] {10 + 20 * random.nextDouble()};
        }
        return rows;
    }

    private static double[] energy(double[][] x, double factor, Random random) {
        double[] energy = new double[x.length];
        for (int i = 0; i < energy.length; i++) {
            energy[i] = factor * (500 + 30 * x[i][0]) + 60 * random.nextGaussian();
        }
        return energy;
    }

    @Test
    void findsTheBalanceTemperature() {
        Random random = new Random(2);
        double[] temperature = new double[365];
        double[] energy = new double[365];
        for (int i = 0; i < 365; i++) {
            temperature[i] = 12 - 10 * Math.cos(2 * Math.PI * i / 365) + 3 * random.nextGaussian();
            energy[i] = 800 + 45 * Math.max(0, 15 - temperature[i]) + 25 * random.nextGaussian();
        }
        BalancePoint best = BalancePoint.search(temperature, energy, 8, 24);
        assertThat(best.heating()).isBetween(14.0, 16.0);
        assertThat(best.model().coefficients()[1]).isCloseTo(45, within(3.0));
        assertThat(best.model().checks()).allMatch(BaselineModel.Check::met);
        assertThat(best.expected(5)).isCloseTo(1250, within(30.0));
    }
}
