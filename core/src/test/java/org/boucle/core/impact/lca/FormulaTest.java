package org.boucle.core.impact.lca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.boucle.core.impact.solver.Systems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final Parameters ABC = new Parameters(
            Map.of("a", Formula.parse("2"), "b", Formula.parse("a ^ 2 + 1"), "c", Formula.parse("-0.5")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "2 ^ 3 ^ 2 | 512",
                "-2 ^ 2 | -4",
                "10 / 4 / 5 | 0.5",
                "b - a | 3",
                "1.5e-3 * 2 | 0.003",
                "min(3; a, 7) + max(1, 2) | 4",
                "if(a - 1, 10, 20) + if(c, 1, 2) | 12",
                "sqrt(b + 4) + abs(c) | 3.5",
                "ln(exp(a)) + log10(1000) | 5"
            })
    void evaluates(String text, double expected) {
        assertThat(ABC.evaluate(Formula.parse(text))).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ^ 3 | 12",
                "b * c | -2",
                "a / b | -0.12",
                "a ^ a | 6.772588722239781",
                "exp(c * a) | -0.18393972058572117",
                "max(a, 1) + min(a, 1) | 1",
                "sqrt(a) + ln(a) + log10(a) + abs(c * a) | 1.570700631545"
            })
    void derivesThroughOtherParameters(String text, double expected) {
        // da/da = 1 at a = 2, b = a^2 + 1 = 5 with db/da = 4, c = -0.5.
        assertThat(ABC.derivative(Formula.parse(text), "a").derivative()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void faultsSayWhere() {
        assertThatThrownBy(() -> Formula.parse("1 + ")).hasMessageContaining("ends too early (position 4)");
        assertThatThrownBy(() -> Formula.parse("2 $ 3")).hasMessageContaining("'$'");
        assertThatThrownBy(() -> Formula.parse("(1")).hasMessageContaining("')' is missing");
        assertThatThrownBy(() -> Formula.parse("sin(1)")).hasMessageContaining("Maybe one of");
        assertThatThrownBy(() -> Formula.parse("ln(1, 2)")).hasMessageContaining("1 arguments, not 2");
        assertThatThrownBy(() -> Formula.parse("1.2.3")).hasMessageContaining("not a number");
        assertThatThrownBy(() -> ABC.evaluate(Formula.parse("d"))).hasMessageContaining("no parameter 'd'");
        assertThatThrownBy(() -> ABC.evaluate(Formula.parse("1 / (a - 2)"))).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new Parameters(Map.of("x", Formula.parse("y"), "y", Formula.parse("x + 1"))).values())
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> Formula.parse("(".repeat(5000))).isInstanceOf(FormulaError.class);
        assertThatThrownBy(() -> Formula.parse("1".repeat(20_000))).isInstanceOf(FormulaError.class);
    }

    @Property(tries = 500)
    void anyTextEndsInAFormulaOrAFormulaError(@ForAll String text) {
        try {
            Formula.parse(text).names();
        } catch (FormulaError clear) {
            assertThat(clear.getMessage()).isNotBlank();
        }
    }

    @Test
    void parametersMoveTheMatrixAndTheFootprint() {
        ParameterisedMatrix matrix = new ParameterisedMatrix(
                LifeCycleEngineTest.TEXTBOOK.technosphere(),
                List.of(new ParameterisedMatrix.Cell(0, 0, Formula.parse("-10 * fuel / efficiency"))));
        Parameters parameters =
                new Parameters(Map.of("fuel", Formula.parse("0.1"), "efficiency", Formula.parse("0.5")));
        assertThat(matrix.at(parameters)).isEqualTo(LifeCycleEngineTest.TEXTBOOK.technosphere());
        LifeCycleEngine engine = LifeCycleEngine.of(LifeCycleEngineTest.TEXTBOOK);
        Intensities intensities = engine.adjoint(LifeCycleEngineTest.WARMING);
        double[] scaling = engine.solve(Demand.of(1, 1000)).scaling();
        // Footprint 100 + 20 * (0.5 / efficiency), so its derivative at 0.5 is -20 / 0.5.
        assertThat(matrix.sensitivity(parameters, "efficiency", intensities, scaling, 0))
                .isCloseTo(-40, within(1e-10));
        LifeCycleDatabase better = new LifeCycleDatabase(
                matrix.at(parameters.with("efficiency", 1)), LifeCycleEngineTest.TEXTBOOK.biosphere());
        assertThat(LifeCycleEngine.of(better)
                        .adjoint(LifeCycleEngineTest.WARMING)
                        .footprint(Demand.of(1, 1000))[0])
                .isCloseTo(110, within(1e-10));
        assertThatThrownBy(() -> new ParameterisedMatrix(
                        Systems.of(new double[][] {{1, 0}, {0, 1}}),
                        List.of(new ParameterisedMatrix.Cell(0, 1, Formula.parse("1")))))
                .hasMessageContaining("no entry");
    }

    @org.junit.jupiter.api.Test
    void comparisonsAreOneOrZero() {
        Parameters none = Parameters.none();
        String[] true1 = {"2>1", "1<2", "2>=2", "2<=2", "2=2", "2==2", "1<>2", "1!=2", "if(2>1;1;0)", "pow(1;7)"};
        for (String formula : true1) {
            org.assertj.core.api.Assertions.assertThat(none.evaluate(Formula.parse(formula)))
                    .as(formula)
                    .isEqualTo(1);
        }
        org.assertj.core.api.Assertions.assertThat(none.evaluate(Formula.parse("if(1 > 2, 5, 3 + (1 >= 2))")))
                .isEqualTo(3);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Formula.parse("1 ! 2"))
                .isInstanceOf(FormulaError.class);
    }
}
