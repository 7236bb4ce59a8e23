package org.boucle.core.impact.lca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.lca.FirstOrder.Ranking;
import org.boucle.core.impact.solver.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadTest {
    private static final Demand KWH = Demand.of(1, 1000);

    /** A shape with its variance and mean worked by hand. */
    private record Worked(Spread spread, double variance, double mean) {}

    static List<Worked> shapes() {
        return List.of(
                // s = 0.2: mean e^0.02, variance e^0.04 (e^0.04 - 1)
                new Worked(new Spread.Lognormal(0.2), 1.040810774 * 0.040810774, 1.020201340),
                new Worked(new Spread.Normal(0.15), 0.0225, 1),
                // 0.8, 1, 1.4: (0.64 + 1 + 1.96 - 0.8 - 1.12 - 1.4) / 18 = 0.28 / 18, mean 3.2 / 3
                new Worked(new Spread.Triangular(0.8, 1, 1.4), 0.28 / 18, 3.2 / 3),
                // 0.7 to 1.3: 0.36 / 12
                new Worked(new Spread.Uniform(0.7, 1.3), 0.03, 1));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void drawsHaveTheWorkedMeanAndVariance(Worked worked) {
        SplittableRandom random = new SplittableRandom(5);
        double[] draws = DoubleStream.generate(() -> worked.spread().draw(random))
                .limit(200_000)
                .toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance =
                Arrays.stream(draws).map(d -> (d - mean) * (d - mean)).average().orElseThrow();
        assertThat(worked.spread().variance()).isCloseTo(worked.variance(), within(1e-8));
        assertThat(mean).isCloseTo(worked.mean(), within(0.002));
        assertThat(variance).isCloseTo(worked.variance(), within(0.02 * worked.variance()));
    }

    /** The fuel of electricity carries 20 of 120 kg of the textbook's system, so Var = 400 times the relative variance. */
    @ParameterizedTest
    @MethodSource("shapes")
    void varianceOfOneNumberInTheTextbook(Worked worked) {
        LifeCycleEngine engine = LifeCycleEngine.of(LifeCycleEngineTest.TEXTBOOK);
        Characterisation factors = LifeCycleEngineTest.WARMING;
        SparseMatrix a = engine.database().technosphere();
        List<Spread> spreads = new ArrayList<>();
        for (int p = 0; p < a.entries(); p++) {
            spreads.add(p == a.find(0, 0) ? worked.spread() : Spread.Certain.INSTANCE);
        }
        UncertainData data = UncertainData.technosphereOnly(engine.database(), factors, Spreads.of(spreads));
        FirstOrder first = FirstOrder.of(
                engine.database(), engine.adjoint(factors), data, engine.solve(KWH), 0, Ranking.VARIANCE, 3);
        assertThat(first.variance()).isCloseTo(400 * worked.variance(), within(1e-5));
        double sampled = new MonteCarlo(engine, data, 9)
                .run(List.of(KWH), 0, 4_000, run -> {})
                .getFirst()
                .standardDeviation();
        assertThat(sampled).isCloseTo(first.standardDeviation(), within(0.12 * first.standardDeviation()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void firstOrderAgreesWithSamplesWhereEveryInputSpreads(Worked worked) {
        Sample sample = Sample.of(7, 25);
        UncertainData data = everyInput(sample, narrow(worked.spread()));
        Demand demand = Demand.of(3, 1);
        FirstOrder first = FirstOrder.of(
                sample.database(),
                sample.engine().adjoint(sample.factors()),
                data,
                sample.engine().solve(demand),
                0,
                Ranking.VARIANCE,
                3);
        Samples samples = new MonteCarlo(sample.engine(), data, 11)
                .run(List.of(demand), 0, 6_000, run -> {})
                .getFirst();
        assertThat(samples.failed()).isZero();
        assertThat(samples.standardDeviation())
                .isCloseTo(first.standardDeviation(), within(0.06 * first.standardDeviation()));
    }

    private static Spread narrow(Spread spread) {
        return switch (spread) {
            case Spread.Lognormal l -> new Spread.Lognormal(0.05);
            case Spread.Normal n -> new Spread.Normal(0.05);
            case Spread.Triangular t -> new Spread.Triangular(0.9, 1, 1.1);
            case Spread.Uniform u -> new Spread.Uniform(0.9, 1.1);
            case Spread.Certain none -> none;
        };
    }

    private static UncertainData everyInput(Sample sample, Spread spread) {
        SparseMatrix a = sample.database().technosphere();
        List<Spread> technosphere = new ArrayList<>();
        for (int p = 0; p < a.entries(); p++) {
            technosphere.add(a.valueAt(p) < 0 ? spread : Spread.Certain.INSTANCE);
        }
        SparseMatrix b = sample.database().biosphere();
        List<Spread> biosphere = java.util.Collections.nCopies(b.entries(), spread);
        return new UncertainData(
                sample.factors(),
                Spreads.of(technosphere),
                Spreads.of(biosphere),
                Spreads.none(sample.factors().factors()));
    }

    @Test
    void statedUncertaintiesKeepTheirShape() {
        assertThat(Spread.of(Uncertainty.minMax(0.5, 2))).isEqualTo(new Spread.Triangular(0.5, 1, 2));
        assertThat(Spread.of(Uncertainty.unknown())).isEqualTo(Spread.Certain.INSTANCE);
        Spreads stated = Spreads.ofUncertainties(
                List.of(Uncertainty.lognormal(Math.exp(0.3)), Uncertainty.unknown(), Uncertainty.minMax(0.5, 2)));
        assertThat(stated.get(2)).isEqualTo(new Spread.Triangular(0.5, 1, 2));
        assertThat(stated.get(1)).isEqualTo(Spread.Certain.INSTANCE);
        assertThat(((Spread.Lognormal) stated.get(0)).sigma()).isCloseTo(0.3, within(1e-12));
        assertThat(stated.any()).isTrue();
    }

    @Test
    void refusesWhatIsNoSpread() {
        assertThatThrownBy(() -> new Spread.Lognormal(Double.NaN)).hasMessageContaining("GSD");
        assertThatThrownBy(() -> new Spread.Normal(-1)).hasMessageContaining("relative");
        assertThatThrownBy(() -> new Spread.Triangular(1, 0.5, 2)).hasMessageContaining("triangle");
        assertThatThrownBy(() -> new Spread.Uniform(2, 1)).hasMessageContaining("range");
    }
}
