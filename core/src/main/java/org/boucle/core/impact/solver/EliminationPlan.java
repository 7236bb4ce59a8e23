package org.boucle.core.impact.solver;

/**
 * What is worked out once for a database and kept with it: which row belongs to which column, the blocks, the order of
 * elimination in each block, the pattern of its factors, and which blocks are left to iteration. It depends on where the
 * entries are, and on their values only through the choice of the diagonal, so it serves every what-if and every Monte
 * Carlo run.
 */
public final class EliminationPlan {
    final int size;
    final int[] columnAt;
    final int[] rowAt;
    final int[] blockStart;
    final int[] headEnd;
    final boolean[] iterative;
    final Pattern inside;
    final Pattern outside;
    final int[] diagonalSource;
    final int[] diagonalOfColumn;
    final int[] lowerStart;
    final int[] lower;
    final int[] upperStart;
    final int[] upper;
    private final double work;
    private final int largest;
    private final long tailEntries;

    /** Positions of entries grouped by a line, with the place of each value in the original matrix. */
    record Pattern(int[] start, int[] index, int[] source) {}

    EliminationPlan(Planner parts) {
        size = parts.size;
        columnAt = parts.columnAt;
        rowAt = parts.rowAt;
        blockStart = parts.blockStart;
        headEnd = parts.headEnd;
        iterative = parts.iterative;
        inside = parts.inside;
        outside = parts.outside;
        diagonalSource = parts.diagonalSource;
        diagonalOfColumn = new int[size];
        for (int p = 0; p < size; p++) {
            diagonalOfColumn[columnAt[p]] = diagonalSource[p];
        }
        lowerStart = parts.lowerStart;
        lower = parts.lower;
        upperStart = parts.upperStart;
        upper = parts.upper;
        work = parts.work;
        int widest = 0;
        long tails = 0;
        for (int b = 0; b < blocks(); b++) {
            widest = Math.max(widest, blockStart[b + 1] - blockStart[b]);
            long tail = iterative[b] ? 0 : blockStart[b + 1] - headEnd[b];
            tails += tail * tail;
        }
        largest = widest;
        tailEntries = tails;
    }

    /** The number of unknowns. */
    public int size() {
        return size;
    }

    /** The number of blocks that are solved one after the other. */
    public int blocks() {
        return blockStart.length - 1;
    }

    /** The number of unknowns in the largest block. */
    public int largestBlock() {
        return largest;
    }

    /** Predicted floating-point operations of one numeric factorisation. */
    public double predictedWork() {
        return work;
    }

    /** Entries of the two factors, diagonal, dense remainders and the entries between blocks included. */
    public long predictedEntries() {
        return (long) size + lower.length + upper.length + tailEntries + outside.index().length;
    }

    /** The number of unknowns that are found by Gauss-Seidel sweeps. */
    public int iterated() {
        int count = 0;
        for (int b = 0; b < blocks(); b++) {
            count += iterative[b] ? blockStart[b + 1] - blockStart[b] : 0;
        }
        return count;
    }

    /** The row that column j is matched with: in a technosphere, the reference product of activity j. */
    public int[] matchedRows() {
        int[] rowOf = new int[size];
        for (int p = 0; p < size; p++) {
            rowOf[columnAt[p]] = rowAt[p];
        }
        return rowOf;
    }

    static EliminationPlan of(SparseMatrix a, int[] rowOf, boolean[] lateColumn, Limits limits) {
        return new Planner(a, rowOf, lateColumn, limits).plan();
    }
}
