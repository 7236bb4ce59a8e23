package org.boucle.core.impact.lca;

import java.util.List;

/**
 * One node of a contribution tree: an amount of a product with everything upstream of it.
 *
 * @param product the product
 * @param activity the activity that makes it
 * @param amount how much of it is taken here, in its unit; negative for an avoided product
 * @param impact its impact with everything upstream
 * @param direct what of it happens in the activity itself
 * @param omitted the impact of inputs that are not shown because they are below the cut-off or too deep
 * @param inputs the inputs shown, largest first; direct, omitted and inputs add up to the impact
 */
public record Contribution(
        int product,
        int activity,
        double amount,
        double impact,
        double direct,
        double omitted,
        List<Contribution> inputs) {
    public Contribution {
        inputs = List.copyOf(inputs);
    }
}
