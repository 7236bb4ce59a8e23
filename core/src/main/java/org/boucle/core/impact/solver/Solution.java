package org.boucle.core.impact.solver;

/**
 * The solution of a linear system.
 *
 * @param values the unknowns, interleaved when there are several right-hand sides
 * @param residual the largest residual of an equation relative to the sum of the sizes of its terms
 * @param sweeps how many Gauss-Seidel sweeps the slowest block took; zero where all blocks were eliminated
 */
public record Solution(double[] values, double residual, int sweeps) {}
