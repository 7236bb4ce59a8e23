package org.boucle.core.impact.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A square sparse system ready to be solved, forward and transposed, for any right-hand side. Immutable and safe to
 * share between threads.
 */
public final class LinearSystem {
    private static final int ATTEMPTS = 8;
    private static final double SINGULAR = 1e-13;
    private static final double ACCEPTED = 1e-9;
    private static final double ROUNDING = 2e-15;

    private final SparseMatrix a;
    private final EliminationPlan plan;
    private final Factors factors;
    private final Limits limits;
    private final AtomicReference<Abreast> abreast = new AtomicReference<>();

    private LinearSystem(SparseMatrix a, EliminationPlan plan, Factors factors, Limits limits) {
        this.a = a;
        this.plan = plan;
        this.factors = factors;
        this.limits = limits;
    }

    /** Analyses and factorises a matrix within the standard limits. */
    public static Preparation prepare(SparseMatrix a) {
        return prepare(a, Limits.STANDARD);
    }

    /** Analyses and factorises a matrix. */
    public static Preparation prepare(SparseMatrix a, Limits limits) {
        if (a.rows != a.columns) {
            return new Preparation.NotSquare(a.rows, a.columns);
        }
        int[] rowOf = Matching.of(a);
        List<Integer> unmatched = Matching.unmatched(rowOf);
        if (!unmatched.isEmpty()) {
            return new Preparation.Unpaired(unmatched, freeRows(rowOf));
        }
        boolean[] late = new boolean[a.columns];
        Limits allowed = limits;
        Preparation outcome = new Preparation.Unsolved(Double.NaN);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            EliminationPlan plan = EliminationPlan.of(a, rowOf, late, allowed);
            LinearSystem system = new LinearSystem(a, plan, Factors.of(plan, a, allowed), allowed);
            outcome = system.judged();
            if (outcome instanceof Preparation.Ready || !system.postpone(late, outcome)) {
                return outcome;
            }
            allowed = outcome instanceof Preparation.Unsolved ? limits.patient() : allowed;
        }
        return outcome;
    }

    private static List<Integer> freeRows(int[] rowOf) {
        boolean[] taken = new boolean[rowOf.length];
        for (int i : rowOf) {
            if (i >= 0) {
                taken[i] = true;
            }
        }
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                free.add(i);
            }
        }
        return free;
    }

    /** Moves pivots that failed, or else all eliminated blocks, into remainders that pivot; whether anything moved. */
    private boolean postpone(boolean[] late, Preparation outcome) {
        boolean moved = false;
        for (int column : factors.weakColumns) {
            moved |= !late[column];
            late[column] = true;
        }
        boolean unsolved = outcome instanceof Preparation.Unsolved;
        for (int b = 0; unsolved && !moved && b < plan.blocks(); b++) {
            int width = plan.blockStart[b + 1] - plan.blockStart[b];
            boolean untouched = plan.iterative[b] || plan.headEnd[b] > plan.blockStart[b];
            if (width > 1 && width <= limits.largestDense() && untouched) {
                for (int p = plan.blockStart[b]; p < plan.blockStart[b + 1]; p++) {
                    moved |= !late[plan.columnAt[p]];
                    late[plan.columnAt[p]] = true;
                }
            }
        }
        return moved;
    }

    private Preparation judged() {
        if (!factors.weakColumns.isEmpty() || factors.smallestRatio < SINGULAR) {
            return new Preparation.Singular(factors.weakestColumn, factors.smallestRatio);
        }
        double[] ones = new double[a.rows];
        Arrays.fill(ones, 1);
        double residual = Math.max(solve(ones).residual(), solveTransposed(ones).residual());
        if (!(residual <= ACCEPTED)) {
            return new Preparation.Unsolved(residual);
        }
        return new Preparation.Ready(this, Math.min(1, factors.smallestRatio), factors.weakestColumn);
    }

    /**
     * The same system with other values at the same places: a what-if or a Monte Carlo run. The plan is reused; only
     * the numeric factorisation is done again.
     */
    public Preparation withValues(SparseMatrix changed) {
        requireSamePattern(changed);
        Factors renewed = Factors.of(plan, changed, limits);
        if (!renewed.weakColumns.isEmpty() || renewed.smallestRatio < SINGULAR) {
            return prepare(changed, limits);
        }
        return new Preparation.Ready(
                new LinearSystem(changed, plan, renewed, limits),
                Math.min(1, renewed.smallestRatio),
                renewed.weakestColumn);
    }

    private void requireSamePattern(SparseMatrix changed) {
        if (changed.rows != a.rows || changed.columns != a.columns || changed.row.length != a.row.length) {
            throw new IllegalArgumentException("The pattern differs: " + changed + " instead of " + a
                    + ". Maybe an entry became zero and was dropped?");
        }
    }

    /** The matrix. */
    public SparseMatrix matrix() {
        return a;
    }

    /** The plan that the system was solved by. */
    public EliminationPlan plan() {
        return plan;
    }

    /** Solves A x = f with one refinement step, whose residual is summed in twice the working precision. */
    public Solution solve(double[] f) {
        return solve(f, 1);
    }

    /** The largest relative residual of an equation of A x = f at any x, wherever it comes from. */
    public double residual(double[] x, double[] f) {
        requireLength(x, 1);
        requireLength(f, 1);
        return Residuals.of(a, x, f, 1).relative();
    }

    /** Solves for several right-hand sides at once, interleaved: side s of row i at i * sides + s. */
    public Solution solve(double[] f, int sides) {
        requireLength(f, sides);
        return Lanes.over(f, sides, part -> {
            double[] right = part.extracted();
            Substitution substitution = new Substitution(factors, part.lanes());
            double[] x = substitution.solve(right);
            add(x, substitution.solve(TwofoldResidual.of(a, x, right, part.lanes())));
            Residuals residuals = Residuals.of(a, x, right, part.lanes());
            return new Solution(x, residuals.relative(), substitution.sweeps());
        });
    }

    /** Solves the transposed system, refining once where the residual is not at rounding yet. */
    public Solution solveTransposed(double[] g) {
        return solveTransposed(g, 1);
    }

    /** Solves the transposed system for several right-hand sides at once, interleaved. */
    public Solution solveTransposed(double[] g, int sides) {
        requireLength(g, sides);
        if (sides <= Lanes.WIDE || plan.iterated() > 0) {
            return Lanes.over(g, sides, this::solveTransposed);
        }
        Abreast wide = wide();
        return Lanes.over(
                g,
                sides,
                Abreast.WIDEST,
                part -> part.lanes() <= Lanes.WIDE ? solveTransposed(part) : wide.solve(part, ROUNDING));
    }

    /** The transposed system as the kernels of one and four lanes solve it. */
    Solution solveTransposed(Lanes.Part part) {
        Substitution substitution = new Substitution(factors, part.lanes());
        double[] x = substitution.solveTransposed(part);
        double residual = TransposedResidual.worst(a, plan.diagonalOfColumn, x, part);
        if (!(residual <= ROUNDING)) {
            double[] right = part.extracted();
            add(x, substitution.solveTransposed(TransposedResidual.of(a, x, right, part.lanes())));
            residual = TransposedResidual.worst(a, plan.diagonalOfColumn, x, part);
        }
        return new Solution(x, residual, substitution.sweeps());
    }

    /** The factors by column, made when they are first asked for: samples and what-ifs never do. */
    private Abreast wide() {
        Abreast known = abreast.get();
        if (known == null) {
            known = Abreast.of(a, factors);
            abreast.set(known);
        }
        return known;
    }

    /** Solves without refinement and without looking at the residual, for samples and loops that correct themselves. */
    public double[] solveOnce(double[] f, int sides) {
        requireLength(f, sides);
        return Lanes.over(
                        f,
                        sides,
                        part -> new Solution(new Substitution(factors, part.lanes()).solve(part), Double.NaN, 0))
                .values();
    }

    private void requireLength(double[] f, int sides) {
        if (sides < 1 || f.length != a.rows * sides) {
            throw new IllegalArgumentException("The right-hand side has " + f.length + " entries, expected " + a.rows
                    + " for each of " + sides + " sides.");
        }
    }

    private static void add(double[] x, double[] correction) {
        for (int i = 0; i < x.length; i++) {
            x[i] += correction[i];
        }
    }
}
