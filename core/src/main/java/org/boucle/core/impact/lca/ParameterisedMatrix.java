package org.boucle.core.impact.lca;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.boucle.core.impact.lca.Formula.Value;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * A matrix some of whose numbers are formulas over parameters. The formulas are evaluated before the matrix is used, so
 * a scenario changes values and never the pattern.
 *
 * @param pattern the matrix with every entry stored, those with formulas at any value
 * @param cells the numbers that are formulas
 */
public record ParameterisedMatrix(SparseMatrix pattern, List<Cell> cells) {

    /** A number that is a formula. */
    public record Cell(int row, int column, Formula formula) {}

    /** A number with its derivative by a parameter. */
    public record Derivative(int row, int column, double derivative) {}

    public ParameterisedMatrix {
        cells = List.copyOf(cells);
        for (Cell cell : cells) {
            if (pattern.find(cell.row(), cell.column()) < 0) {
                throw new IllegalArgumentException(
                        "The pattern has no entry at row " + cell.row() + ", column " + cell.column() + ".");
            }
        }
    }

    /** The matrix at given parameters. */
    public SparseMatrix at(Parameters parameters) {
        Function<String, Value> names = Parameters.lookup(parameters.evaluator(""));
        double[] values = pattern.values();
        for (Cell cell : cells) {
            Value value = Parameters.finite(cell.formula().evaluate(names), cell.toString());
            values[pattern.find(cell.row(), cell.column())] = value.value();
        }
        return pattern.withValues(values);
    }

    /** The derivatives of all formula numbers by one parameter; those that do not depend on it are left out. */
    public List<Derivative> derivatives(Parameters parameters, String by) {
        Map<String, Value> known = parameters.evaluator(by);
        return cells.stream()
                .map(cell -> new Derivative(
                        cell.row(),
                        cell.column(),
                        cell.formula().evaluate(Parameters.lookup(known)).derivative()))
                .filter(derivative -> derivative.derivative() != 0)
                .toList();
    }

    /**
     * How much an impact moves per unit of a parameter of the technosphere: &Sigma; -&lambda;<sub>i</sub>
     * s<sub>j</sub> da<sub>ij</sub>/dp.
     */
    public double sensitivity(
            Parameters parameters, String by, Intensities intensities, double[] scaling, int category) {
        return derivatives(parameters, by).stream()
                .mapToDouble(d -> -intensities.of(d.row(), category) * scaling[d.column()] * d.derivative())
                .sum();
    }
}
