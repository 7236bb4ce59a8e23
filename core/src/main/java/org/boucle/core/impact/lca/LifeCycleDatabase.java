package org.boucle.core.impact.lca;

import org.boucle.core.impact.solver.SparseMatrix;

/**
 * The two matrices of a life-cycle database.
 *
 * @param technosphere products by activities; outputs positive, inputs negative, each in its product's unit
 * @param biosphere interventions by activities; emissions positive, resources taken as the importer defines
 */
public record LifeCycleDatabase(SparseMatrix technosphere, SparseMatrix biosphere) {
    public LifeCycleDatabase {
        if (technosphere.columns() != biosphere.columns()) {
            throw new IllegalArgumentException("The technosphere has " + technosphere.columns()
                    + " activities, the biosphere " + biosphere.columns() + ".");
        }
    }

    /** The number of activities. */
    public int activities() {
        return technosphere.columns();
    }

    /** The number of products. */
    public int products() {
        return technosphere.rows();
    }

    /** The number of interventions. */
    public int interventions() {
        return biosphere.rows();
    }
}
