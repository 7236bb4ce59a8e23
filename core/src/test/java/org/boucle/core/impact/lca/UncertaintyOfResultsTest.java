package org.boucle.core.impact.lca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.lca.FirstOrder.Ranking;
import org.boucle.core.impact.solver.SparseMatrix;
import org.junit.jupiter.api.Test;

class UncertaintyOfResultsTest {
    private static final Demand KWH = Demand.of(1, 1000);

    /** Every number but the outputs spread by the same sigma. */
    private static UncertainData spread(LifeCycleDatabase database, Characterisation factors, double sigma) {
        double[] technosphere = new double[database.technosphere().entries()];
        for (int p = 0; p < technosphere.length; p++) {
            technosphere[p] = database.technosphere().valueAt(p) < 0 ? sigma : 0;
        }
        return new UncertainData(
                factors,
                Spreads.of(technosphere),
                Spreads.of(filled(database.biosphere(), sigma)),
                Spreads.of(filled(factors.factors(), sigma)));
    }

    private static double[] filled(SparseMatrix matrix, double sigma) {
        double[] all = new double[matrix.entries()];
        Arrays.fill(all, sigma);
        return all;
    }

    @Test
    void varianceOfOneLognormalNumberInTheTextbook() {
        LifeCycleEngine engine = LifeCycleEngine.of(LifeCycleEngineTest.TEXTBOOK);
        Characterisation factors = LifeCycleEngineTest.WARMING;
        double sigma = Math.log(1.2);
        double[] technosphere = new double[engine.database().technosphere().entries()];
        technosphere[engine.database().technosphere().find(0, 0)] = sigma;
        UncertainData data = UncertainData.technosphereOnly(engine.database(), factors, Spreads.of(technosphere));
        FirstOrder result = FirstOrder.of(
                engine.database(), engine.adjoint(factors), data, engine.solve(KWH), 0, Ranking.VARIANCE, 3);
        // The fuel of electricity carries 20 of 120 kg; Var = (20)^2 e^(s^2) (e^(s^2) - 1), s = ln 1.2 = 0.18232.
        double s2 = sigma * sigma;
        assertThat(result.value()).isCloseTo(120, within(1e-10));
        assertThat(result.variance()).isCloseTo(400 * Math.exp(s2) * (Math.exp(s2) - 1), within(1e-9));
        assertThat(result.standardDeviation()).isCloseTo(3.7386, within(1e-3));
        Sensitivity first = result.sensitivities().getFirst();
        assertThat(first.place()).isEqualTo(Sensitivity.Place.TECHNOSPHERE);
        assertThat(first.derivative()).isCloseTo(-0.1 * 100, within(1e-10));
        assertThat(first.elasticity()).isCloseTo(20.0 / 120, within(1e-12));
    }

    @Property(tries = 20)
    void derivativesAreThoseOfFiniteDifferences(@ForAll long seed) {
        Sample sample = Sample.of(seed, 12);
        UncertainData data = spread(sample.database(), sample.factors(), 0.1);
        Demand demand = Demand.of(2, 1);
        Intensities intensities = sample.engine().adjoint(sample.factors());
        FirstOrder result = FirstOrder.of(
                sample.database(), intensities, data, sample.engine().solve(demand), 0, Ranking.ELASTICITY, 5);
        for (Sensitivity s : result.sensitivities()) {
            if (s.place() == Sensitivity.Place.TECHNOSPHERE) {
                double step = 1e-6 * Math.abs(sample.database().technosphere().get(s.row(), s.column()));
                double up = changed(sample, s, step, demand);
                double down = changed(sample, s, -step, demand);
                assertThat((up - down) / (2 * step))
                        .isCloseTo(s.derivative(), within(1e-4 * (1 + Math.abs(s.derivative()))));
            }
        }
    }

    private static double changed(Sample sample, Sensitivity s, double step, Demand demand) {
        SparseMatrix a =
                WhatIf.changed(sample.database().technosphere(), List.of(new WhatIf.Change(s.row(), s.column(), step)));
        LifeCycleDatabase database = new LifeCycleDatabase(a, sample.database().biosphere());
        return LifeCycleEngine.of(database).adjoint(sample.factors()).footprint(demand)[0];
    }

