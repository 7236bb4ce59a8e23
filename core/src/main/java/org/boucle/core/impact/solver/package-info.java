/**
 * Sparse linear systems of the size of a life-cycle database (tens of thousands of activities), in plain Java.
 *
 * <p>A matrix is analysed once ({@link org.boucle.core.impact.solver.EliminationPlan}): a matching puts a usable entry
 * on every diagonal, strongly connected components cut the system into blocks that are solved one after the other, and
 * inside a block the elimination order is chosen by the Markowitz rule while the fill is being predicted. Where the
 * predicted work is too high, the block is solved by Gauss-Seidel sweeps. The numeric work ({@link
 * org.boucle.core.impact.solver.LinearSystem}) reuses the plan for every new set of values.
 */
package org.boucle.core.impact.solver;
