package org.boucle.core.impact.lca;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * The flow of impact from activity to activity for a demand, all paths merged, loops included.
 *
 * @param nodes the activities with the largest throughput, largest first
 * @param links the impact carried between them, largest first
 * @param total the impact of the demand
 */
public record Sankey(List<Node> nodes, List<Link> links, double total) {
    public Sankey {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /**
     * An activity.
     *
     * @param throughput the impact of all that it makes for this demand, upstream included
     * @param direct what of it happens in the activity itself
     */
    public record Node(int activity, double throughput, double direct) {}

    /**
     * Impact that a consumer takes over from a supplier.
     *
     * @param amount the amount of the supplier's product, in its unit
     * @param impact its impact, upstream included; negative for an avoided product
     */
    public record Link(int supplier, int consumer, double amount, double impact) {}

    /**
     * The flows of a demand in one category.
     *
     * @param scaling the scaling of activities for the demand
     * @param most the most nodes shown
     */
    public static Sankey of(
            LifeCycleEngine engine, Intensities intensities, Demand demand, double[] scaling, int category, int most) {
        SparseMatrix a = engine.database().technosphere();
        List<Node> all = new ArrayList<>();
        for (int j = 0; j < scaling.length; j++) {
            if (scaling[j] != 0) {
                int product = engine.productOf(j);
                double through = intensities.of(product, category) * a.get(product, j) * scaling[j];
                all.add(new Node(j, through, intensities.direct().of(j, category) * scaling[j]));
            }
        }
        all.sort(Comparator.comparingDouble(node -> -Math.abs(node.throughput())));
        List<Node> nodes = all.subList(0, Math.min(most, all.size()));
        return new Sankey(
                nodes,
                links(engine, intensities, scaling, category, nodes),
                intensities.footprint(demand)[category]);
    }

    private static List<Link> links(
            LifeCycleEngine engine, Intensities intensities, double[] scaling, int category, List<Node> nodes) {
        boolean[] shown = new boolean[scaling.length];
        nodes.forEach(node -> shown[node.activity()] = true);
        SparseMatrix a = engine.database().technosphere();
        List<Link> links = new ArrayList<>();
        for (Node node : nodes) {
            int j = node.activity();
            for (int p = a.columnStart(j); p < a.columnStart(j + 1); p++) {
                int product = a.rowAt(p);
                int supplier = engine.activityOf(product);
                double amount = -a.valueAt(p) * scaling[j];
                double impact = amount * intensities.of(product, category);
                if (product != engine.productOf(j) && shown[supplier] && impact != 0) {
                    links.add(new Link(supplier, j, amount, impact));
                }
            }
        }
        links.sort(Comparator.comparingDouble(link -> -Math.abs(link.impact())));
        return links;
    }
}
