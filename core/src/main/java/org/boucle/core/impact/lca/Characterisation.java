package org.boucle.core.impact.lca;

import org.boucle.core.impact.solver.SparseMatrix;

/**
 * Impact per unit of intervention, for several categories at once.
 *
 * @param factors categories by interventions
 */
public record Characterisation(SparseMatrix factors) {

    /** The number of categories. */
    public int categories() {
        return factors.rows();
    }

    /** The direct impacts of one unit of each activity: C B. */
    public DirectImpacts of(SparseMatrix biosphere) {
        if (factors.columns() != biosphere.rows()) {
            throw new IllegalArgumentException("The factors cover " + factors.columns()
                    + " interventions, the database " + biosphere.rows() + ".");
        }
        int categories = categories();
        double[] values = new double[biosphere.columns() * categories];
        biosphere.forEach((flow, activity, amount) -> {
            for (int p = factors.columnStart(flow); p < factors.columnStart(flow + 1); p++) {
                values[activity * categories + factors.rowAt(p)] += factors.valueAt(p) * amount;
            }
        });
        return new DirectImpacts(categories, values);
    }
}
