package org.boucle.core.impact.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row for every column such that each pair holds a non-zero entry: a maximum transversal. The diagonal is preferred,
 * then the largest entry, then augmenting paths move earlier choices. In a technosphere matrix the pairs are the
 * reference products of the activities.
 */
final class Matching {
    private final SparseMatrix a;
    private final int[] columnOf;
    private final int[] rowOf;
    private final int[] seen;
    private final int[] stack;
    private final int[] at;
    private int search;

    private Matching(SparseMatrix a) {
        this.a = a;
        columnOf = new int[a.rows];
        rowOf = new int[a.columns];
        seen = new int[a.columns];
        stack = new int[a.columns];
        at = new int[a.columns];
        Arrays.fill(columnOf, -1);
        Arrays.fill(rowOf, -1);
        Arrays.fill(seen, -1);
    }

    /** The row of each column, -1 for a column that no row is left for. */
    static int[] of(SparseMatrix a) {
        Matching matching = new Matching(a);
        matching.takeDiagonal();
        matching.takeLargest();
        for (int j = 0; j < a.columns; j++) {
            if (matching.rowOf[j] < 0) {
                matching.augment(j);
            }
        }
        return matching.rowOf;
    }

    /** The columns that a matching leaves without a row. */
    static List<Integer> unmatched(int[] rowOf) {
        List<Integer> columns = new ArrayList<>();
        for (int j = 0; j < rowOf.length; j++) {
            if (rowOf[j] < 0) {
                columns.add(j);
            }
        }
        return columns;
    }

    private void takeDiagonal() {
        for (int j = 0; j < Math.min(a.columns, a.rows); j++) {
            if (a.get(j, j) != 0) {
                pair(j, j);
            }
        }
    }

    private void takeLargest() {
        for (int j = 0; j < a.columns; j++) {
            int best = -1;
            double largest = 0;
            for (int p = a.start[j]; rowOf[j] < 0 && p < a.start[j + 1]; p++) {
                if (columnOf[a.row[p]] < 0 && Math.abs(a.value[p]) > largest) {
                    largest = Math.abs(a.value[p]);
                    best = a.row[p];
                }
            }
            if (best >= 0) {
                pair(best, j);
            }
        }
    }

    private void pair(int row, int column) {
        rowOf[column] = row;
        columnOf[row] = column;
    }

    /**
     * Depth-first search for a free row, by hand-kept stack because chains may be long. What a search saw in vain stays
     * marked until one succeeds, since no later search can find a row through it either.
     */
    private void augment(int root) {
        int depth = 0;
        stack[0] = root;
        at[0] = a.start[root];
        seen[root] = search;
        while (depth >= 0) {
            int j = stack[depth];
            if (at[depth] == a.start[j + 1]) {
                depth--;
                continue;
            }
            int p = at[depth]++;
            if (a.value[p] == 0) {
                continue;
            }
            int owner = columnOf[a.row[p]];
            if (owner < 0) {
                flip(depth);
                search++;
                return;
            }
            if (seen[owner] != search) {
                seen[owner] = search;
                depth++;
                stack[depth] = owner;
                at[depth] = a.start[owner];
            }
        }
    }

    private void flip(int depth) {
        for (int d = depth; d >= 0; d--) {
            pair(a.row[at[d] - 1], stack[d]);
        }
    }
}
