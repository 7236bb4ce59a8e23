package org.boucle.core.impact.lca;

/**
 * The life-cycle inventory of a demand.
 *
 * @param scaling how much of each activity runs for it
 * @param interventions the sum of each intervention over all activities
 * @param residual the largest relative residual of an equation: what the balance of a product misses, as a share
 */
public record Inventory(double[] scaling, double[] interventions, double residual) {}
