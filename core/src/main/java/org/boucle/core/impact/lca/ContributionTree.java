package org.boucle.core.impact.lca;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * Where a footprint comes from, expanded from the demand upwards without another solve: the input of -a<sub>ij</sub> s
 * of product i carries the impact &lambda;<sub>i</sub> times that amount.
 *
 * @param cutOff inputs below this share of the total are not shown but summed
 * @param depth the most levels
 * @param nodes the most nodes, so that a loop or a wide recipe cannot fill the memory
 */
public record ContributionTree(double cutOff, int depth, int nodes) {
    /** One per cent, eight levels, two thousand nodes. */
    public static final ContributionTree STANDARD = new ContributionTree(0.01, 8, 2000);

    public ContributionTree {
        if (!(cutOff >= 0 && cutOff <= 1) || depth < 1 || nodes < 1) {
            throw new IllegalArgumentException("A contribution tree with cut-off " + cutOff + ", depth " + depth
                    + " and " + nodes + " nodes cannot be drawn.");
        }
    }

    /** The trees of a demand in one category, one for each product asked for. */
    public List<Contribution> of(LifeCycleEngine engine, Intensities intensities, Demand demand, int category) {
        double total = Math.abs(intensities.footprint(demand)[category]);
        int[] left = {nodes};
        List<Contribution> roots = new ArrayList<>();
        demand.amounts()
                .forEach((product, amount) ->
                        roots.add(new Expansion(engine, intensities, category, cutOff * total, left)
                                .node(product, amount, depth)));
        return roots;
    }

    private record Expansion(
            LifeCycleEngine engine, Intensities intensities, int category, double threshold, int[] left) {

        Contribution node(int product, double amount, int levels) {
            left[0]--;
            int activity = engine.activityOf(product);
            SparseMatrix a = engine.database().technosphere();
            double scaling = amount / a.get(product, activity);
            double direct = intensities.direct().of(activity, category) * scaling;
            double omitted = 0;
            List<Input> shown = new ArrayList<>();
            for (int p = a.columnStart(activity); p < a.columnStart(activity + 1); p++) {
                int input = a.rowAt(p);
                if (input != product) {
                    double taken = -a.valueAt(p) * scaling;
                    double impact = intensities.of(input, category) * taken;
                    if (levels > 1 && Math.abs(impact) >= threshold && impact != 0) {
                        shown.add(new Input(input, taken, impact));
                    } else {
                        omitted += impact;
                    }
                }
            }
            shown.sort(Comparator.comparingDouble(input -> -Math.abs(input.impact())));
            List<Contribution> inputs = new ArrayList<>();
            for (Input input : shown) {
                if (left[0] > 0) {
                    inputs.add(node(input.product(), input.amount(), levels - 1));
                } else {
                    omitted += input.impact();
                }
            }
            double impact = intensities.of(product, category) * amount;
            return new Contribution(product, activity, amount, impact, direct, omitted, inputs);
        }
    }

    private record Input(int product, double amount, double impact) {}
}
