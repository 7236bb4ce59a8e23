package org.boucle.core.impact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinearSystemTest {
    private static final Limits SWEEPS_ONLY = new Limits(0, 4e8, 0.4, 1, 20_000, 1e-14);
    private static final Limits NEVER_DENSE = new Limits(1.5e9, 4e8, 2, 2500, 20_000, 1e-14);

    @Property(tries = 200)
    void solvesLikeTextbookElimination(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @DoubleRange(max = 0.5) double fill) {
        SparseMatrix a = Systems.technosphere(new SplittableRandom(seed), n, fill);
        double[] f = Systems.vector(new SplittableRandom(seed + 1), n);
        double[] expected = Systems.solveDense(a, f);
        for (Limits limits : new Limits[] {Limits.STANDARD, NEVER_DENSE, SWEEPS_ONLY}) {
            LinearSystem system = LinearSystem.prepare(a, limits).orThrow();
            assertThat(system.solve(f).values()).containsExactly(expected, within(1e-9 * Systems.largest(expected)));
            assertThat(system.solve(f).residual()).isLessThan(1e-12);
        }
    }

    @Property(tries = 200)
    void solvesMatricesWithoutAnyStructure(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        SparseMatrix a = Systems.anything(new SplittableRandom(seed), n);
        double[] expected = Systems.vector(new SplittableRandom(seed + 1), n);
        if (LinearSystem.prepare(a) instanceof Preparation.Ready ready) {
            assertThat(ready.system().solve(a.times(expected)).residual()).isLessThan(1e-12);
            assertThat(ready.system().solveTransposed(expected).residual()).isLessThan(1e-12);
        } else {
            assertThat(Math.abs(Systems.determinant(a))).isLessThan(1e-6);
        }
    }

    @Property(tries = 100)
    void transposedSolutionAgreesWithForwardSolution(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int n,
            @ForAll @IntRange(min = 1, max = 9) int sides) {
        SparseMatrix a = Systems.technosphere(new SplittableRandom(seed), n, 0.2);
        SplittableRandom random = new SplittableRandom(seed + 1);
        double[] f = Systems.vector(random, n);
        double[] g = Systems.vector(random, n * sides);
        for (Limits limits : new Limits[] {Limits.STANDARD, SWEEPS_ONLY}) {
            LinearSystem system = LinearSystem.prepare(a, limits).orThrow();
            double[] x = system.solve(f).values();
            double[] lambda = system.solveTransposed(g, sides).values();
            for (int s = 0; s < sides; s++) {
                double forward = 0;
                double backward = 0;
                for (int i = 0; i < n; i++) {
                    forward += g[i * sides + s] * x[i];
                    backward += lambda[i * sides + s] * f[i];
                }
                assertThat(backward).isCloseTo(forward, within(1e-9 * (1 + Math.abs(forward))));
            }
        }
    }

    @Property(tries = 60)
    void manySidesOfTheTransposedSystemAreSolvedLikeEachAlone(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll @IntRange(min = 5, max = 40) int sides,
            @ForAll @DoubleRange(max = 0.5) double fill) {
        SparseMatrix a = Systems.technosphere(new SplittableRandom(seed), n, fill);
        double[] g = Systems.vector(new SplittableRandom(seed + 1), n * sides);
        for (Limits limits : new Limits[] {Limits.STANDARD, NEVER_DENSE, SWEEPS_ONLY}) {
            LinearSystem system = LinearSystem.prepare(a, limits).orThrow();
            Solution together = system.solveTransposed(g, sides);
            assertThat(together.residual()).isLessThan(1e-14 + 4 * n * Math.ulp(1.0));
            for (int s = 0; s < sides; s += 3) {
                double[] alone = new double[n];
                double[] picked = new double[n];
                for (int i = 0; i < n; i++) {
                    alone[i] = g[i * sides + s];
                    picked[i] = together.values()[i * sides + s];
                }
                double[] expected = system.solveTransposed(alone).values();
                assertThat(picked).containsExactly(expected, within(1e-12 * Systems.largest(expected)));
            }
        }
    }

    @Test
    void manySidesTellANumberThatIsNone() {
        SparseMatrix a = Systems.technosphere(new SplittableRandom(3), 30, 0.05);
        double[] g = Systems.vector(new SplittableRandom(4), 30 * 16);
        g[7 * 16 + 11] = Double.POSITIVE_INFINITY;
        assertThat(LinearSystem.prepare(a).orThrow().solveTransposed(g, 16).residual())
                .isNaN();
    }

    @Property(tries = 50)
    void severalSidesAreSolvedLikeEachAlone(@ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int sides) {
        int n = 50;
        SparseMatrix a = Systems.technosphere(new SplittableRandom(seed), n, 0.15);
        double[] f = Systems.vector(new SplittableRandom(seed + 1), n * sides);
        LinearSystem system = LinearSystem.prepare(a).orThrow();
        double[] together = system.solve(f, sides).values();
        for (int s = 0; s < sides; s++) {
            double[] alone = new double[n];
            for (int i = 0; i < n; i++) {
                alone[i] = f[i * sides + s];
            }
            double[] x = system.solve(alone).values();
            for (int i = 0; i < n; i++) {
                assertThat(together[i * sides + s]).isCloseTo(x[i], within(1e-10 * Systems.largest(x)));
            }
        }
    }

    @Test
    void rowsInAnyOrderArePairedWithColumns() {
        int n = 5000;
        int[] rows = new int[2 * n - 1];
        int[] columns = new int[2 * n - 1];
        double[] values = new double[2 * n - 1];
        for (int j = 0; j < n; j++) {
            rows[j] = (j + 1) % n;
            columns[j] = j;
            values[j] = 2;
        }
        for (int j = 1; j < n; j++) {
            rows[n + j - 1] = (j + 2) % n;
            columns[n + j - 1] = j - 1;
            values[n + j - 1] = -1;
        }
        SparseMatrix a = SparseMatrix.of(n, n, rows, columns, values);
        double[] f = Systems.vector(new SplittableRandom(3), n);
        Solution solution = LinearSystem.prepare(a).orThrow().solve(f);
        assertThat(solution.residual()).isLessThan(1e-14);
    }

    @Test
    void zeroDiagonalInsideALoopIsSolved() {
        SparseMatrix a = Systems.of(new double[][] {{0, 1, 0}, {1, 0, 1}, {0, 2, 1}});
        assertThat(LinearSystem.prepare(a)
                        .orThrow()
                        .solve(new double[] {1, 2, 3})
                        .values())
                .containsExactly(new double[] {1, 1, 1}, within(1e-14));
    }

    @Test
    void aLoopThatConsumesAllItMakesIsSingular() {
        SparseMatrix a = Systems.of(new double[][] {{1, -1, 0}, {-1, 1, 0}, {-0.5, 0, 1}});
        assertThat(LinearSystem.prepare(a)).isInstanceOf(Preparation.Singular.class);
        assertThatThrownBy(() -> LinearSystem.prepare(a).orThrow()).hasMessageContaining("Maybe");
    }

    @Test
    void aLargeSingularLoopIsFoundWhereverItIsHidden() {
        SplittableRandom random = new SplittableRandom(9);
        for (int n : new int[] {3, 30, 120}) {
            double[][] dense = new double[n][n];
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    dense[i][j] = i == j ? 0 : -random.nextDouble();
                    sum -= dense[i][j];
                }
                dense[j][j] = sum;
            }
            assertThat(LinearSystem.prepare(Systems.of(dense))).isInstanceOf(Preparation.Singular.class);
        }
    }

    @Test
    void nearlySingularSystemIsSolvedAndSaysSo() {
        double gap = 1e-11;
        SparseMatrix a = Systems.of(new double[][] {{1, -1}, {-1 + gap, 1}});
        Preparation prepared = LinearSystem.prepare(a);
        assertThat(prepared).isInstanceOf(Preparation.Ready.class);
        assertThat(((Preparation.Ready) prepared).nearlySingular()).isTrue();
        assertThat(prepared.orThrow().solve(new double[] {1, 0}).values()[0] * gap)
                .isCloseTo(1, within(1e-4));
    }

    @Test
    void missingReferenceProductsAreNamed() {
        SparseMatrix a = Systems.of(new double[][] {{1, 2, 0}, {0, 0, 0}, {0, 0, 1}});
        assertThat(LinearSystem.prepare(a)).isInstanceOfSatisfying(Preparation.Unpaired.class, unpaired -> {
            assertThat(unpaired.columns()).containsExactly(1);
            assertThat(unpaired.rows()).containsExactly(1);
        });
        assertThat(LinearSystem.prepare(SparseMatrix.empty(2, 3))).isEqualTo(new Preparation.NotSquare(2, 3));
    }

    @Test
    void valuesThatAreNotNumbersAreRefusedWithTheirPlace() {
        int[] zero = {0};
        assertThatThrownBy(() -> SparseMatrix.of(1, 1, zero, zero, new double[] {Double.NaN}))
                .hasMessageContaining("row 0, column 0 is NaN");
        assertThatThrownBy(() -> SparseMatrix.of(1, 1, new int[] {1}, zero, new double[] {1}))
                .hasMessageContaining("outside");
    }

    @Test
    void aLoopThatGainsIsSolvedThoughSweepsWouldDiverge() {
        SparseMatrix a = Systems.of(new double[][] {{1, -3}, {-2, 1}});
        assertThat(LinearSystem.prepare(a, SWEEPS_ONLY)).isNotInstanceOf(Preparation.Ready.class);
        assertThat(LinearSystem.prepare(a).orThrow().solve(new double[] {-5, 0}).values())
                .containsExactly(new double[] {1, 2}, within(1e-14));
    }

    @Property(tries = 100)
    void whatIsLostNearSingularityIsSaid(@ForAll long seed, @ForAll @IntRange(min = 2, max = 16) int exponent) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] loop = Systems.dense(Systems.technosphere(random, 12, 0.3));
        for (int i = 0; i < 12; i++) {
            // A loop through all activities that gives back all but a sliver of what it takes.
            int next = (i + 1) % 12;
            double gain = i == 0 ? 1 - Math.pow(10, -exponent) : 1;
            for (int j = 0; j < 12; j++) {
                loop[j][i] = j == i ? 1 : j == next ? -gain : 0;
            }
        }
        double sliver = 1 - (1 - Math.pow(10, -exponent));
        double[] f = new double[12];
        f[3] = 1;
        switch (LinearSystem.prepare(Systems.of(loop))) {
            case Preparation.Ready ready -> {
                assertThat(ready.nearlySingular()).isEqualTo(sliver < 1e-8);
                assertThat(ready.system().solve(f).values()[3] * sliver).isCloseTo(1, within(1e-15 / sliver + 1e-9));
            }
            case Preparation.Singular singular -> assertThat(sliver).isLessThan(2e-13);
            default -> throw new AssertionError("neither solved nor singular");
        }
    }

    @Test
    void thePredictedFillDecidesBetweenEliminationAndSweeps() {
        SparseMatrix a = Systems.technosphere(new SplittableRandom(6), 400, 0.02);
        double[] f = Systems.vector(new SplittableRandom(7), 400);
        LinearSystem eliminated = LinearSystem.prepare(a).orThrow();
        assertThat(eliminated.plan().iterated()).isZero();
        assertThat(eliminated.solve(f).sweeps()).isZero();
        Limits tight = new Limits(eliminated.plan().predictedWork() / 2, 4e8, 0.4, 2500, 20_000, 1e-14);
        LinearSystem swept = LinearSystem.prepare(a, tight).orThrow();
        assertThat(swept.plan().iterated()).isEqualTo(swept.plan().largestBlock());
        assertThat(swept.solve(f).sweeps()).isPositive();
        double[] expected = eliminated.solve(f).values();
        assertThat(swept.solve(f).values()).containsExactly(expected, within(1e-11 * Systems.largest(expected)));
    }

    @Test
    void manyColumnsWithoutARowAreFoundAtOnce() {
        int n = 200_000;
        int[] zeros = new int[n];
        int[] columns = new int[n];
        double[] values = new double[n];
        for (int j = 0; j < n; j++) {
            columns[j] = j;
            values[j] = 1;
        }
        assertThat(LinearSystem.prepare(SparseMatrix.of(n, n, zeros, columns, values)))
                .isInstanceOfSatisfying(
                        Preparation.Unpaired.class,
                        unpaired -> assertThat(unpaired.rows()).hasSize(n - 1));
    }

    @Property(tries = 50)
    void newValuesReuseThePlan(@ForAll long seed) {
        SparseMatrix a = Systems.technosphere(new SplittableRandom(seed), 60, 0.1);
        double[] values = a.values();
        SplittableRandom random = new SplittableRandom(seed);
        for (int p = 0; p < values.length; p++) {
            values[p] *= 0.9 + 0.1 * random.nextDouble();
        }
        SparseMatrix changed = a.withValues(values);
        double[] f = Systems.vector(random, 60);
        double[] renewed = LinearSystem.prepare(a)
                .orThrow()
                .withValues(changed)
                .orThrow()
                .solve(f)
                .values();
        double[] fresh = Systems.solveDense(changed, f);
        assertThat(renewed).containsExactly(fresh, within(1e-9 * Systems.largest(fresh)));
    }

    @Test
    void emptySystemHasTheEmptySolution() {
        assertThat(LinearSystem.prepare(SparseMatrix.empty(0, 0))
                        .orThrow()
                        .solve(new double[0])
                        .values())
                .isEmpty();
    }
}
