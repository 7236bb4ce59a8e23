package org.boucle.core.impact.lca;

import org.boucle.core.impact.solver.LinearSystem;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.impact.solver.Solution;

/** A life-cycle database that is ready to answer: inventories, intensities and everything derived from them. */
public final class LifeCycleEngine {
    private final LifeCycleDatabase database;
    private final LinearSystem system;
    private final int[] productOf;
    private final int[] activityOf;

    private LifeCycleEngine(LifeCycleDatabase database, LinearSystem system) {
        this.database = database;
        this.system = system;
        productOf = system.plan().matchedRows();
        activityOf = new int[productOf.length];
        for (int activity = 0; activity < productOf.length; activity++) {
            activityOf[productOf[activity]] = activity;
        }
    }

    /** Analyses a database; the outcome says why where it cannot be solved. */
    public static Preparation prepare(LifeCycleDatabase database) {
        return LinearSystem.prepare(database.technosphere());
    }

    /** The engine of a database whose preparation succeeded. */
    public static LifeCycleEngine of(LifeCycleDatabase database, LinearSystem system) {
        if (!system.matrix().equals(database.technosphere())) {
            throw new IllegalArgumentException("The system was prepared for another technosphere.");
        }
        return new LifeCycleEngine(database, system);
    }

    /**
     * The engine of a database.
     *
     * @throws IllegalStateException if the database cannot be solved; use {@link #prepare} to ask first
     */
    public static LifeCycleEngine of(LifeCycleDatabase database) {
        return new LifeCycleEngine(database, prepare(database).orThrow());
    }

    /** The database. */
    public LifeCycleDatabase database() {
        return database;
    }

    /** The prepared system. */
    public LinearSystem system() {
        return system;
    }

    /** The product that an activity is there for. */
    public int productOf(int activity) {
        return productOf[activity];
    }

    /** The activity that makes a product. */
    public int activityOf(int product) {
        return activityOf[product];
    }

    /** The scaling of activities and the inventory for a demand. */
    public Inventory solve(Demand demand) {
        Solution solution = system.solve(demand.toVector(database.products()));
        return new Inventory(solution.values(), database.biosphere().times(solution.values()), solution.residual());
    }

    /** All categories of all products in one pass. */
    public Intensities adjoint(Characterisation characterisation) {
        return adjoint(characterisation.of(database.biosphere()));
    }

    /** All categories of all products in one pass, from direct impacts. */
    public Intensities adjoint(DirectImpacts direct) {
        Solution solution = system.solveTransposed(direct.values(), direct.categories());
        return new Intensities(direct.categories(), solution.values(), direct, solution.residual());
    }
}
