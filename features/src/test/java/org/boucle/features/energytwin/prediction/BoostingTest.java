package org.boucle.features.energytwin.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final Boosting.Settings SETTINGS = new Boosting.Settings(200, 0.1, 8, 5, 1, 1, 1, 7);

    @Test
    void learnsAStepAndAProduct() {
        Random random = new Random(1);
        double[][] rows = new double[4000][];
        double[] target = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            target[i] = (rows[i][0] > 0.5 ? 10 : 0) + 4 * rows[i][1] * rows[i][0];
        }
        Boosting model = Boosting.learn(rows, target, SETTINGS);
        double squares = 0;
        for (int i = 0; i < 500; i++) {
            double[] row = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double truth = (row[0] > 0.5 ? 10 : 0) + 4 * row[1] * row[0];
            squares += Math.pow(model.predict(row) - truth, 2) / 500;
        }
        assertThat(Math.sqrt(squares)).as("the truth spreads over 4.9").isLessThan(0.7);
    }

    @Test
    void separatesTheMissing() {
        double[][] rows = new double[200][];
        double[] target = new double[200];
        for (int i = 0; i < 200; i++) {
            rows[i] = new double[] {i % 2 == 0 ? Double.NaN : i};
            target[i] = i % 2 == 0 ? 3 : -3;
        }
        Boosting model = Boosting.learn(rows, target, SETTINGS);
        assertThat(model.predict(new double[] {Double.NaN})).isCloseTo(3, within(0.1));
        assertThat(model.predict(new double[] {77})).isCloseTo(-3, within(0.1));
    }

    @Test
    void sameSeedSameModelAndConstantColumnsAreHarmless() {
        double[][] rows = {{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}};
        double[] target = {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4};
        Boosting model = Boosting.learn(rows, target, SETTINGS);
        assertThat(model.predict(new double[] {1})).isCloseTo(2.5, within(1e-9));
        assertThatThrownBy(() -> Boosting.learn(new double[0][], new double[0], SETTINGS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