    @Test
    void firstOrderAgreesWithMonteCarlo() {
        for (long seed = 1; seed <= 3; seed++) {
            Sample sample = Sample.of(seed, 40);
            UncertainData data = spread(sample.database(), sample.factors(), 0.1);
            Demand demand = Demand.of(5, 1);
            Intensities intensities = sample.engine().adjoint(sample.factors());
            FirstOrder first = FirstOrder.of(
                    sample.database(), intensities, data, sample.engine().solve(demand), 0, Ranking.VARIANCE, 0);
            Samples samples = new MonteCarlo(sample.engine(), data, 42)
                    .run(List.of(demand), 0, 4000, run -> {})
                    .getFirst();
            assertThat(samples.standardDeviation() / first.standardDeviation()).isCloseTo(1, within(0.06));
            assertThat(samples.mean()).isCloseTo(first.value(), within(0.02 * first.value()));
            assertThat(samples.failed()).isZero();
        }
    }

    @Test
    void theSameSeedGivesTheSameRunsAndProgressCountsThem() {
        Sample sample = Sample.of(1, 20);
        UncertainData data = spread(sample.database(), sample.factors(), 0.3);
        AtomicInteger most = new AtomicInteger();
        MonteCarlo monteCarlo = new MonteCarlo(sample.engine(), data, 7);
        List<Samples> first =
                monteCarlo.run(List.of(Demand.of(1, 1)), 0, 50, run -> most.accumulateAndGet(run, Math::max));
        List<Samples> again = monteCarlo.run(List.of(Demand.of(1, 1)), 0, 50, run -> {});
        assertThat(first.getFirst().values()).containsExactly(again.getFirst().values());
        assertThat(most).hasValue(50);
        List<Samples> other = new MonteCarlo(sample.engine(), data, 8).run(List.of(Demand.of(1, 1)), 0, 50, run -> {});
        assertThat(first.getFirst().values()).isNotEqualTo(other.getFirst().values());
    }

    @Test
    void sharedDataCancelsInAComparison() {
        Sample sample = Sample.of(4, 30);
        UncertainData data = spread(sample.database(), sample.factors(), 0.3);
        Demand a = Demand.of(5, 1);
        Demand b = a.times(1.05);
        DemandComparison comparison =
                DemandComparison.of(sample.engine(), sample.engine().adjoint(sample.factors()), data, a, b, 0);
        List<Samples> samples = new MonteCarlo(sample.engine(), data, 3).run(List.of(a, b), 0, 500, run -> {});
        // Five per cent more of the same is always worse, although both intervals overlap nearly completely.
        assertThat(samples.get(0).probabilityBelow(samples.get(1))).isEqualTo(1);
        assertThat(comparison.probabilityFirstLower()).isGreaterThan(0.99);
        assertThat(samples.get(0).quantile(0.95)).isGreaterThan(samples.get(1).quantile(0.05));
    }

    @Test
    void comparisonToFirstOrderAgreesWithPairedSamples() {
        Sample sample = Sample.of(11, 30);
        UncertainData data = spread(sample.database(), sample.factors(), 0.15);
        Intensities intensities = sample.engine().adjoint(sample.factors());
        Demand a = Demand.of(5, 1);
        double ratio = intensities.of(5, 0) / intensities.of(9, 0);
        Demand b = Demand.of(9, 1.08 * ratio);
        DemandComparison comparison = DemandComparison.of(sample.engine(), intensities, data, a, b, 0);
        List<Samples> samples = new MonteCarlo(sample.engine(), data, 3).run(List.of(a, b), 0, 3000, run -> {});
        assertThat(comparison.probabilityFirstLower())
                .isCloseTo(samples.get(0).probabilityBelow(samples.get(1)), within(0.05));
        assertThat(comparison.standardDeviation())
                .isCloseTo(
                        samples.get(0).minus(samples.get(1)).standardDeviation(),
                        within(0.1 * comparison.standardDeviation()));
    }

    @Test
    void sigmaOfARelativeVarianceIsItsInverse() {
        Spreads spreads = Spreads.of(new double[] {0.3});
        assertThat(Spreads.sigmaOf(spreads.relativeVariance(0))).isCloseTo(0.3, within(1e-12));
        Spreads stated = Spreads.ofUncertainties(
                List.of(Uncertainty.lognormal(Math.exp(0.3)), Uncertainty.unknown(), Uncertainty.plusMinus(20)));
        assertThat(stated.relativeVariance(0)).isCloseTo(spreads.relativeVariance(0), within(1e-12));
        assertThat(stated.relativeVariance(1)).isZero();
        assertThat(Math.sqrt(stated.relativeVariance(2))).isCloseTo(0.2 / 1.959964, within(1e-6));
        assertThatThrownBy(() -> Spreads.of(new double[] {-1})).hasMessageContaining("entry 0");
    }
}
