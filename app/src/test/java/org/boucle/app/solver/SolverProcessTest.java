package org.boucle.app.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.ModelBuilder;
import org.boucle.features.territory.linear.Outcome;
import org.junit.jupiter.api.Test;

class SolverProcessTest {
    @Test
    void answersEachKindOfModel() {
        try (SolverProcess solver = new SolverProcess()) {
            assertThat(solver.solve(knapsack(), Limits.USUAL)).isInstanceOfSatisfying(Outcome.Solved.class, solved -> {
                assertThat(solved.value()).isCloseTo(21, within(1e-6));
                assertThat(solved.bound()).isCloseTo(21, within(1e-3));
                assertThat(solved.isProvenBest()).isTrue();
            });
            assertThat(solver.solve(line(5, 3), Limits.USUAL)).isInstanceOf(Outcome.Infeasible.class);
            assertThat(solver.solve(line(1, Double.POSITIVE_INFINITY), Limits.USUAL))
                    .isInstanceOfAny(Outcome.Unbounded.class, Outcome.Failed.class, Outcome.Infeasible.class);
            assertThat(solver.solve(line(1, 4), Limits.USUAL))
                    .isInstanceOfSatisfying(
                            Outcome.Solved.class, s -> assertThat(s.value()).isEqualTo(4));
        }
    }

    @Test
    void aWorkerThatCannotStartIsAnAnswer() {
        try (SolverProcess solver = new SolverProcess(List.of("-XX:NoSuchOption"))) {
            assertThat(solver.solve(knapsack(), Limits.USUAL)).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void aWorkerThatDiesIsAnAnswerAndTheNextModelIsSolved() {
        try (SolverProcess solver = new SolverProcess()) {
            assertThat(solver.solve(knapsack(), Limits.USUAL)).isInstanceOf(Outcome.Solved.class);
            ProcessHandle.current()
                    .children()
                    .filter(SolverProcessTest::isWorker)
                    .forEach(ProcessHandle::destroyForcibly);
            Outcome after = solver.solve(knapsack(), Limits.USUAL);
            assertThat(after).isInstanceOfAny(Outcome.Failed.class, Outcome.Solved.class);
            assertThat(solver.solve(knapsack(), Limits.USUAL)).isInstanceOf(Outcome.Solved.class);
        }
    }

    private static boolean isWorker(ProcessHandle child) {
        return child.info()
                .arguments()
                .map(args -> List.of(args).contains(SolverWorker.class.getName()))
                .orElse(false);
    }

    /** Values 8, 11, 6, 4; weights 5, 7, 4, 3; room for 14: the best three weigh 14 and are worth 21. */
    private static LinearModel knapsack() {
        ModelBuilder builder = ModelBuilder.maximising();
        double[] worth = {8, 11, 6, 4};
        double[] weight = {5, 7, 4, 3};
        for (double each : worth) {
            builder.choice(each);
        }
        builder.rowAtMost(14);
        for (int i = 0; i < 4; i++) {
            builder.entry(i, weight[i]);
        }
        return builder.build();
    }

    private static LinearModel line(double from, double to) {
        ModelBuilder builder = ModelBuilder.maximising();
        builder.variable(1, 0, ModelBuilder.INFINITY);
        builder.row(from, Double.POSITIVE_INFINITY);
        builder.entry(0, 1);
        builder.rowAtMost(to);
        builder.entry(0, 1);
        return builder.build();
    }
}
