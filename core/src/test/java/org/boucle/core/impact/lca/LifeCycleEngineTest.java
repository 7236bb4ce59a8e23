package org.boucle.core.impact.lca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.boucle.core.impact.solver.LinearSystem;
import org.boucle.core.impact.solver.SparseMatrix;
import org.boucle.core.impact.solver.Systems;
import org.junit.jupiter.api.Test;

class LifeCycleEngineTest {
    /**
     * The textbook pair of Heijungs and Suh: electricity (10 kWh from 2 l of fuel, 1 kg CO2, 0.1 kg SO2) and fuel (100 l,
     * 10 kg CO2, 2 kg SO2, 50 l of crude oil).
     */
    static final LifeCycleDatabase TEXTBOOK = new LifeCycleDatabase(
            Systems.of(new double[][] {{-2, 100}, {10, 0}}), Systems.of(new double[][] {{1, 10}, {0.1, 2}, {0, -50}}));

    static final Characterisation WARMING = new Characterisation(Systems.of(new double[][] {{1, 0, 0}, {0, 2, 0.5}}));

    @Test
    void textbookInventory() {
        LifeCycleEngine engine = LifeCycleEngine.of(TEXTBOOK);
        Inventory inventory = engine.solve(Demand.of(1, 1000));
        assertThat(inventory.scaling()).containsExactly(new double[] {100, 2}, within(1e-12));
        assertThat(inventory.interventions()).containsExactly(new double[] {120, 14, -100}, within(1e-12));
        assertThat(engine.productOf(0)).isEqualTo(1);
        assertThat(engine.activityOf(0)).isEqualTo(1);
    }

    @Test
    void textbookIntensities() {
        Intensities intensities = LifeCycleEngine.of(TEXTBOOK).adjoint(WARMING);
        assertThat(intensities.of(1, 0)).isCloseTo(0.12, within(1e-15));
        assertThat(intensities.of(0, 0)).isCloseTo(0.1, within(1e-15));
        assertThat(intensities.footprint(Demand.of(1, 1000)))
                .containsExactly(new double[] {120, 2 * 14 - 0.5 * 100}, within(1e-12));
    }

