package org.boucle.core.impact.solver;

import java.util.List;

/** What came of preparing a linear system: a system that can be solved, or the reason why it cannot. */
public sealed interface Preparation {
    /**
     * The system can be solved.
     *
     * @param system the prepared system
     * @param weakestPivot the smallest share of a diagonal entry that was left when its turn came; below 1e-8 the
     *     system is nearly singular and results lose as many digits
     * @param weakestColumn the column of that entry, -1 when there is none
     */
    record Ready(LinearSystem system, double weakestPivot, int weakestColumn) implements Preparation {
        /** Whether so much of a diagonal entry cancels that results have lost half of their digits. */
        public boolean nearlySingular() {
            return weakestPivot < 1e-8;
        }
    }

    /** The matrix has more products than activities or fewer; maybe an allocation or a substitution is missing. */
    record NotSquare(int rows, int columns) implements Preparation {}

    /**
     * No choice of reference products gives each activity one of its own.
     *
     * @param columns the activities left without a product
     * @param rows the products left without an activity
     */
    record Unpaired(List<Integer> columns, List<Integer> rows) implements Preparation {
        public Unpaired {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The matrix is singular: a loop of activities consumes exactly what it makes.
     *
     * @param column an activity in the loop
     * @param pivot what was left of its diagonal entry, as a share
     */
    record Singular(int column, double pivot) implements Preparation {}

    /**
     * Neither sweeps nor elimination within the limits gave a solution that fits the equations.
     *
     * @param residual the relative residual reached
     */
    record Unsolved(double residual) implements Preparation {}

    /**
     * The system, where it could be prepared.
     *
     * @throws IllegalStateException otherwise, with the reason
     */
    default LinearSystem orThrow() {
        if (this instanceof Ready ready) {
            return ready.system();
        }
        throw new IllegalStateException(
                "The system cannot be solved: " + this + ". Maybe an activity consumes all that it makes?");
    }
}
