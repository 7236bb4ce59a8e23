package org.boucle.app.footprint.imports;

import java.util.List;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * A database as it was imported, linked and allocated: what the life-cycle engine needs to answer, with the names.
 *
 * @param activities one for each column, whose reference product is the row of the same number
 * @param interventions one for each row of the biosphere
 * @param categories codes of the impact categories, one for each row of the factors
 * @param matrices technosphere and biosphere
 * @param factors categories by interventions
 * @param technosphere spreads of the technosphere's entries
 * @param biosphere spreads of the biosphere's entries
 */
public record LinkedDatabase(
        List<Activity> activities,
        List<Intervention> interventions,
        List<String> categories,
        LifeCycleDatabase matrices,
        SparseMatrix factors,
        Spreads technosphere,
        Spreads biosphere) {

    /**
     * A column.
     *
     * @param id of the process in the file
     * @param process its name
     * @param product what it gives, or the waste that it takes
     * @param unit of the product
     * @param location as the file writes it
     * @param year the last year it stands for
     * @param amount the reference amount, below zero for a waste taken
     * @param waste whether it treats a waste
     * @param share of its process that it carries
     */
    public record Activity(
            String id,
            String process,
            String product,
            String unit,
            String location,
            int year,
            double amount,
            boolean waste,
            double share) {}

    /** An elementary flow, with the place where it has factors of its own there. */
    public record Intervention(String name, String compartment, String unit, String location) {}

    public LinkedDatabase {
        activities = List.copyOf(activities);
        interventions = List.copyOf(interventions);
        categories = List.copyOf(categories);
    }
}
