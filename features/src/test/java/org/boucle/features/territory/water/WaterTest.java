package org.boucle.features.territory.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;
import org.boucle.features.territory.linear.PlainSimplex;
import org.junit.jupiter.api.Test;

class WaterTest {
    @Test
    void fourProcessesOfWangAndSmith() {
        List<FixedLoad.Process> processes = List.of(
                new FixedLoad.Process("P1", 0, 100, 2000),
                new FixedLoad.Process("P2", 50, 100, 5000),
                new FixedLoad.Process("P3", 50, 800, 30000),
                new FixedLoad.Process("P4", 400, 800, 4000));
        assertThat(FixedLoad.withoutReuse(processes)).isCloseTo(112.5, within(1e-9));
        assertThat(value(FixedLoad.model(processes))).isCloseTo(90.0, within(1e-6));
    }

    @Test
    void sinksAndSourcesOfPolleyAndPolley() {
        List<FixedFlow.Stream> sinks = List.of(
                new FixedFlow.Stream("K1", 50, 20),
                new FixedFlow.Stream("K2", 100, 50),
                new FixedFlow.Stream("K3", 80, 100),
                new FixedFlow.Stream("K4", 70, 200));
        List<FixedFlow.Stream> sources = List.of(
                new FixedFlow.Stream("S1", 50, 50),
                new FixedFlow.Stream("S2", 100, 100),
                new FixedFlow.Stream("S3", 70, 150),
                new FixedFlow.Stream("S4", 60, 250));
        double fresh = value(FixedFlow.model(sinks, sources));
        assertThat(fresh).isCloseTo(70, within(1e-6));
        assertThat(FixedFlow.waste(sinks, sources, fresh)).isCloseTo(50, within(1e-6));
    }

    @Test
    void swappedConcentrationsAreRefused() {
        assertThatThrownBy(() -> new FixedLoad.Process("P", 100, 50, 1)).hasMessageContaining("swapped");
    }

    private static double value(LinearModel model) {
        Outcome outcome = new PlainSimplex().solve(model, Limits.USUAL);
        assertThat(outcome).isInstanceOf(Outcome.Solved.class);
        return ((Outcome.Solved) outcome).value();
    }
}
