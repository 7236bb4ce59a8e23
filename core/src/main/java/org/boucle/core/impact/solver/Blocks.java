package org.boucle.core.impact.solver;

import java.util.Arrays;

/**
 * The strongly connected components of a matched matrix in an order in which they can be solved one after the other
 * (Tarjan's algorithm with a hand-kept stack). Vertex v stands for column v and its matched row.
 */
final class Blocks {
    /** The vertices, block after block. */
    final int[] vertex;
    /** Where each block starts in {@link #vertex}; one more entry than there are blocks. */
    final int[] start;

    private final int[] from;
    private final int[] to;
    private final int[] low;
    private final int[] number;
    private final int[] open;
    private final int[] path;
    private final int[] at;
    private int visited;
    private int opened;
    private int placed;
    private int found;

    private Blocks(int n, int[] from, int[] to) {
        this.from = from;
        this.to = to;
        vertex = new int[n];
        low = new int[n];
        number = new int[n];
        open = new int[n];
        path = new int[n];
        at = new int[n];
        int[] starts = new int[n + 1];
        Arrays.fill(number, -1);
        for (int v = 0; v < n; v++) {
            if (number[v] < 0) {
                explore(v, starts);
            }
        }
        start = Arrays.copyOf(starts, found + 1);
    }

    /** The blocks of a square matrix whose column j is matched with row rowOf[j]. */
    static Blocks of(SparseMatrix a, int[] rowOf) {
        int n = a.columns;
        int[] columnOf = new int[n];
        for (int j = 0; j < n; j++) {
            columnOf[rowOf[j]] = j;
        }
        // Vertex u needs vertex v first when row u holds column v.
        int[] from = new int[n + 1];
        for (int i : a.row) {
            from[columnOf[i] + 1]++;
        }
        for (int u = 0; u < n; u++) {
            from[u + 1] += from[u];
        }
        int[] next = Arrays.copyOf(from, n);
        int[] to = new int[a.row.length];
        for (int v = 0; v < n; v++) {
            for (int p = a.start[v]; p < a.start[v + 1]; p++) {
                to[next[columnOf[a.row[p]]]++] = v;
            }
        }
        return new Blocks(n, from, to);
    }

    int count() {
        return start.length - 1;
    }

    private void explore(int root, int[] starts) {
        int depth = 0;
        enter(root, depth);
        while (depth >= 0) {
            int v = path[depth];
            if (at[depth] < from[v + 1]) {
                int w = to[at[depth]++];
                if (number[w] < 0) {
                    enter(w, ++depth);
                } else if (number[w] < number.length) {
                    low[v] = Math.min(low[v], number[w]);
                }
            } else {
                if (low[v] == number[v]) {
                    close(v, starts);
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[v]);
                }
            }
        }
    }

    private void enter(int v, int depth) {
        number[v] = visited;
        low[v] = visited++;
        open[opened++] = v;
        path[depth] = v;
        at[depth] = from[v];
    }

    private void close(int v, int[] starts) {
        int member;
        do {
            member = open[--opened];
            number[member] = Integer.MAX_VALUE;
            vertex[placed++] = member;
        } while (member != v);
        starts[++found] = placed;
    }
}