    @Property(tries = 100)
    void adjointGivesTheFootprintsOfForwardSolutions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
        Sample sample = Sample.of(seed, n);
        Intensities intensities = sample.engine().adjoint(sample.factors());
        Demand demand = Demand.of((int) Math.floorMod(seed, (long) n), 3).plus(Demand.of(0, -1));
        double[] forward = sample.factors()
                .of(sample.database().biosphere())
                .times(sample.engine().solve(demand).scaling());
        assertThat(intensities.footprint(demand)).containsExactly(forward, within(1e-9 * Systems.largest(forward)));
    }

    @Property(tries = 100)
    void everyNodeOfATreeIsTheSumOfItsParts(@ForAll long seed) {
        Sample sample = Sample.of(seed, 30);
        Intensities intensities = sample.engine().adjoint(sample.factors());
        Demand demand = Demand.of(3, 2);
        List<Contribution> roots = ContributionTree.STANDARD.of(sample.engine(), intensities, demand, 1);
        assertThat(roots.getFirst().impact()).isEqualTo(intensities.footprint(demand)[1]);
        assertSums(roots.getFirst());
    }

    private static void assertSums(Contribution node) {
        double parts = node.direct()
                + node.omitted()
                + node.inputs().stream().mapToDouble(Contribution::impact).sum();
        assertThat(parts).isCloseTo(node.impact(), within(1e-9 * (1 + Math.abs(node.impact()))));
        node.inputs().forEach(LifeCycleEngineTest::assertSums);
    }

    @Property(tries = 50)
    void whatGoesIntoANodeOfTheSankeyIsWhatPassesThroughIt(@ForAll long seed) {
        Sample sample = Sample.of(seed, 25);
        Intensities intensities = sample.engine().adjoint(sample.factors());
        Demand demand = Demand.of(3, 2);
        double[] scaling = sample.engine().solve(demand).scaling();
        Sankey sankey = Sankey.of(sample.engine(), intensities, demand, scaling, 0, 25);
        for (Sankey.Node node : sankey.nodes()) {
            double in = sankey.links().stream()
                    .filter(link -> link.consumer() == node.activity())
                    .mapToDouble(Sankey.Link::impact)
                    .sum();
            assertThat(in + node.direct()).isCloseTo(node.throughput(), within(1e-9 * (1 + Math.abs(sankey.total()))));
        }
    }

    @Test
    void treeOfTheTextbook() {
        LifeCycleEngine engine = LifeCycleEngine.of(TEXTBOOK);
        Contribution root = ContributionTree.STANDARD
                .of(engine, engine.adjoint(WARMING), Demand.of(1, 1000), 0)
                .getFirst();
        assertThat(root.direct()).isCloseTo(100, within(1e-12));
        assertThat(root.inputs()).hasSize(1);
        assertThat(root.inputs().getFirst().amount()).isCloseTo(200, within(1e-12));
        assertThat(root.inputs().getFirst().impact()).isCloseTo(20, within(1e-12));
    }

    @Property(tries = 100)
    void lowRankChangeEqualsAFullSolve(@ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int changes) {
        Sample sample = Sample.of(seed, 40);
        SplittableRandom random = new SplittableRandom(seed);
        List<WhatIf.Change> list = IntStream.range(0, changes)
                .mapToObj(k -> new WhatIf.Change(random.nextInt(40), random.nextInt(40), -0.2 * random.nextDouble()))
                .toList();
        Demand demand = Demand.of(7, 1);
        SparseMatrix changed = WhatIf.changed(sample.database().technosphere(), list);
        double[] full = LinearSystem.prepare(changed)
                .orThrow()
                .solve(demand.toVector(40))
                .values();
        WhatIf whatIf = ((WhatIf.Outcome.Changed) WhatIf.of(sample.engine(), list, Map.of())).whatIf();
        assertThat(whatIf.scaling(demand)).containsExactly(full, within(1e-8 * Systems.largest(full)));
        DirectImpacts direct = sample.factors().of(sample.database().biosphere());
        assertThat(whatIf.footprint(direct, demand))
                .containsExactly(direct.times(full), within(1e-8 * Systems.largest(direct.times(full))));
    }

    @Test
    void whatIfElectricityTookTwiceTheFuel() {
        LifeCycleEngine engine = LifeCycleEngine.of(TEXTBOOK);
        WhatIf.Outcome outcome =
                WhatIf.of(engine, List.of(new WhatIf.Change(0, 0, -2)), Map.of(0, new double[] {0.5, 0}));
        WhatIf whatIf = ((WhatIf.Outcome.Changed) outcome).whatIf();
        Demand demand = Demand.of(1, 1000);
        assertThat(whatIf.scaling(demand)).containsExactly(new double[] {100, 4}, within(1e-12));
        assertThat(whatIf.footprint(WARMING.of(TEXTBOOK.biosphere()), demand)[0])
                .isCloseTo(100 * 1.5 + 40, within(1e-10));
    }

    @Test
    void aChangeThatLeavesNoSolutionSaysSo() {
        LifeCycleEngine engine = LifeCycleEngine.of(TEXTBOOK);
        assertThat(WhatIf.of(engine, List.of(new WhatIf.Change(1, 0, -10)), Map.of()))
                .isInstanceOf(WhatIf.Outcome.NoSolution.class);
    }

    @Test
    void demandsAreChecked() {
        assertThatThrownBy(() -> Demand.of(0, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Demand.of(9, 1).toVector(2)).hasMessageContaining("Product 9");
        assertThatThrownBy(() -> new LifeCycleDatabase(SparseMatrix.empty(2, 2), SparseMatrix.empty(1, 3)))
                .hasMessageContaining("biosphere 3");
    }
}
