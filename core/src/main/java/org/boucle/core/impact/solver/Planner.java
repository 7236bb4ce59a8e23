package org.boucle.core.impact.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.boucle.core.impact.solver.EliminationPlan.Pattern;

/** Works out an {@link EliminationPlan}: orders each block, then places factors and entries by position. */
final class Planner {
    private final SparseMatrix a;
    private final boolean[] late;
    private final Limits limits;
    private final Blocks blocks;
    private final int[] rowOf;
    private final int[] columnOf;
    private final int[] blockOf;
    private final int[] local;
    private final int[] position;
    private final List<Optional<Elimination>> eliminations = new ArrayList<>();

    final int size;
    final int[] columnAt;
    final int[] rowAt;
    final int[] blockStart;
    final int[] headEnd;
    final boolean[] iterative;
    final int[] diagonalSource;
    final int[] lowerStart;
    final int[] upperStart;
    int[] lower;
    int[] upper;
    Pattern inside;
    Pattern outside;
    double work;

    Planner(SparseMatrix a, int[] rowOf, boolean[] late, Limits limits) {
        this.a = a;
        this.rowOf = rowOf;
        this.late = late;
        this.limits = limits;
        size = a.columns;
        columnOf = inverse(rowOf);
        blocks = Blocks.of(a, rowOf);
        blockStart = blocks.start;
        columnAt = blocks.vertex.clone();
        rowAt = new int[size];
        headEnd = new int[blocks.count()];
        iterative = new boolean[blocks.count()];
        blockOf = new int[size];
        local = new int[size];
        position = new int[size];
        diagonalSource = new int[size];
        lowerStart = new int[size + 1];
        upperStart = new int[size + 1];
    }

    private static int[] inverse(int[] permutation) {
        int[] result = new int[permutation.length];
        for (int j = 0; j < permutation.length; j++) {
            result[permutation[j]] = j;
        }
        return result;
    }

    EliminationPlan plan() {
        for (int b = 0; b < blocks.count(); b++) {
            for (int q = blockStart[b]; q < blockStart[b + 1]; q++) {
                local[blocks.vertex[q]] = q - blockStart[b];
                blockOf[blocks.vertex[q]] = b;
            }
        }
        for (int b = 0; b < blocks.count(); b++) {
            order(b);
        }
        for (int p = 0; p < size; p++) {
            position[columnAt[p]] = p;
            rowAt[p] = rowOf[columnAt[p]];
            diagonalSource[p] = a.find(rowAt[p], columnAt[p]);
        }
        placeFactors();
        placeEntries();
        return new EliminationPlan(this);
    }

    private int width(int b) {
        return blockStart[b + 1] - blockStart[b];
    }

    private void order(int b) {
        headEnd[b] = blockStart[b + 1];
        if (width(b) == 1) {
            eliminations.add(Optional.empty());
            return;
        }
        Optional<Elimination> elimination = Elimination.of(rowsOf(b), lateIn(b), limits);
        eliminations.add(elimination);
        iterative[b] = elimination.isEmpty();
        elimination.ifPresent(found -> {
            work += found.work;
            headEnd[b] = blockStart[b] + found.head;
            for (int q = 0; q < width(b); q++) {
                columnAt[blockStart[b] + q] = blocks.vertex[blockStart[b] + found.order[q]];
            }
        });
    }

    private boolean[] lateIn(int b) {
        boolean[] result = new boolean[width(b)];
        for (int q = 0; q < result.length; q++) {
            result[q] = late[blocks.vertex[blockStart[b] + q]];
        }
        return result;
    }

    /** The off-diagonal columns of each row of a block, in local numbers. */
    private int[][] rowsOf(int b) {
        int[] count = new int[width(b)];
        forEachInside(b, (u, v) -> count[u]++);
        int[][] rows = new int[width(b)][];
        for (int u = 0; u < rows.length; u++) {
            rows[u] = new int[count[u]];
            count[u] = 0;
        }
        forEachInside(b, (u, v) -> rows[u][count[u]++] = v);
        return rows;
    }

    private interface Pair {
        void accept(int row, int column);
    }

    private void forEachInside(int b, Pair visitor) {
        for (int q = 0; q < width(b); q++) {
            int v = blocks.vertex[blockStart[b] + q];
            for (int p = a.start[v]; p < a.start[v + 1]; p++) {
                int u = columnOf[a.row[p]];
                if (u != v && blockOf[u] == b) {
                    visitor.accept(local[u], q);
                }
            }
        }
    }

    private void placeFactors() {
        int[][] lowers = new int[size][0];
        int[][] uppers = new int[size][0];
        for (int b = 0; b < blocks.count(); b++) {
            int base = blockStart[b];
            eliminations.get(b).ifPresent(found -> {
                for (int q = 0; q < found.order.length; q++) {
                    lowers[base + q] = shifted(found.lowerOf(found.order[q]), base);
                }
                for (int q = 0; q < found.head; q++) {
                    uppers[base + q] = positions(found.upper[q], base);
                }
            });
        }
        lower = joined(lowers, lowerStart);
        upper = joined(uppers, upperStart);
    }

    private static int[] shifted(int[] values, int by) {
        Arrays.setAll(values, t -> values[t] + by);
        return values;
    }

    private int[] positions(int[] locals, int base) {
        int[] result = new int[locals.length];
        Arrays.setAll(result, t -> position[blocks.vertex[base + locals[t]]]);
        Arrays.sort(result);
        return result;
    }

    private static int[] joined(int[][] lines, int[] start) {
        for (int p = 0; p < lines.length; p++) {
            start[p + 1] = start[p] + lines[p].length;
        }
        int[] all = new int[start[lines.length]];
        for (int p = 0; p < lines.length; p++) {
            System.arraycopy(lines[p], 0, all, start[p], lines[p].length);
        }
        return all;
    }

    /** Entries inside a block by row, for factorisation and sweeps; entries between blocks by column, for substitution. */
    private void placeEntries() {
        int[] inStart = new int[size + 1];
        int[] outStart = new int[size + 1];
        for (int pass = 0; pass < 2; pass++) {
            int[] inNext = inStart.clone();
            int[] outNext = outStart.clone();
            for (int c = 0; c < size; c++) {
                int v = columnAt[c];
                for (int p = a.start[v]; p < a.start[v + 1]; p++) {
                    int u = columnOf[a.row[p]];
                    if (u == v) {
                        continue;
                    }
                    boolean in = blockOf[u] == blockOf[v];
                    if (pass == 0) {
                        (in ? inStart : outStart)[(in ? position[u] : c) + 1]++;
                    } else if (in) {
                        write(inside, inNext[position[u]]++, c, p);
                    } else {
                        write(outside, outNext[c]++, position[u], p);
                    }
                }
            }
            if (pass == 0) {
                inside = empty(inStart);
                outside = empty(outStart);
            }
        }
    }

    private static void write(Pattern pattern, int at, int index, int source) {
        pattern.index()[at] = index;
        pattern.source()[at] = source;
    }

    private static Pattern empty(int[] start) {
        for (int p = 0; p + 1 < start.length; p++) {
            start[p + 1] += start[p];
        }
        return new Pattern(start, new int[start[start.length - 1]], new int[start[start.length - 1]]);
    }
}
